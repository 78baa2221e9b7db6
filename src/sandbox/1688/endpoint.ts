// Answers as the gateways to 1688 do: one set of orders, each gateway with its own checks, spelling and envelope.

import type { FastifyReply } from 'fastify';
import type { Spelling } from '../../mapping/spelling.js';
import { breakReply, send } from '../breakage.js';
import type { Document } from '../document.js';
import type { Endpoint } from '../gateway.js';
import type { Order, OrderDocument } from './document.js';
import { findOrder } from './orders.js';
import type { EndpointRequest, OrderQuery } from './request.js';
import { BAD_REQUEST, type Breakage, breakageOf, NO_SUCH_ORDER, type Refusal, specialRefusal } from './special.js';
import { keepSubtrees, readSubtrees, type Subtree } from './subtrees.js';
import { syntheticOrder } from './synthetic/order.js';
import { seenBy, type View } from './view.js';
import { type Longs, toWire } from './wire.js';

/** What an envelope holds. A gateway says success as the string "true", and on a bad day "false" beside code 0. */
interface Answer {
  readonly result: Document | null;
  readonly retCodes: readonly string[];
  readonly success: 'true' | 'false';
}

type Envelope = Readonly<Record<string, unknown>>;

/** How one gateway reads requests and writes replies. */
export interface Protocol {
  readonly view: View;
  readonly spelling: Spelling;
  readonly longs: Longs;
  /** Checks a request as strictly as the original: a query, or why there is none. */
  readonly read: (request: EndpointRequest) => OrderQuery | Refusal;
  readonly buildReply: (answer: Answer) => Envelope;
  readonly refuse: (refusal: Refusal) => Envelope;
}

export function create1688Endpoint(protocol: Protocol, documented: Readonly<Record<string, Order>>): Endpoint {
  return ({ headers, body }, reply) => {
    const query = protocol.read({ headers, body: typeof body === 'string' ? body : '' });
    if ('code' in query) return refuse(query, reply);
    const subtrees = readSubtrees(query.includeFields);
    if (!subtrees) return refuse(BAD_REQUEST, reply);
    const refusal = specialRefusal(query.orderId);
    if (refusal) return refuse(refusal, reply);
    const breakage = breakageOf(query.orderId);
    if (breakage) return fail(breakage, query, subtrees, reply);
    const order = findOrder(query.orderId, documented);
    return order ? send(reply, replyWith(order, query, subtrees)) : refuse(NO_SUCH_ORDER, reply);
  };

  function refuse(refusal: Refusal, reply: FastifyReply): FastifyReply {
    return send(reply.code(refusal.httpStatus ?? 200).headers(refusal.headers ?? {}), protocol.refuse(refusal));
  }

  function replyWith({ document, retCodes }: Order, query: OrderQuery, subtrees: ReadonlySet<Subtree>): Envelope {
    return protocol.buildReply({ result: resultOf(document, query, subtrees), retCodes, success: 'true' });
  }

  function resultOf(whole: OrderDocument, query: OrderQuery, subtrees: ReadonlySet<Subtree>): Document {
    const document = seenBy(protocol.view, keepSubtrees(whole, subtrees));
    const { attributeKeys, outOrderId } = query;
    const answered: OrderDocument = {
      ...document,
      baseInfo: outOrderId ? { ...document.baseInfo, outOrderId } : document.baseInfo,
      // The documentation's own example of the keys is an empty list, so an empty one keeps every attribute.
      extAttributes: attributeKeys?.length
        ? document.extAttributes.filter(({ key }) => attributeKeys.includes(String(key)))
        : document.extAttributes,
    };
    return toWire(answered, protocol.spelling, protocol.longs);
  }

  function fail(
    breakage: Breakage,
    query: OrderQuery,
    subtrees: ReadonlySet<Subtree>,
    reply: FastifyReply,
  ): FastifyReply {
    const empty: Answer = { result: null, retCodes: [], success: 'true' };
    const other = () => replyWith(syntheticOrder(0), query, subtrees);
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
