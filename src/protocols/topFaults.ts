// What TOP's and Qimen's failures mean: by sub_code where there is one, else by code.
import type { Fault } from '../common/fault.js';
import { own } from '../common/object.js';
import type { ReceivedReply } from './http.js';
import type { Refusal } from './refusal.js';
import { refusalFault } from './refusalFault.js';
import { again, type Meaning, meaningOfWords, never } from './refusalWords.js';

type MeaningTable = Readonly<Record<string, Meaning>>;

/** The error table of taobao.trade.fullinfo.get.customization, with its own advice beside. */
const SUB_CODES: MeaningTable = {
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

/** TOP's own sub codes, of every interface. Source: its page of error codes (异常排查及错误码), which says what to retry. */
const PLATFORM_SUB_CODES: MeaningTable = {
  'isp.remote-service-error': again('UPSTREAM_UNAVAILABLE'), // 连接远程服务错误: 是
  'isp.null-pointer-exception': never('UPSTREAM_UNAVAILABLE'), // 空指针异常错误: 否
  'isp.top-parse-error': never('UPSTREAM_UNAVAILABLE'), // api解析错误: 否
  'isp.top-mapping-parse-error': never('UPSTREAM_UNAVAILABLE'), // top-mapping转换出错, 主要是由于传入参数格式不对: 否
  'isp.top-remote-connection-timeout': again('UPSTREAM_TIMEOUT'), // top平台连接后端服务超时: 是
  'isp.top-remote-connection-error': again('UPSTREAM_UNAVAILABLE'), // top平台连接后端服务错误，找不到服务: 是
  'isp.unknown-error': again('UPSTREAM_UNAVAILABLE'), // top平台连接后端服务抛未知异常信息: 是
  'isv.w2-security-authorize-invalid': never('SHOP_NOT_AUTHORIZED'), // the seller's short-lived grant is over
  'isv.permission-ip-whitelist-limit': never('API_NOT_ENTITLED'), // the application may not call from this address
};

/** Families of sub codes that no table lists in full. */
const SUB_CODE_FAMILIES: readonly (readonly [RegExp, Meaning])[] = [
  [/limited-by-|call-limit|limit[-_]control/i, again('UPSTREAM_THROTTLED')],
  [/permission-|insufficient-isv|invalid-ip/, never('API_NOT_ENTITLED')],
  [/session|insufficient-user|w2-|authorize/, never('SHOP_NOT_AUTHORIZED')],
  [/timeout$/, again('UPSTREAM_TIMEOUT')],
];

/** Whose fault it is, where nothing else tells. */
const BY_PARTY: readonly (readonly [RegExp, Meaning])[] = [
  [/^isp\b/i, again('UPSTREAM_UNAVAILABLE')],
  [/^isv\b/i, never('UPSTREAM_BAD_REQUEST')],
];

/** TOP's system codes, by the same page, and the codes of Qimen's business failures. */
const CODES: MeaningTable = {
  4: again('UPSTREAM_THROTTLED'), // User Call Limited
  5: again('UPSTREAM_THROTTLED'), // Session Call Limited
  6: again('UPSTREAM_THROTTLED'), // Partner Call Limited
  7: again('UPSTREAM_THROTTLED'), // App Call Limited
  8: again('UPSTREAM_THROTTLED'), // App Call Exceeds Limited Frequency
  9: never('UPSTREAM_BAD_REQUEST'), // Http Action Not Allowed
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
  32: never('UPSTREAM_BAD_REQUEST'), // Missing Version
  33: never('UPSTREAM_BAD_REQUEST'), // Invalid Version
  34: never('UPSTREAM_BAD_REQUEST'), // Unsupported Version
  40: never('UPSTREAM_BAD_REQUEST'), // Missing Required Arguments
  41: never('UPSTREAM_BAD_REQUEST'), // Invalid Arguments
  42: never('UPSTREAM_BAD_REQUEST'), // Forbidden Request
  43: never('UPSTREAM_BAD_REQUEST'), // Parameter Error
  50: again('UPSTREAM_UNAVAILABLE'), // Remote Service Error
  53: never('SHOP_NOT_AUTHORIZED'), // Insufficient security level: 刷新授权
  SYSTEM_ERROR: again('UPSTREAM_UNAVAILABLE'), // Qimen: system error
};

/** Codes that say only that what stands behind TOP failed: the sub code tells whose fault it was. */
const REMOTE_ERRORS = new Set(['15', '50']);

/** The codes of the gateway that follows TOP, which are words. Source: its replies, by public clients of it. */
const WORD_CODES: MeaningTable = {
  IllegalAccessToken: never('SHOP_NOT_AUTHORIZED'), // The specified access token is invalid or expired
  InsufficientPermission: never('API_NOT_ENTITLED'), // App does not have permission to access this api
  AppWhiteIpLimit: never('API_NOT_ENTITLED'), // the address is not on the application's list
  ApiCallLimit: again('UPSTREAM_THROTTLED'), // Api access frequency exceeds the limit
  AppCallLimit: again('UPSTREAM_THROTTLED'),
  SystemError: again('UPSTREAM_UNAVAILABLE'), // Internal system error
  ServiceTimeout: again('UPSTREAM_TIMEOUT'),
  IncompleteSignature: never('UPSTREAM_BAD_REQUEST'),
  InvalidSignature: never('UPSTREAM_BAD_REQUEST'),
  InvalidApiPath: never('UPSTREAM_BAD_REQUEST'),
  InvalidAppKey: never('UPSTREAM_BAD_REQUEST'),
  AppKeyNotExist: never('UPSTREAM_BAD_REQUEST'),
  MissingParameter: never('UPSTREAM_BAD_REQUEST'),
  InvalidParameter: never('UPSTREAM_BAD_REQUEST'),
};

/** Names a failure from what a reply says of it. */
export function faultFromTop(refusal: Refusal, requestId: string | undefined, reply: ReceivedReply): Fault {
  const { code, subCode, message, subMessage } = refusal;
  const upstreamMessage = [message, subMessage].filter((text) => text !== '').join(': ');
  const meaning = meaningOf(refusal, upstreamMessage);
  return refusalFault({ upstreamCode: subCode || code, upstreamMessage, meaning, requestId }, reply);
}

function meaningOf({ code, subCode, message, subMessage, type }: Refusal, words: string): Meaning | undefined {
  // A sub code may name the parameter that it is about: isv.invalid-parameter:tid.
  const [family = ''] = subCode.split(':', 1);
  const codes = [subCode, family, code, message, subMessage];
  return (
    first([subCode, family, code], (text) => own(SUB_CODES, text) ?? own(PLATFORM_SUB_CODES, text)) ??
    familyOf(subCode, SUB_CODE_FAMILIES) ??
    first(codes, (text) => own(WORD_CODES, text)) ??
    (REMOTE_ERRORS.has(code) ? undefined : (own(CODES, subCode) ?? own(CODES, code))) ??
    meaningOfParty(subCode, subMessage) ??
    own(CODES, code) ??
    meaningOfWords(`${subCode} ${code} ${words}`) ??
    familyOf(type, BY_PARTY)
  );
}

/** A sub code names the party at fault; where that is not the platform, its words may say more. */
function meaningOfParty(subCode: string, subMessage: string): Meaning | undefined {
  const party = familyOf(subCode, BY_PARTY);
  return party?.retryable ? party : (meaningOfWords(`${subCode} ${subMessage}`) ?? party);
}

const familyOf = (text: string, families: readonly (readonly [RegExp, Meaning])[]): Meaning | undefined =>
  families.find(([family]) => family.test(text))?.[1];

function first(texts: readonly string[], meaningIn: (text: string) => Meaning | undefined): Meaning | undefined {
  for (const text of texts) {
    const meaning = meaningIn(text);
    if (meaning) return meaning;
  }
  return undefined;
}
