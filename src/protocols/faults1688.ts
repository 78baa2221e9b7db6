// What the 1688 gateways' failures mean. Their codes are few and share meanings, so the words decide where they can.
import { Fault, type FaultCode } from '../common/fault.js';
import { type JsonObject, pick } from '../common/object.js';
import { asText, faultFromStatus, type HttpReply, linkIn } from './http.js';

export interface Meaning {
  readonly fault: FaultCode;
  readonly retryable?: boolean;
}

/** Words that tell what a code leaves open, the more special first. */
const WORDS: readonly (readonly [RegExp, Meaning])[] = [
  [/(订单|交易).{0,6}不存在|order.{0,12}(not (exist|found)|no such)/i, { fault: 'ORDER_NOT_FOUND' }],
  [/次数不足|次数已用完|额度不足|余额不足|quota/i, { fault: 'QUOTA_EXHAUSTED', retryable: false }],
  [/频率|频繁|限流|qps|too many/i, { fault: 'UPSTREAM_THROTTLED' }],
  [/未授权|授权(已)?(过期|失效)|unauthori[sz]ed/i, { fault: 'SHOP_NOT_AUTHORIZED' }],
  [/无.{0,4}(接口)?权限|没有.{0,6}权限|暂不支持/, { fault: 'API_NOT_ENTITLED' }],
  [/账号不存在/, { fault: 'SHOP_NOT_FOUND' }],
  [/超时|timed? ?out/i, { fault: 'UPSTREAM_TIMEOUT' }],
  [/系统(错误|异常|繁忙)|服务(异常|不可用)/, { fault: 'UPSTREAM_UNAVAILABLE' }],
];

/** The codes that vv-tool and damaijia168 document. */
export const CODES: { readonly [code: string]: Meaning } = {
  100: { fault: 'UPSTREAM_BAD_REQUEST' }, // 请求参数错误
  101: { fault: 'UPSTREAM_TIMEOUT' }, // 请求超时,请重试
  103: { fault: 'SHOP_NOT_FOUND' }, // 旺旺账号不存在
  200: { fault: 'UPSTREAM_UNAVAILABLE' }, // 系统错误,请联系客服
  203: { fault: 'API_NOT_ENTITLED' }, // 暂不支持当前接口
  204: { fault: 'API_NOT_ENTITLED' }, // 无该接口权限, or 次数不足: the words tell
  302: { fault: 'SHOP_NOT_AUTHORIZED' }, // 未授权店铺, with a link in the words
};

/** Codes whose words only say more of the same, or stand for one meaning whatever they say. */
const DECIDED_BY_CODE = new Set(['101', '103', '203', '302']);

/** A gateway on a bad day may answer with a page in place of words. */
const LONGEST_MESSAGE = 1000;

/** Names a refusal; codes: the meanings of its gateway's own codes, if it documents any. */
export function faultFrom1688(
  { requestId, ...said }: { code: string; message: string; requestId?: string | undefined },
  codes: { readonly [code: string]: Meaning },
  reply: HttpReply,
): Fault {
  const code = said.code.trim();
  const message = said.message.slice(0, LONGEST_MESSAGE);
  const byCode = Object.hasOwn(codes, code) ? codes[code] : undefined;
  const byWords = WORDS.find(([words]) => words.test(message))?.[1];
  const meaning = (byCode && DECIDED_BY_CODE.has(code) ? byCode : (byWords ?? byCode)) ?? {
    fault: 'UPSTREAM_BAD_REQUEST',
  };
  const status = reply.status >= 400 ? faultFromStatus(reply) : undefined;
  const fault = byCode === undefined && byWords === undefined && status ? status.code : meaning.fault;
  return new Fault(
    fault,
    message === '' ? `The gateway refused with code ${code} and gave no reason.` : `The gateway refused: ${message}`,
    {
      upstreamCode: code,
      upstreamMessage: message,
      retryable: meaning.retryable,
      retryAfterMs: status?.details.retryAfterMs,
      // The link has been seen in the words; that it stands there is not documented.
      authorizeUrl: fault === 'SHOP_NOT_AUTHORIZED' ? (linkIn(message) ?? linkIn(reply.text)) : undefined,
      requestId,
    },
  );
}

/** 1688's own words, where the gateway passes them on. */
export const errorMessage = (data: JsonObject): string => asText(pick(data, 'error_message', 'errorMessage')) ?? '';
