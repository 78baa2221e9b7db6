// Answers at the three doors of 1688: one set of orders, each door with its own checks, spelling and envelope.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { breakReply, send } from '../breakage.js';
import type { Document } from '../document.js';
import type { Order, OrderDocument } from './document.js';
import { damaijia168Endpoint } from './endpoints/damaijia168.js';
import type { Answer, Endpoint, OrderQuery } from './endpoints/endpoint.js';
import { fw199Endpoint } from './endpoints/fw199.js';
import { vvToolEndpoint } from './endpoints/vvTool.js';
import { findOrder } from './orders.js';
import { BAD_REQUEST, type Breakage, breakageOf, NO_SUCH_ORDER, type Refusal, specialRefusal } from './special.js';
import { keepSubtrees, readSubtrees, type Subtree } from './subtrees.js';
import { syntheticOrder } from './synthetic/order.js';
import { seenBy } from './view.js';
import { toWire } from './wire.js';

/** Opens the three doors on the server. The allowance of requests a second is VV_TOOL's, the only one documented. */
export function play1688(server: FastifyInstance, requestsPerSecond: number): void {
  for (const door of [vvToolEndpoint(requestsPerSecond), fw199Endpoint, damaijia168Endpoint]) {
    server.post(door.path, (request, reply) => answer(door, request, reply));
  }
}

function answer(door: Endpoint, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const asked = door.read({ headers: request.headers, body: typeof request.body === 'string' ? request.body : '' });
  if ('code' in asked) return refuse(door, asked, reply);
  const subtrees = readSubtrees(asked.includeFields);
  if (!subtrees) return refuse(door, BAD_REQUEST, reply);
  const refusal = specialRefusal(asked.orderId);
  if (refusal) return refuse(door, refusal, reply);
  const breakage = breakageOf(asked.orderId);
  if (breakage) return fail(door, breakage, asked, subtrees, reply);
  const order = findOrder(asked.orderId);
  return order ? send(reply, success(door, order, asked, subtrees)) : refuse(door, NO_SUCH_ORDER, reply);
}

const refuse = (door: Endpoint, refusal: Refusal, reply: FastifyReply): FastifyReply =>
  send(reply.code(refusal.httpStatus ?? 200).headers(refusal.headers ?? {}), door.refuse(refusal));

const success = (door: Endpoint, order: Order, asked: OrderQuery, subtrees: ReadonlySet<Subtree>) =>
  door.buildReply({
    result: resultFor(door, order.document, asked, subtrees),
    retCodes: order.retCodes,
    success: 'true',
  });

function resultFor(door: Endpoint, whole: OrderDocument, asked: OrderQuery, subtrees: ReadonlySet<Subtree>): Document {
  const document = seenBy(door.view, keepSubtrees(whole, subtrees));
  const { attributeKeys, outOrderId } = asked;
  const answered: OrderDocument = {
    ...document,
    baseInfo: outOrderId ? { ...document.baseInfo, outOrderId } : document.baseInfo,
    // The documentation's own example of the keys is an empty list, so an empty one keeps every attribute.
    extAttributes: attributeKeys?.length
      ? document.extAttributes.filter(({ key }) => attributeKeys.includes(String(key)))
      : document.extAttributes,
  };
  return toWire(answered, door.spelling, door.longs);
}

function fail(
  door: Endpoint,
  breakage: Breakage,
  asked: OrderQuery,
  subtrees: ReadonlySet<Subtree>,
  reply: FastifyReply,
): FastifyReply {
  const empty: Answer = { result: null, retCodes: [], success: 'true' };
  const other = () => success(door, syntheticOrder(0), asked, subtrees);
  switch (breakage) {
    case 'unsuccessful':
      return send(reply, door.buildReply({ ...empty, success: 'false' }));
    case 'otherOrder':
      return send(reply, other());
    case 'noData':
      return send(reply, { ...door.buildReply(empty), data: null });
    default:
      return breakReply(reply, breakage, other());
  }
}
