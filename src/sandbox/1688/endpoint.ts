// Answers as the gateways to 1688 do: one set of orders, each gateway with its own checks, spelling and envelope.

import type { FastifyReply } from 'fastify';
import { breakReply, send } from '../breakage.js';
import type { Endpoint, EndpointOptions } from '../gateway.js';
import { sendRecorded } from '../replay.js';
import type { Order } from './document.js';
import { findOrder } from './orders.js';
import { type Answer, type Envelope, type ReplyProtocol, replyWith } from './reply.js';
import type { EndpointRequest, OrderQuery } from './request.js';
import { BAD_REQUEST, type Breakage, breakageOf, NO_SUCH_ORDER, type Refusal, specialRefusal } from './special.js';
import { readSubtrees, type Subtree } from './subtrees.js';
import { syntheticOrder } from './synthetic/order.js';

/** How one gateway reads requests and writes replies. */
export interface Protocol extends ReplyProtocol {
  /** Checks a request as strictly as the original: a query, or why there is none. */
  readonly read: (request: EndpointRequest) => OrderQuery | Refusal;
  readonly refuse: (refusal: Refusal) => Envelope;
}

interface OrderSources extends Pick<EndpointOptions<Order>, 'documented' | 'findRecorded' | 'now'> {
  /** An order of a ledger. */
  readonly findLiving?: (orderId: string) => Order | undefined;
}

export function create1688Endpoint(
  protocol: Protocol,
  { documented, findRecorded, findLiving = () => undefined, now }: OrderSources,
): Endpoint {
  return ({ headers, body }, reply) => {
    const query = protocol.read({ headers, body: typeof body === 'string' ? body : '' });
    if ('code' in query) return refuse(query, reply);
    const subtrees = readSubtrees(query.includeFields);
    if (!subtrees) return refuse(BAD_REQUEST, reply);
    const recorded = findRecorded(query.orderId, [...subtrees]);
    if (recorded) return sendRecorded(reply, recorded);
    const refusal = specialRefusal(query.orderId);
    if (refusal) return refuse(refusal, reply);
    const breakage = breakageOf(query.orderId);
    if (breakage) return fail(breakage, query, subtrees, reply);
    const look = { view: protocol.view, now: now() };
    const order = findLiving(query.orderId) ?? findOrder(query.orderId, documented, look);
    return order ? send(reply, replyWith(protocol, order, query, subtrees)) : refuse(NO_SUCH_ORDER, reply);
  };

  function refuse(refusal: Refusal, reply: FastifyReply): FastifyReply {
    return send(reply.code(refusal.httpStatus ?? 200).headers(refusal.headers ?? {}), protocol.refuse(refusal));
  }

  function fail(
    breakage: Breakage,
    query: OrderQuery,
    subtrees: ReadonlySet<Subtree>,
    reply: FastifyReply,
  ): FastifyReply {
    const empty: Answer = { result: null, retCodes: [], success: 'true' };
    const other = () => replyWith(protocol, syntheticOrder(0), query, subtrees);
    switch (breakage) {
      case 'unsuccessful':
        return send(reply, protocol.buildReply({ ...empty, success: 'false' }));
      case 'otherOrder':
        return send(reply, other());
      case 'noData':
        return send(reply, { ...protocol.buildReply(empty), data: null });
      default:
        return breakReply(reply, breakage, other());
    }
  }
}
