// A gateway ready for use: its document compiled for its spelling.

import { CURRENCY, toText } from '../mapping/codec.js';
import { getter, spelled } from '../mapping/path.js';
import { part } from '../mapping/platformType.js';
import { compileFields, everything, type Meeting, type Reading } from '../mapping/reader.js';
import type { Selection } from '../mapping/selection.js';
import type { Zone } from '../mapping/time.js';
import type { Warning } from '../order/upstream.js';
import type { Gateway } from './gateway.js';

export interface Door {
  readonly gateway: Gateway;
  /** The subtrees to ask for, so that all that is selected arrives; always in one order. */
  readonly subtreesFor: (selection: Selection) => readonly string[];
  /** Reads what is selected; the members that the question tells are not among it. */
  readonly read: (
    document: object,
    selection: Selection,
    zone: Zone,
  ) => { order: object; warnings: readonly Warning[] };
  /** The id that the document names itself by; one that is not exact may have been rounded. */
  readonly orderIdIn: (document: object) => { readonly id: string; readonly isExact: boolean } | undefined;
}

export function openDoor(gateway: Gateway): Door {
  const { document, spellings } = gateway;
  const meeting: Meeting = { spellings, subtreeOf: document.subtrees.of };
  const fields = { ...document.order, platformOrder: part('', document.platformOrder, '') };
  const reader = compileFields(fields, meeting);
  const { always = [], least } = document.subtrees;
  const neededFor = (selection: Selection): ReadonlySet<string> => {
    const needed = new Set<string>();
    reader.need(selection, needed);
    return needed;
  };
  const all = [...new Set([...always, ...neededFor(everything(fields))])];
  const currencyPath = document.currency.path ?? '';
  const currencyIn = currencyPath ? getter(currencyPath, meeting) : undefined;
  const idsIn = document.orderId.sources.map(({ path }) => getter(path, meeting));
  return {
    gateway,
    subtreesFor(selection) {
      if ('raw' in selection) return all;
      const needed = neededFor(selection);
      return needed.size === 0 ? least : all.filter((subtree) => needed.has(subtree) || always.includes(subtree));
    },
    read(source, selection, zone) {
      const trail: (string | number)[] = [];
      const warnings: Warning[] = [];
      const reading: Reading = {
        currency: document.currency.otherwise,
        zone,
        place: 0,
        root: source,
        group: [],
        trail,
        warnings,
        warn: (message) => warnings.push({ path: trail.join('.'), message }),
      };
      const named = currencyIn?.(source);
      const currency = named ? CURRENCY.decode(named, reading) : undefined;
      if (named && !currency)
        warnings.push({ path: spelled(currencyPath, meeting), message: `cannot be read as ${CURRENCY.unit}` });
      return { order: reader.read(source, selection, currency ? { ...reading, currency } : reading), warnings };
    },
    orderIdIn(source) {
      for (const [index, find] of idsIn.entries()) {
        const id = toText(find(source))?.trim();
        if (id) return { id, isExact: index === 0 };
      }
      return undefined;
    },
  };
}
