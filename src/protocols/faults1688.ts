// What the 1688 gateways' failures mean. Their codes are few and share meanings, so 1688's own codes and the words decide
// where they can.
import type { Fault } from '../common/fault.js';
import { own } from '../common/object.js';
import { linkIn, type ReceivedReply } from './http.js';
import type { Refusal } from './refusal.js';
import { refusalFault } from './refusalFault.js';
import { again, type Meaning, meaningOfWords, never } from './refusalWords.js';

/** What a gateway's own codes mean. */
export type CodeTable = Readonly<Record<string, Meaning>>;

/** The codes that vv-tool and damaijia168 document. */
export const CODES: CodeTable = {
  100: { fault: 'UPSTREAM_BAD_REQUEST' }, // 请求参数错误
  101: { fault: 'UPSTREAM_TIMEOUT' }, // 请求超时,请重试
  103: { fault: 'SHOP_NOT_FOUND' }, // 旺旺账号不存在
  200: { fault: 'UPSTREAM_UNAVAILABLE' }, // 系统错误,请联系客服
  203: { fault: 'API_NOT_ENTITLED' }, // 暂不支持当前接口
  204: { fault: 'API_NOT_ENTITLED' }, // 无该接口权限, or 次数不足: the words tell
  302: { fault: 'SHOP_NOT_AUTHORIZED' }, // 未授权店铺, with a link in the words
};

/** What is refused with them may be a parameter that is wrong, or one that names an order which is none. */
export const UNKNOWN_ORDER_CODES: readonly string[] = ['100'];

/** Codes whose words only say more of the same, or stand for one meaning whatever they say. */
const DECIDED_BY_CODE = new Set(['101', '103', '203', '302']);

/** The refusals of 1688's open platform, which gateways pass on. It documents none; source: its replies, by public clients. */
const CODES_OF_1688: CodeTable = {
  401: never('SHOP_NOT_AUTHORIZED'), // Request need user authorized: the token is missing, expired or revoked
  'gw.APIACLDecline': never('API_NOT_ENTITLED'), // AppKey is not allowed(acl)
  'gw.QosAppFrequencyLimit': again('UPSTREAM_THROTTLED'), // App call exceeds limited frequency
  'gw.QosApiFrequencyLimit': again('UPSTREAM_THROTTLED'), // the same, of one interface
  'gw.SignatureMissing': never('UPSTREAM_BAD_REQUEST'), // not signed
  'gw.SignatureInvalid': never('UPSTREAM_BAD_REQUEST'), // wrongly signed
  'gw.AppKeyMissing': never('UPSTREAM_BAD_REQUEST'), // no appKey in the path
  'gw.APIUnsupported': never('UPSTREAM_BAD_REQUEST'), // no interface of that namespace, name and version
  'gw.ParamMissing': never('UPSTREAM_BAD_REQUEST'), // a required parameter is missing
  'gw.ISPInvokeError': again('UPSTREAM_UNAVAILABLE'), // the service behind the gateway failed
  '500_1': again('UPSTREAM_UNAVAILABLE'), // system error, of an interface of the same family
  'gw.ISPInvokeTimeout': again('UPSTREAM_TIMEOUT'), // the service behind the gateway took too long
};

/** Families of them that no client lists in full. */
const FAMILIES_OF_1688: readonly (readonly [RegExp, Meaning])[] = [
  // The account is not the order's: as Taobao's isv.invalid-permission, and no other gateway of the account may read it.
  [/^order\.nopermission/, never('SHOP_NOT_AUTHORIZED')],
  [/^gw\.\w/, again('UPSTREAM_UNAVAILABLE')],
];

/** A code of 1688's that stands among the words. */
const CODE_IN_WORDS = /\b(?:gw\.\w{1,64}|order\.nopermission(?:\.\w{1,64})?)/;

/** 1688's own words, where they come without their code. */
const WORDS_OF_1688: readonly (readonly [RegExp, string])[] = [
  [/request need user authori[sz]ed/i, '401'],
  [/not allowed ?\(acl\)/i, 'gw.APIACLDecline'],
  [/app call exceeds limited frequency/i, 'gw.QosAppFrequencyLimit'],
  [/没有权限获取该订单详情[(（]买家端/, 'order.nopermission.buyer'],
];

/**
 * Names a refusal.
 * @param codes what the gateway's own codes mean, if it documents any
 */
export function faultFrom1688(
  refusal: Refusal,
  codes: CodeTable,
  requestId: string | undefined,
  reply: ReceivedReply,
): Fault {
  const message = refusal.subMessage || refusal.message;
  const code = codeOf1688(refusal, message) ?? (refusal.subCode || refusal.code);
  const meaning = meaningOf1688(code) ?? meaningOfGateway(refusal.code, `${code} ${message}`, codes);
  return refusalFault(
    {
      upstreamCode: code,
      upstreamMessage: message,
      meaning,
      // The link has been seen in the words; that it stands there is not documented.
      authorizeUrl: meaning?.fault === 'SHOP_NOT_AUTHORIZED' ? (linkIn(message) ?? linkIn(reply.text)) : undefined,
      requestId,
    },
    reply,
  );
}

/** 1688's own code for what it refused, if it was 1688. */
function codeOf1688({ code, subCode }: Refusal, message: string): string | undefined {
  const named = [subCode, code].find((candidate) => meaningOf1688(candidate) !== undefined);
  return named ?? CODE_IN_WORDS.exec(message)?.[0] ?? WORDS_OF_1688.find(([words]) => words.test(message))?.[1];
}

const meaningOf1688 = (code: string): Meaning | undefined =>
  own(CODES_OF_1688, code) ??
  own(CODES_OF_1688, `gw.${code}`) ??
  FAMILIES_OF_1688.find(([family]) => family.test(code))?.[1];

function meaningOfGateway(code: string, words: string, codes: CodeTable): Meaning | undefined {
  const byCode = own(codes, code);
  return byCode && DECIDED_BY_CODE.has(code) ? byCode : (meaningOfWords(words) ?? byCode);
}
