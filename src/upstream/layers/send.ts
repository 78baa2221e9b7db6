// Makes one call to one gateway: builds the request, sends it, parses the reply, and makes sure that it is the order
// that was requested.
import type { Clock } from '../../common/clock.js';
import { endOfTurn } from '../../common/eventLoop.js';
import { Fault } from '../../common/fault.js';
import type { CompiledGateway } from '../../platforms/compiledGateway.js';
import { withKnownLink } from '../authorizeLink.js';
import { countFault, timed } from '../counts.js';
import { redactFault } from '../redactFault.js';
import { expiryOf, isExpired } from '../requestScope.js';
import type { UpstreamLog } from '../state/outageLog.js';
import type { Post } from '../transports/index.js';
import type { Handler, Layer, OrderRecorder } from '../types.js';
import { countUnknownCodes } from '../unknownCodes.js';

/** Of a reply that is decoded and parsed in one turn of the event loop. */
const CHARACTERS_OF_TURN = 500_000;

interface SendOptions {
  readonly post: Post;
  /** How long one call may take. */
  readonly callMs: number;
  /** The clock that requests are stamped with. */
  readonly now: Clock;
  readonly log: UpstreamLog;
  /** Takes down replies, and orders that are put away. */
  readonly recorder?: OrderRecorder | undefined;
}

/** The last layer: there is none below it. */
export function createSend({ post, callMs, now, log, recorder }: SendOptions): Layer {
  const send: Handler = async ({ request, scope, shopGateway, settings: current, onSent, headers }) => {
    if (isExpired(scope)) throw expiryOf(scope, scope.stage);
    scope.stage = 'GATEWAY';
    const { compiled, health, redact, counts } = shopGateway;
    const { key, needed, attributeKeys, trace } = request;
    const subtrees = compiled.requestedSubtrees(needed);
    const query = { orderId: key.orderId, outOrderId: key.outOrderId, subtrees, attributeKeys };
    try {
      trace.attempts += 1;
      trace.subtrees = subtrees;
      const settings = current?.() ?? shopGateway.settings;
      const built = compiled.definition.buildRequest(query, settings, now());
      const httpRequest = headers ? { ...built, headers: { ...headers, ...built.headers } } : built;
      const reply = await timed(counts, () => post(httpRequest, callMs, scope.cancellation, onSent));
      if (reply.text.length > CHARACTERS_OF_TURN) await endOfTurn();
      const { document, envelope } = compiled.definition.parseReply({ ...reply, receivedAt: now() });
      const orderId = verifiedOrderId(key.orderId, compiled.orderIdIn(document));
      compiled.definition.checkDocument?.(document, settings);
      health.record();
      counts.cost += Number(envelope.cost) || 0;
      countUnknownCodes(shopGateway, document);
      const fetchedAt = now();
      recorder?.record(
        {
          shop: request.upstreamShop.shop.id,
          orderId,
          outOrderId: key.outOrderId,
          attributeKeys,
          gateway: compiled.definition.type,
          view: compiled.definition.view,
          credential: shopGateway.credential,
          subtrees,
          status: reply.status,
          fetchedAt: fetchedAt.getTime(),
        },
        reply.text,
      );
      return { document, envelope, shopGateway, subtrees, characters: reply.text.length, fetchedAt };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      // Cut short on our side: that says nothing of the gateway.
      if (error.code === 'UPSTREAM_TIMEOUT' && isExpired(scope)) throw expiryOf(scope, 'GATEWAY', error);
      health.record(error.code, error.details.retryAfterMs);
      countFault(counts, error.code);
      if (error.code === 'ORDER_ARCHIVED') recorder?.bury(request.upstreamShop.shop.id, key.orderId);
      throw withKnownLink(redactFault(error, redact), compiled.definition, log);
    }
  };
  return () => send;
}

/**
 * The id that an order is known by. A rounded one names every order that rounds to it; an exact one names one.
 * @throws Fault when it is that of another order.
 */
function verifiedOrderId(requested: string, found: ReturnType<CompiledGateway['orderIdIn']>): string {
  if (found === undefined) throw new Fault('UPSTREAM_MALFORMED', 'The gateway’s order names no order id.');
  if (found.id === requested || withoutZeros(found.id) === withoutZeros(requested)) return found.id;
  if (!found.isExact && Number(found.id) === Number(requested)) return requested;
  throw new Fault('UPSTREAM_MALFORMED', 'The gateway answered another order than the one asked for.', {
    retryable: false,
  });
}

/** 007 travels as the number 7, and is the same order. */
const withoutZeros = (id: string): string => id.replace(/^0+(?=\d)/, '');
