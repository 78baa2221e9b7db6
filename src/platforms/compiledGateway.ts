// A gateway ready for use: its document compiled for its spelling.

import { memoize } from '../common/memoize.js';
import { CURRENCY } from '../mapping/codec.js';
import { compileDocument } from '../mapping/compile.js';
import { getter, isMissing, isWithin, spelled } from '../mapping/path.js';
import { part } from '../mapping/platformType.js';
import { type GatewayDialect, type ObjectReader, type ReadState, warn } from '../mapping/readContext.js';
import type { Selection } from '../mapping/selection.js';
import type { Zone } from '../mapping/time.js';
import { selectAll } from '../mapping/walk.js';
import type { Warning } from '../order/upstream.js';
import type { GatewayDefinition } from './gateway.js';
import { type FindOrderId, orderIdFinder } from './orderIdFinder.js';
import { type OrderList, orderListOf, type RowDetail } from './orderList.js';

export interface CompiledGateway {
  readonly definition: GatewayDefinition;
  /** The subtrees that a selection needs, always in one order. */
  readonly neededSubtrees: (selection: Selection) => readonly string[];
  /** What a request names, so that these subtrees arrive. */
  readonly requestedSubtrees: (needed: readonly string[]) => readonly string[];
  /** Whether the gateway's documentation lacks something that is selected and that other gateways document. */
  readonly lacks: (selection: Selection) => boolean;
  /**
   * Reads what is selected of the document; members that come from elsewhere are left out.
   * @param limitRead called with the number of fields of each object that is read; what it throws ends the reading
   */
  readonly read: (
    document: object,
    selection: Selection,
    zone: Zone,
    limitRead?: (values: number) => void,
  ) => { order: object; warnings: readonly Warning[] };
  /** The id that the document names itself by. */
  readonly orderIdIn: FindOrderId;
  /** How the gateway lists orders; undefined where it does not. */
  readonly list: OrderList | undefined;
  /** Whether a row of its list tells all that is selected. */
  readonly isInRow: (selection: Selection, rows: RowDetail) => boolean;
}

const unlimited = (): void => {};

/** @param undocumented what the gateway's documentation lacks, while another's has it */
export function compileGateway(gateway: GatewayDefinition, undocumented: readonly string[] = []): CompiledGateway {
  const { document, spellings, subtrees = document.subtrees } = gateway;
  const dialect: GatewayDialect = { spellings, subtreeOf: subtrees.of };
  const fields = { ...document.order, platformOrder: part('', document.platformOrder, '') };
  const reader = compileDocument(fields, dialect);
  const { always = [], least, beside = {} } = subtrees;
  // As if each undocumented path were a subtree of its own.
  const undocumentedReader = compileDocument(fields, {
    spellings,
    subtreeOf: (path) => undocumented.find((outer) => isWithin(path, outer)),
  });
  const allNeeded = new Set<string>();
  reader.collectSubtrees(selectAll(fields), allNeeded);
  const all = [...allNeeded];
  const currencyPath = document.currency.path ?? '';
  const currencyIn = currencyPath ? getter(currencyPath, dialect) : undefined;
  const readerOf = memoize(reader.bind);
  const list = orderListOf(gateway.list);
  const inRow = (rows: RowDetail): ((selection: Selection) => boolean) => {
    let compiled: ObjectReader | undefined;
    return memoize((selection) => {
      if (list === undefined || 'raw' in selection) return false;
      compiled ??= compileDocument(fields, {
        spellings,
        subtreeOf: (path) => (list.covers(path, rows) ? undefined : path),
      });
      const missing = new Set<string>();
      compiled.collectSubtrees(selection, missing);
      return missing.size === 0;
    });
  };
  const isInRow = { FULL: inRow('FULL'), BRIEF: inRow('BRIEF') };
  return {
    definition: gateway,
    neededSubtrees: memoize((selection) => {
      if ('raw' in selection) return all;
      const found = new Set<string>();
      reader.collectSubtrees(selection, found);
      for (const subtree of [...found]) for (const other of beside[subtree] ?? []) found.add(other);
      return all.filter((subtree) => found.has(subtree));
    }),
    requestedSubtrees: (needed) => (needed.length === 0 ? least : [...new Set([...always, ...needed])]),
    lacks: memoize((selection) => {
      const paths = new Set<string>();
      undocumentedReader.collectSubtrees(selection, paths);
      return paths.size > 0;
    }),
    read(source, selection, zone, limitRead = unlimited) {
      const warnings: Warning[] = [];
      const reading: ReadState = {
        currency: document.currency.fallback,
        zone,
        place: 0,
        root: source,
        group: [],
        trail: [],
        at: '',
        warnings,
        limitRead,
        warn: (message) => warn(reading, reading.at, message),
      };
      const named = currencyIn?.(source);
      const currency = isMissing(named) ? undefined : CURRENCY.decode(named, reading);
      if (currency) reading.currency = currency;
      else if (!isMissing(named)) {
        warnings.push({ path: spelled(currencyPath, dialect), message: `cannot be read as ${CURRENCY.unit}` });
      }
      return { order: readerOf(selection)(source, reading), warnings };
    },
    list,
    isInRow: (selection, rows) => isInRow[rows](selection),
    orderIdIn: orderIdFinder(document, dialect),
  };
}
