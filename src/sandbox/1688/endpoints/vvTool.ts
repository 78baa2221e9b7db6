// VV_TOOL's endpoint: JSON, a bearer token, ten requests a second, the seller's view.

import { snakeLetters } from '../../../mapping/spelling.js';
import type { SandboxGateway } from '../../gateway.js';
import type { Order } from '../document.js';
import { vvToolSample } from '../documented/vvTool.js';
import { create1688Endpoint, type Protocol } from '../endpoint.js';
import { type ReplyProtocol, wholeReplyOf } from '../reply.js';
import { isTextOrAbsent, jsonMembers, readOrderId } from '../request.js';
import { BAD_REQUEST, NO_SUCH_ACCOUNT, NOT_AUTHORIZED, type Refusal } from '../special.js';
import { syntheticId } from '../synthetic/order.js';
import { outlineAt } from '../synthetic/outline.js';

const account = { shopId: '12152545454', accessToken: 'sandbox-vv-tool-token' } as const;

const replies: ReplyProtocol = {
  view: 'seller',
  spelling: snakeLetters,
  longs: 'exact',
  buildReply: ({ result, retCodes, success }) => ({
    code: 0,
    msg: '操作成功',
    ...timing(),
    data: { result, ret_codes: retCodes, success, withholding_money: 1 },
  }),
};

function createProtocol(requestsPerSecond: number): Protocol {
  const tooFrequent: Refusal = {
    code: 429,
    message: `请求过于频繁,频率限制: ${requestsPerSecond} 次/秒`,
    httpStatus: 429,
    headers: { 'retry-after': '1' },
  };
  const admit = slidingWindow(requestsPerSecond);
  return {
    ...replies,
    read: (request) => {
      if (request.headers.authorization !== `Bearer ${account.accessToken}`) return NOT_AUTHORIZED;
      if (!admit(performance.now())) return tooFrequent;
      const members = jsonMembers(request);
      if (typeof members?.shop_id !== 'string') return BAD_REQUEST;
      if (members.shop_id !== account.shopId) return NO_SUCH_ACCOUNT;
      const orderId = readOrderId(members.order_id);
      const includeFields = members.include_fields;
      return orderId && isTextOrAbsent(includeFields) ? { orderId, includeFields } : BAD_REQUEST;
    },
    refuse: ({ code, message }) => ({ code, msg: message, ...timing(), data: null }),
  };
}

const timing = () => ({ msec: 1, time: Math.floor(Date.now() / 1000) });

/** Admits at most the given number of calls in any one second; the calls it turns away do not count. */
function slidingWindow(limit: number): (now: number) => boolean {
  const admitted: number[] = [];
  return (now) => {
    while (admitted[0] !== undefined && now - admitted[0] >= 1000) admitted.shift();
    if (admitted.length >= limit) return false;
    admitted.push(now);
    return true;
  };
}

export const vvTool = {
  type: 'VV_TOOL',
  platform: 'ALIBABA_1688',
  path: '/tool/erps/1688get-order-info',
  shop: { id: 'mill', name: 'Mill Knitwear' },
  account,
  documented: { '2198111437768747370': { document: vvToolSample, retCodes: ['BUYER_ENCRYPT'] } },
  syntheticId,
  outlineAt,
  wholeReply: wholeReplyOf(replies),
  createEndpoint: ({ requestsPerSecond, ...sources }) => create1688Endpoint(createProtocol(requestsPerSecond), sources),
} as const satisfies SandboxGateway<Order>;
