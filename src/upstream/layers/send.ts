// Makes one call to one gateway: seal, send, open, and make sure that it is the order asked for.
import { Fault } from '../../common/fault.js';
import { redactFault } from '../redactFault.js';
import { deadlineExceeded, isExpired } from '../requestScope.js';
import type { ShopGateway } from '../shops.js';
import type { Post } from '../transports/index.js';
import type { CallGateway } from '../types.js';

export interface SendSettings {
  readonly post: Post;
  /** How long one call may take. */
  readonly callMs: number;
  /** The clock that signatures are stamped with. */
  readonly now: () => Date;
}

export const sending =
  ({ post, callMs, now }: SendSettings): CallGateway =>
  async ({ shopGateway: { compiled, settings, record, redact }, query, scope, trace, onSent }) => {
    if (isExpired(scope)) throw deadlineExceeded();
    try {
      trace.attempts += 1;
      const reply = await post(
        compiled.definition.buildRequest(query, settings, now()),
        callMs,
        scope.cancellation,
        onSent,
      );
      const opened = compiled.definition.parseReply(reply);
      verifyOrderId(query.orderId, compiled.orderIdIn(opened.document));
      record.note();
      const { document, envelope } = opened;
      return { document, envelope, characters: reply.text.length };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      // Cut short on our side: that tells nothing of the gateway.
      if (error.code === 'UPSTREAM_TIMEOUT' && isExpired(scope)) throw deadlineExceeded();
      record.note(error.code);
      throw redactFault(error, redact);
    }
  };

/** A rounded id names every order that rounds to it; an exact one names one. */
function verifyOrderId(asked: string, named: ReturnType<ShopGateway['compiled']['orderIdIn']>): void {
  if (named === undefined) throw new Fault('UPSTREAM_MALFORMED', 'The gateway’s order names no order id.');
  if (named.id === asked || withoutZeros(named.id) === withoutZeros(asked)) return;
  if (!named.isExact && Number(named.id) === Number(asked)) return;
  throw new Fault('UPSTREAM_MALFORMED', 'The gateway answered another order than the one asked for.', {
    retryable: false,
  });
}

/** 007 travels as the number 7, and is the same order. */
const withoutZeros = (id: string): string => id.replace(/^0+(?=\d)/, '');
