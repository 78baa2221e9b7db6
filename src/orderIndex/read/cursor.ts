// Cursors of lists: opaque texts that name a place in one order of orders.
import { Fault } from '../../common/fault.js';
import type { Sort } from '../types.js';
import { isStorable } from './lookups.js';

/** A place in a list: the sort key's value of an order, its shop and its id there. */
export interface Position {
  readonly key: number;
  readonly shop: string;
  readonly orderId: string;
}

/** Of what cursors say; a later version refuses those of an earlier one by this. */
const VERSION = 1;

export function cursorOf({ key, direction }: Sort, position: Position): string {
  const parts = [VERSION, key, direction, position.key, position.shop, position.orderId];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws Fault BAD_USER_INPUT where it is no cursor of a list in this order. */
export function positionOf(cursor: string, sort: Sort, argument: 'after' | 'before'): Position {
  const [version, sortKey, direction, key, shop, orderId, ...rest] = listIn(cursor);
  const isPosition = Number.isSafeInteger(key) && isText(shop) && isText(orderId) && rest.length === 0;
  if (version !== VERSION || !isPosition)
    throw new Fault('BAD_USER_INPUT', `${argument}: is not a cursor of orders`, {}, { origin: 'local' });
  if (sortKey !== sort.key || direction !== sort.direction)
    throw new Fault('BAD_USER_INPUT', `${argument}: is a cursor of another sortBy`, {}, { origin: 'local' });
  return { key: key as number, shop: shop as string, orderId: orderId as string };
}

/** The JSON list that a cursor holds; an empty one where it holds none. */
export function listIn(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

const isText = (value: unknown): boolean => typeof value === 'string' && isStorable(value);
