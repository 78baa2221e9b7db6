// What TOP's and Qimen's failures mean: by sub_code where there is one, else by code.
import { Fault, type FaultCode } from '../common/fault.js';
import { type JsonObject, own, pick } from '../common/object.js';
import { asText, faultFromStatus, type HttpReply } from './http.js';

interface Meaning {
  readonly fault: FaultCode;
  readonly retryable: boolean;
}

const again = (fault: FaultCode): Meaning => ({ fault, retryable: true });
const never = (fault: FaultCode): Meaning => ({ fault, retryable: false });

/** The error table of taobao.trade.fullinfo.get.customization, with its own advice beside. */
const SUB_CODES: { readonly [subCode: string]: Meaning } = {
  'isv.invalid-permission': never('SHOP_NOT_AUTHORIZED'), // 保证传入的订单ID和卖家SessionKey信息是一致的
  'isv.trade-not-exist': never('ORDER_ARCHIVED'), // 订单已进入历史库,不再提供实时查询 … 不要重试
  'isv.invalid-parameter:tid': never('ORDER_NOT_FOUND'), // 订单ID不存在,或者使用了子订单ID来查询
  'isv.trade-service-access-frequency': again('UPSTREAM_THROTTLED'), // 等待一段时间后再来查询
  'isp.trade-service-degrade': again('UPSTREAM_THROTTLED'), // 单位时间内慢查询过多 … 请稍后重试
  'isp.commission-service-unavailable': again('UPSTREAM_UNAVAILABLE'), // 重试
  'isp.trade-service-unavailable': again('UPSTREAM_UNAVAILABLE'), // 适当重试
  'isp.trade-service-failed': again('UPSTREAM_UNAVAILABLE'), // 重试
  'isp.call-limited': again('UPSTREAM_THROTTLED'), // 请稍后重试
  'isp.remote-connection-error': again('UPSTREAM_UNAVAILABLE'), // 请稍后重试
  'isp.remote-service-timeout': again('UPSTREAM_TIMEOUT'), // 请稍后重试
  'isv.invalid-parameter': never('UPSTREAM_BAD_REQUEST'), // 请传入正确的参数
  'isv.astrolabe-trade-closured': again('ORDER_ON_HOLD'), // 门店发货拦截订单: 重试
  'isp.contextPrepareError': again('UPSTREAM_UNAVAILABLE'), // 重试
  'isv.trade-hold': never('ORDER_ON_HOLD'), // 订单已经被星盘拦截: 对接星盘发货系统
  'isp.processError': again('UPSTREAM_UNAVAILABLE'), // the table says ???; isp.* is the platform's own failure
  'isp.filterError': again('UPSTREAM_UNAVAILABLE'), // likewise
  'isp.syncLockError': again('UPSTREAM_UNAVAILABLE'), // likewise
  'isp.processCatchError': again('UPSTREAM_UNAVAILABLE'), // likewise
};

/** Families of sub codes that no table lists in full. */
const SUB_CODE_FAMILIES: readonly (readonly [RegExp, Meaning])[] = [
  [/^accesscontrol\.limited-by-/, again('UPSTREAM_THROTTLED')],
  [/permission-api|insufficient-isv|invalid-ip/, never('API_NOT_ENTITLED')],
  [/session|insufficient-user/, never('SHOP_NOT_AUTHORIZED')],
  [/timeout$/, again('UPSTREAM_TIMEOUT')],
  [/^isp\./, again('UPSTREAM_UNAVAILABLE')],
  [/^isv\./, never('UPSTREAM_BAD_REQUEST')],
];

/** TOP's system codes, and the codes of Qimen's business failures. */
const CODES: { readonly [code: string]: Meaning } = {
  7: again('UPSTREAM_THROTTLED'), // App Call Limited
  10: again('UPSTREAM_UNAVAILABLE'), // Service Currently Unavailable
  11: never('API_NOT_ENTITLED'), // Insufficient ISV Permissions
  12: never('SHOP_NOT_AUTHORIZED'), // Insufficient User Permissions
  13: never('API_NOT_ENTITLED'), // Insufficient Partner Permissions
  15: again('UPSTREAM_UNAVAILABLE'), // Remote Service Error
  21: never('UPSTREAM_BAD_REQUEST'), // Missing Method
  22: never('UPSTREAM_BAD_REQUEST'), // Invalid Method
  23: never('UPSTREAM_BAD_REQUEST'), // Invalid Format
  24: never('UPSTREAM_BAD_REQUEST'), // Missing Signature
  25: never('UPSTREAM_BAD_REQUEST'), // Invalid Signature
  26: never('SHOP_NOT_AUTHORIZED'), // Missing Session
  27: never('SHOP_NOT_AUTHORIZED'), // Invalid Session
  28: never('UPSTREAM_BAD_REQUEST'), // Missing App Key
  29: never('UPSTREAM_BAD_REQUEST'), // Invalid App Key
  30: never('UPSTREAM_BAD_REQUEST'), // Missing Timestamp
  31: never('UPSTREAM_BAD_REQUEST'), // Invalid Timestamp
  40: never('UPSTREAM_BAD_REQUEST'), // Missing Required Arguments
  41: never('UPSTREAM_BAD_REQUEST'), // Invalid Arguments
  50: again('UPSTREAM_UNAVAILABLE'), // Remote Service Error
  SYSTEM_ERROR: again('UPSTREAM_UNAVAILABLE'), // Qimen: system error
};

/** Words of business failures, whose codes Qimen does not document. */
const WORDS: readonly (readonly [RegExp, Meaning])[] = [
  [/order.{0,20}(not.?(exist|found)|invalid)|no.?such.?order|订单.{0,4}不存在/i, never('ORDER_NOT_FOUND')],
  [/seller.{0,12}not.?exist/i, never('SHOP_NOT_FOUND')],
  [/permission|unauthori[sz]ed|session|授权|权限/i, never('SHOP_NOT_AUTHORIZED')],
  [/limit|frequen|限流|频/i, again('UPSTREAM_THROTTLED')],
  [/time.?out|超时/i, again('UPSTREAM_TIMEOUT')],
];

const BAN = /ban will last for (\d+)/i;

/** Names a failure from the object that tells of it. */
export function faultFromTop(failure: JsonObject, reply: HttpReply): Fault {
  const code = asText(failure.code)?.trim() ?? '';
  const subCode = asText(failure.sub_code)?.trim() ?? '';
  const words = [pick(failure, 'msg', 'message'), pick(failure, 'sub_msg', 'sub_message')].map(asText);
  const message = words.filter((text) => text).join(': ');
  const meaning = meaningOf(code, subCode, message);
  const ban = BAN.exec(message)?.[1];
  const status = reply.status >= 400 ? faultFromStatus(reply) : undefined;
  return new Fault(meaning.fault, `The gateway refused: ${message || subCode || code}`, {
    upstreamCode: subCode || code,
    upstreamMessage: message,
    retryable: meaning.retryable,
    retryAfterMs: ban === undefined ? status?.details.retryAfterMs : Number(ban) * 1000,
    requestId: asText(failure.request_id),
  });
}

function meaningOf(code: string, subCode: string, message: string): Meaning {
  const bySubCode =
    own(SUB_CODES, subCode) ?? own(SUB_CODES, code) ?? SUB_CODE_FAMILIES.find(([family]) => family.test(subCode))?.[1];
  if (bySubCode !== undefined) return bySubCode;
  return (
    own(CODES, code) ?? WORDS.find(([words]) => words.test(`${code} ${message}`))?.[1] ?? never('UPSTREAM_BAD_REQUEST')
  );
}
