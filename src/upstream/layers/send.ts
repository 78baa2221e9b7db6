// Makes one call to one gateway: seal, send, open, and make sure that it is the order asked for.
import { Fault } from '../../common/fault.js';
import type { AskEntrance } from '../types.js';
import type { Post } from '../transports/index.js';
import { hasEnded, outOfTime } from '../requestScope.js';
import { hideSecrets } from '../redactFault.js';
import type { Entrance } from '../shops.js';

export interface SendSettings {
  readonly post: Post;
  /** How long one call may take. */
  readonly callMs: number;
  /** The clock that signatures are stamped with. */
  readonly now: () => Date;
}

export const sending =
  ({ post, callMs, now }: SendSettings): AskEntrance =>
  async ({ entrance: { door, settings, record }, question, scope, trace }) => {
    if (hasEnded(scope)) throw outOfTime();
    try {
      trace.attempts += 1;
      const reply = await post(door.gateway.seal(question, settings, now()), callMs, scope.ending);
      const opened = door.gateway.open(reply);
      verifyOrderId(question.orderId, door.orderIdIn(opened.document));
      record.note();
      const { document, envelope } = opened;
      return { document, envelope, characters: reply.text.length };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      // Cut short on our side: that tells nothing of the gateway.
      if (error.code === 'UPSTREAM_TIMEOUT' && hasEnded(scope)) throw outOfTime();
      record.note(error.code);
      throw hideSecrets(error, settings);
    }
  };

/** A rounded id names every order that rounds to it; an exact one names one. */
function verifyOrderId(asked: string, named: ReturnType<Entrance['door']['orderIdIn']>): void {
  if (named === undefined) throw new Fault('UPSTREAM_MALFORMED', 'The gateway’s order names no order id.');
  if (named.id === asked || withoutZeros(named.id) === withoutZeros(asked)) return;
  if (!named.isExact && Number(named.id) === Number(asked)) return;
  throw new Fault('UPSTREAM_MALFORMED', 'The gateway answered another order than the one asked for.', {
    retryable: false,
  });
}

/** 007 travels as the number 7, and is the same order. */
const withoutZeros = (id: string): string => id.replace(/^0+(?=\d)/, '');
