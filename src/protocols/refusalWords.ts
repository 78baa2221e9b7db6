// What the words of a refusal mean, where no table knows its code: one list for all gateways, the first that fits decides.
// Limits come first, as their words name sessions and interfaces too; then tokens, entitlement, orders.
import type { FaultCode } from '../common/fault.js';

export interface Meaning {
  readonly fault: FaultCode;
  readonly retryable?: boolean;
}

export const again = (fault: FaultCode): Meaning => ({ fault, retryable: true });
export const never = (fault: FaultCode): Meaning => ({ fault, retryable: false });

const WORDS: readonly (readonly [RegExp, Meaning])[] = [
  // Limits: what is used up, then what comes too often.
  [/次数不足|次数已用完|额度不足|余额不足|quota/i, never('QUOTA_EXHAUSTED')],
  [
    /频率|频繁|频次|限频|限流|超限|流控|qps|too (?:many|often)|frequen|ban will last|throttl/i,
    again('UPSTREAM_THROTTLED'),
  ],
  [/(?:call|access|rate|flow|traffic|request)s?[ _-]?limit|limited[ _-]by/i, again('UPSTREAM_THROTTLED')],

  // Tokens: of the shop, and its right to the one order.
  [/授权(?:已经?)?(?:过期|失效|无效|到期)|(?:未|重新|没有|需要)授权/, never('SHOP_NOT_AUTHORIZED')],
  [/(?:token|session ?key|令牌|会话).{0,6}(?:过期|失效|无效|非法|错误|不存在|不能为空)/i, never('SHOP_NOT_AUTHORIZED')],
  [
    /user.{0,6}authori[sz]|unauthori[sz]ed|not.{0,4}authori[sz]ed|authori[sz]ation.{0,16}(?:requir|expir|invalid)/i,
    never('SHOP_NOT_AUTHORIZED'),
  ],
  [
    /(?:access|refresh)[ _-]?token|(?:illegal|invalid|expired|missing)[ _-]?token|token.{0,12}(?:expir|invalid)|session/i,
    never('SHOP_NOT_AUTHORIZED'),
  ],
  [/订单.{0,6}不存在.{0,4}(?:权限|无权|没有权)/, never('ORDER_NOT_FOUND')],
  [
    /[无没]有?权.{0,8}[该此本这][笔个]?(?:订单|交易)|[该此本这][笔个]?(?:订单|交易).{0,8}权限/,
    never('SHOP_NOT_AUTHORIZED'),
  ],
  [
    /(?:订单|交易).{0,4}不属于|order\.nopermission|permission.{0,20}this (?:order|trade)/i,
    never('SHOP_NOT_AUTHORIZED'),
  ],

  // Entitlement: of the application to the interface.
  [
    /无.{0,4}(?:接口)?权限|(?:没有|缺少).{0,12}权限|权限不足|无权|暂不支持.{0,4}接口|未开通|未订购|白名单/,
    never('API_NOT_ENTITLED'),
  ],
  [/permission|\(acl\)|acldecline|not allowed|white.?(?:list|ip)|not entitled/i, never('API_NOT_ENTITLED')],

  // Orders, and the account that they are asked of.
  [
    /(?:订单|交易).{0,6}(?:不存在|未找到|没有找到|查不到)|(?:不存在|未找到|没有找到|找不到|查询不到).{0,6}(?:订单|交易)/,
    never('ORDER_NOT_FOUND'),
  ],
  [
    /order.{0,20}(?:not.?(?:exist|found)|no such|invalid)|no.?such.?order|(?:cannot|can't|not) find.{0,8}order/i,
    never('ORDER_NOT_FOUND'),
  ],
  [/账号不存在|seller.{0,12}not.?exist/i, never('SHOP_NOT_FOUND')],

  // The gateway, and what stands behind it.
  [/超时|time[ -]?out|timed out/i, again('UPSTREAM_TIMEOUT')],
  [/系统(?:错误|异常|繁忙)|服务(?:异常|不可用|繁忙)|稍[后候]再?[重再]?试/, again('UPSTREAM_UNAVAILABLE')],
  [
    /(?:system|service).?(?:error|busy)|internal.{0,8}error|service.{0,12}(?:unavailable|busy)|remote service error/i,
    again('UPSTREAM_UNAVAILABLE'),
  ],
];

/** A gateway on a bad day may answer with a page in place of words. */
const SEARCHED_CHARACTERS = 2_000;

export function meaningOfWords(words: string): Meaning | undefined {
  const text = words.slice(0, SEARCHED_CHARACTERS);
  return WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

const BAN = /ban will last (?:for )?(\d{1,9})/i;

/** How long the words tell to stay away, in milliseconds. */
export function banMs(words: string): number | undefined {
  const seconds = BAN.exec(words.slice(0, SEARCHED_CHARACTERS))?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
