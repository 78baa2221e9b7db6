// VV_TOOL's door: JSON, a bearer token, ten requests a second, the seller's view.

import { snakeLetters } from '../../../mapping/spelling.js';
import { VV_TOOL_ACCOUNT, VV_TOOL_PATH } from '../../demo.js';
import { BAD_REQUEST, NO_SUCH_ACCOUNT, NOT_AUTHORIZED, type Refusal } from '../special.js';
import { type Endpoint, isTextOrAbsent, jsonMembers, readOrderId } from './endpoint.js';

export function vvToolEndpoint(requestsPerSecond: number): Endpoint {
  const tooFrequent: Refusal = {
    code: 429,
    message: `请求过于频繁,频率限制: ${requestsPerSecond} 次/秒`,
    httpStatus: 429,
    headers: { 'retry-after': '1' },
  };
  const admit = slidingWindow(requestsPerSecond);
  return {
    path: VV_TOOL_PATH,
    view: 'seller',
    spelling: snakeLetters,
    longs: 'exact',
    read: (request) => {
      if (request.headers.authorization !== `Bearer ${VV_TOOL_ACCOUNT.accessToken}`) return NOT_AUTHORIZED;
      if (!admit(performance.now())) return tooFrequent;
      const asked = jsonMembers(request);
      if (typeof asked?.shop_id !== 'string') return BAD_REQUEST;
      if (asked.shop_id !== VV_TOOL_ACCOUNT.shopId) return NO_SUCH_ACCOUNT;
      const orderId = readOrderId(asked.order_id);
      const includeFields = asked.include_fields;
      return orderId && isTextOrAbsent(includeFields) ? { orderId, includeFields } : BAD_REQUEST;
    },
    buildReply: ({ result, retCodes, success }) => ({
      code: 0,
      msg: '操作成功',
      ...timing(),
      data: { result, ret_codes: retCodes, success, withholding_money: 1 },
    }),
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
