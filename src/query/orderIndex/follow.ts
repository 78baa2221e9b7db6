// Following the change feed: what the subscription orderChanged hands out.
import { Fault } from '../../common/fault.js';
import type { Context } from '../context.js';
import type { OrderChangedArguments } from './arguments.js';
import type { OrderChange } from './change.js';

/** The changes behind a cursor, and then each as it comes; at least once. */
export function followChanges(_arguments: OrderChangedArguments, _context: Context): AsyncIterable<OrderChange> {
  throw new Fault('INDEX_UNAVAILABLE', 'The change feed cannot be followed yet.');
}
