// Turns a document into what goes over the wire: names spelled the gateway's way, long numbers exact or rounded.

import type { Spelling } from '../../mapping/spelling.js';
import type { Document, Value } from '../document.js';
import type { OrderDocument } from './document.js';

export type Longs = 'exact' | 'rounded';

/** A gateway that rounds its longs has read them as JavaScript numbers on the way: 4355875836205969811 → …970000. */
export function toWire(document: OrderDocument, spelling: Spelling, longs: Longs): Document {
  const spell = (value: Value): Value => {
    if (typeof value === 'bigint') return longs === 'exact' ? value : Number(value);
    if (Array.isArray(value)) return value.map(spell);
    return typeof value === 'object' ? spellNames(value as Document) : value;
  };
  const spellNames = (members: Document): Document =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [spelling(name), spell(value)]));
  return spellNames(document);
}
