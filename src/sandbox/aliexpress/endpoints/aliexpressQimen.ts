// ALIEXPRESS_QIMEN's endpoint: TOP's signature, a second application, the seller's login id and an exact order id.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { breakReply, send } from '../../breakage.js';
import type { EndpointOptions, SandboxGateway } from '../../gateway.js';
import { sendRecorded } from '../../replay.js';
import { QIMEN_APPLICATION } from '../../top/applications.js';
import { type Call, isRefusal, readCall, refuseCall, requestIds } from '../../top/call.js';
import { toWire } from '../../top/lists.js';
import { invalidArgument, missingArgument, type Refusal, TOO_OFTEN } from '../../top/refusal.js';
import { type Answer, DOCUMENTED, type Order } from '../answer.js';
import { sampleAnswer } from '../documented/order.js';
import { messageForm } from '../ledgerMessages.js';
import { LEDGER_IDS, ledgerOrder } from '../ledgerOrder.js';
import { LIST_METHOD, listOf } from '../orderList.js';
import { findOrder } from '../orders.js';
import {
  BUSINESS_ANSWERS,
  breakageOf,
  NO_SUCH_ORDER,
  NO_SUCH_SELLER,
  SYSTEM_FAILURES,
  TOP_FAILURES,
} from '../special.js';
import { syntheticId, syntheticOrder } from '../synthetic/order.js';
import { outlineAt } from '../synthetic/outline.js';
import { SELLER_LOGIN_ID } from '../synthetic/parties.js';

const METHOD = 'qimen.aliexpress.trade.findorderbyid';

const account = {
  ...QIMEN_APPLICATION,
  targetAppKey: '87654321',
  sellerLoginId: SELLER_LOGIN_ID,
  timeZone: 'America/Los_Angeles',
} as const;

/** Name of a list → name of what it lists, as the documentation's XML has them. */
const MEMBER_NAMES: Readonly<Record<string, string>> = {
  order_msg_list: 'tp_open_order_msg_dto',
  logistic_info_list: 'tp_open_logistic_info_dto',
  opr_log_dto_list: 'tp_operation_log_dto',
  child_order_list: 'tp_open_child_order_dto',
  child_order_ext_info_list: 'tp_open_order_product_info_dto',
  tags: 'string',
};

/** The documentation requests this order and answers with another; here it is the same one under the id requested. */
const REQUEST_EXAMPLE = { ...sampleAnswer, result: { ...sampleAnswer.result, id: 1160045760122535 } };

export const aliexpressQimen = {
  type: 'ALIEXPRESS_QIMEN',
  platform: 'ALIEXPRESS',
  path: '/router/qm',
  shop: { id: 'overseas', name: 'Overseas Store' },
  account,
  documented: {
    '82186657375804': { answer: sampleAnswer, style: DOCUMENTED },
    '1160045760122535': { answer: REQUEST_EXAMPLE, style: DOCUMENTED },
  },
  syntheticId,
  outlineAt,
  wholeReply: (index) => bodyOf(syntheticOrder(index)),
  ledgerIds: LEDGER_IDS,
  messageForm: () => messageForm,
  createEndpoint(options) {
    const requestId = requestIds();
    return (request, reply) => answer(request, reply, requestId(), options);
  },
} as const satisfies SandboxGateway<Order>;

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  requestId: string,
  { documented, findRecorded, ledger, now }: EndpointOptions<Order>,
): FastifyReply {
  const call = readCall(request);
  const refusal = isRefusal(call) ? call : refuseQimenCall(call, ledger ? [METHOD, LIST_METHOD] : [METHOD], now);
  if (isRefusal(call) || refusal) return send(reply, failureOf(refusal as Refusal, requestId));
  if (call.get('id') !== account.sellerLoginId) return send(reply, NO_SUCH_SELLER);
  if (ledger?.strikes(ledger.chaos.throttled)) return send(reply, failureOf(TOO_OFTEN, requestId));
  const shop = ledger?.shopOf('ALIEXPRESS_QIMEN');
  if (ledger && shop && call.get('method') === LIST_METHOD) {
    const list = listOf(call.get('param1') ?? '', ledger, shop);
    return send(reply, isRefusal(list) ? failureOf(list, requestId) : list);
  }
  const orderId = readOrderId(call.get('param1') ?? '');
  if (isRefusal(orderId)) return send(reply, failureOf(orderId, requestId));
  const recorded = findRecorded(orderId, []);
  if (recorded) return sendRecorded(reply, recorded);
  const living = shop?.find(orderId);
  if (living) return send(reply, bodyOf(ledgerOrder(living)));
  return answerOrder(orderId, reply, requestId, (id) => findOrder(id, documented, now()));
}

function answerOrder(
  orderId: string,
  reply: FastifyReply,
  requestId: string,
  find: (orderId: string) => Order | undefined,
): FastifyReply {
  const [system, top, business] = [SYSTEM_FAILURES[orderId], TOP_FAILURES[orderId], BUSINESS_ANSWERS[orderId]];
  if (system) return send(reply, failureOf(system, requestId));
  if (top) return send(reply, { error_response: { ...top, request_id: requestId } });
  if (business) return send(reply, bodyOf({ answer: business, style: DOCUMENTED }));
  const breakage = breakageOf(orderId);
  switch (breakage) {
    case undefined: {
      const order = find(orderId);
      return send(reply, order ? bodyOf(order) : NO_SUCH_ORDER);
    }
    case 'otherOrder':
      return send(reply, bodyOf(syntheticOrder(0)));
    case 'noResult':
      return send(reply, { result_success: true } satisfies Partial<Answer>);
    case 'empty':
      return send(reply, {});
    default:
      return breakReply(reply, breakage, bodyOf(syntheticOrder(0)));
  }
}

function refuseQimenCall(call: Call, methods: readonly string[], now: () => number): Refusal | undefined {
  const refusal = refuseCall(call, methods, account, now);
  if (refusal) return refusal;
  const absent = ['target_app_key', 'id', 'param1'].find((name) => !call.get(name));
  if (absent) return missingArgument(absent);
  return call.get('target_app_key') === account.targetAppKey
    ? undefined
    : invalidArgument('target_app_key', 'no such application');
}

/** One JSON integer, as it stands: quoted, or in powers of ten, it is none. */
function readOrderId(param1: string): string | Refusal {
  const [, digits] = /^\s*\{\s*"order_id"\s*:\s*([1-9]\d{0,18})\s*\}\s*$/.exec(param1) ?? [];
  return digits ?? invalidArgument('param1', 'order_id must be a Number');
}

/** Failures of the system have the words of TOP's in Qimen's own envelope. */
const failureOf = ({ code, msg, sub_code, sub_msg }: Refusal, requestId: string) => ({
  response: { flag: 'failure', code, message: msg, sub_code, sub_message: sub_msg, request_id: requestId },
});

/** Success has no envelope. */
const bodyOf = ({ answer: { result, ...rest }, style }: Order) => ({
  result: result && toWire(result, MEMBER_NAMES, style),
  ...rest,
});
