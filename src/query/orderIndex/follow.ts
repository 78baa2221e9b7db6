// Following the change feed: what the subscription orderChanged hands out.
import { Fault } from '../../common/fault.js';
import { followFeed } from '../../orderIndex/read/follow.js';
import type { Change } from '../../orderIndex/types.js';
import type { Context } from '../context.js';
import { toArguments, type Values } from '../rules.js';
import { required } from './access.js';
import { OrderChangedArguments } from './arguments.js';
import { changeScopeOf } from './changes.js';

/**
 * The changes behind a cursor, and then each as it comes; at least once.
 * @throws Fault CURSOR_EXPIRED where changes behind the cursor are kept no longer
 */
export async function followChanges(values: Values, context: Context): Promise<AsyncIterable<Change>> {
  const { after, where } = toArguments(OrderChangedArguments, values);
  const { following } = context;
  // The gate lets none through that is not streamed.
  if (following === undefined) throw new Fault('BAD_USER_INPUT', 'A subscription is answered as an event stream.');
  const scope = changeScopeOf(where, context);
  const { signal, lastEventId } = following;
  return followFeed(required(context.index.reader), { ...scope, after: lastEventId ?? after ?? undefined, signal });
}
