// Trades that exist so that people and tests can meet every documented refusal and every way the gateway breaks.

import { type Refusal, SYSTEM_REFUSALS, withTextCode } from '../top/refusal.js';

const service = (sub_code: string, sub_msg: string): Refusal => ({
  code: 15,
  msg: 'Remote service error',
  sub_code,
  sub_msg,
});

export const NO_SUCH_TRADE = service('isv.trade-not-exist', '交易不存在');
export const NO_MAIN_TRADE = service('isv.invalid-parameter:tid', '订单ID不存在,或者使用了子订单ID来查询');

/** The documentation's table of errors, row by row; the last four have no words there. */
const SERVICE_REFUSALS: Readonly<Record<string, Refusal>> = {
  '101': service('isv.invalid-permission', '必须是此交易的买家或卖家才能获取交易详细信息'),
  '102': NO_SUCH_TRADE,
  '103': NO_MAIN_TRADE,
  '104': service('isv.trade-service-access-frequency', '交易慢查询访问太频繁'),
  '105': service('isp.trade-service-degrade', '单位时间内慢查询过多,服务被降级'),
  '106': service('isp.commission-service-unavailable', '佣金服务不可用'),
  '107': service('isp.trade-service-unavailable', '交易服务不可用'),
  '108': service('isp.trade-service-failed', '服务不可用'),
  '109': service('isp.call-limited', '交易服务限流'),
  '110': service('isp.remote-connection-error', '交易服务连接依赖的远程服务错误'),
  '111': service('isp.remote-service-timeout', '交易服务处理超时'),
  '112': service('isv.invalid-parameter', '请求参数有误'),
  '113': service('isv.astrolabe-trade-closured', '门店发货拦截订单'),
  '114': service('isp.contextPrepareError', '交易服务不可用'),
  '115': service('isv.trade-hold', '订单已经被星盘拦截'),
  '116': service('isp.processError', '???'),
  '117': service('isp.filterError', '???'),
  '118': service('isp.syncLockError', '???'),
  '119': service('isp.processCatchError', '???'),
  // The documentation's own example of a failure has this code instead of 15.
  '120': { ...service('isv.invalid-parameter', '非法参数'), code: 50 },
};

const REFUSALS = { ...SYSTEM_REFUSALS, ...SERVICE_REFUSALS };
const tradesFor = (first: string, spoken: (refusal: Refusal) => Refusal): readonly (readonly [string, Refusal])[] =>
  Object.entries(REFUSALS).map(([number, refusal]) => [`${first}${number}`, spoken(refusal)]);

/** tid → the refusal it meets. 1000000000000000NNN says its code as a number, 1000000000000001NNN as a string. */
export const SPECIAL_TRADES: Readonly<Record<string, Refusal>> = Object.fromEntries([
  ...tradesFor('1000000000000000', (refusal) => refusal),
  ...tradesFor('1000000000000001', withTextCode),
]);

/** tid → the way the gateway breaks when it is requested. */
export const BROKEN_TRADES = {
  '1000000000000000500': 'serverError', // HTTP 500 with a page of HTML
  '1000000000000000501': 'truncated', // a good reply, cut in the middle
  '1000000000000000502': 'silent', // never answers; the socket is destroyed when the sandbox closes
  '1000000000000000503': 'reset', // resets the connection
  '1000000000000000504': 'otherTrade', // a good reply about another trade
  '1000000000000000505': 'noTrade', // the root member, without a trade in it
  '1000000000000000506': 'noRoot', // an empty object
} as const;

export const breakageOf = (tid: string) =>
  (BROKEN_TRADES as Record<string, (typeof BROKEN_TRADES)[keyof typeof BROKEN_TRADES]>)[tid];
