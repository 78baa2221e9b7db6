// The error table of Taobao's documentation, TOP's system codes and Qimen's business failures, and what each means.
import type { Refusal } from '../gateway.js';
import type { Part } from '../json.js';

type Row = readonly [subCode: string, words: string, fault: string, retryable: boolean];

/** taobao.trade.fullinfo.get.customization, row by row: retryable is what its advice (解决方案) says. */
const TABLE: readonly Row[] = [
  ['isv.invalid-permission', '必须是此交易的买家或卖家才能获取交易详细信息', 'SHOP_NOT_AUTHORIZED', false],
  ['isv.trade-not-exist', '交易不存在', 'ORDER_ARCHIVED', false],
  ['isv.invalid-parameter:tid', '订单ID不存在,或者使用了子订单ID来查询', 'ORDER_NOT_FOUND', false],
  ['isv.trade-service-access-frequency', '交易慢查询访问太频繁', 'UPSTREAM_THROTTLED', true],
  ['isp.trade-service-degrade', '单位时间内慢查询过多,服务被降级', 'UPSTREAM_THROTTLED', true],
  ['isp.commission-service-unavailable', '佣金服务不可用', 'UPSTREAM_UNAVAILABLE', true],
  ['isp.trade-service-unavailable', '交易服务不可用', 'UPSTREAM_UNAVAILABLE', true],
  ['isp.trade-service-failed', '服务不可用', 'UPSTREAM_UNAVAILABLE', true],
  ['isp.call-limited', '交易服务限流', 'UPSTREAM_THROTTLED', true],
  ['isp.remote-connection-error', '交易服务连接依赖的远程服务错误', 'UPSTREAM_UNAVAILABLE', true],
  ['isp.remote-service-timeout', '交易服务处理超时', 'UPSTREAM_TIMEOUT', true],
  ['isv.invalid-parameter', '请求参数有误', 'UPSTREAM_BAD_REQUEST', false],
  ['isv.astrolabe-trade-closured', '门店发货拦截订单', 'ORDER_ON_HOLD', true],
  ['isp.contextPrepareError', '交易服务不可用', 'UPSTREAM_UNAVAILABLE', true],
  ['isv.trade-hold', '订单已经被星盘拦截', 'ORDER_ON_HOLD', false],
  ['isp.processError', '???', 'UPSTREAM_UNAVAILABLE', true],
  ['isp.filterError', '???', 'UPSTREAM_UNAVAILABLE', true],
  ['isp.syncLockError', '???', 'UPSTREAM_UNAVAILABLE', true],
  ['isp.processCatchError', '???', 'UPSTREAM_UNAVAILABLE', true],
  // In no table: the family tells.
  ['isp.something-new', 'new', 'UPSTREAM_UNAVAILABLE', true],
  ['isp.top-remote-service-timeout', 'new', 'UPSTREAM_TIMEOUT', true],
  ['isv.something-new', 'new', 'UPSTREAM_BAD_REQUEST', false],
];

/** TOP's system codes, without a sub code. */
const SYSTEM: readonly (readonly [code: number, words: string, fault: string, retryable: boolean])[] = [
  [7, 'App Call Limited', 'UPSTREAM_THROTTLED', true],
  [10, 'Service Currently Unavailable', 'UPSTREAM_UNAVAILABLE', true],
  [15, 'Remote service error', 'UPSTREAM_UNAVAILABLE', true],
  [21, 'Missing Method', 'UPSTREAM_BAD_REQUEST', false],
  [22, 'Invalid Method', 'UPSTREAM_BAD_REQUEST', false],
  [23, 'Invalid Format', 'UPSTREAM_BAD_REQUEST', false],
  [24, 'Missing Signature', 'UPSTREAM_BAD_REQUEST', false],
  [25, 'Invalid signature', 'UPSTREAM_BAD_REQUEST', false],
  [26, 'Missing Session', 'SHOP_NOT_AUTHORIZED', false],
  [27, 'Invalid session', 'SHOP_NOT_AUTHORIZED', false],
  [28, 'Missing App Key', 'UPSTREAM_BAD_REQUEST', false],
  [29, 'Invalid app Key', 'UPSTREAM_BAD_REQUEST', false],
  [30, 'Missing Timestamp', 'UPSTREAM_BAD_REQUEST', false],
  [31, 'Invalid Timestamp', 'UPSTREAM_BAD_REQUEST', false],
  [40, 'Missing required arguments:fields', 'UPSTREAM_BAD_REQUEST', false],
  [41, 'Invalid arguments:fields', 'UPSTREAM_BAD_REQUEST', false],
];

/** System codes with the sub codes that TOP sends beside them. */
const WITH_SUB_CODE: readonly (readonly [code: number, msg: string, ...Row, retryAfterMs?: number])[] = [
  [50, 'Remote service error', 'isv.invalid-parameter', '非法参数', 'UPSTREAM_BAD_REQUEST', false],
  [27, 'Invalid session', 'isv.invalid-sessionkey', 'SessionKey非法', 'SHOP_NOT_AUTHORIZED', false],
  [29, 'Invalid app Key', 'isv.appkey-not-exists', '', 'UPSTREAM_BAD_REQUEST', false],
  [
    40,
    'Missing required arguments:fields',
    'isv.missing-parameter:fields',
    '缺少必选参数',
    'UPSTREAM_BAD_REQUEST',
    false,
  ],
  [41, 'Invalid arguments:fields', 'isv.invalid-parameter:fields', 'x', 'UPSTREAM_BAD_REQUEST', false],
  [11, 'Insufficient isv permissions', 'isv.permission-api-package-empty', 'x', 'API_NOT_ENTITLED', false],
  ...(
    [
      ['accesscontrol.limited-by-app-api-access-count', 1],
      ['accesscontrol.limited-by-api-access-count', 31062],
    ] as const
  ).map(([subCode, seconds]) => {
    const words = `This ban will last for ${seconds} more seconds`;
    return [7, 'App Call Limited', subCode, words, 'UPSTREAM_THROTTLED', true, seconds * 1000] as const;
  }),
];

interface RefusalMembers {
  readonly code: number;
  readonly msg: string;
  readonly sub_code?: string;
  readonly sub_msg?: string;
  readonly request_id: string;
}

/** Each row in an envelope. */
export function topRefusals(envelope: (members: RefusalMembers) => Part): readonly Refusal[] {
  const table = TABLE.map((row) => [15, 'Remote service error', ...row] as const);
  return [
    ...SYSTEM.map(([code, msg, fault, retryable]) => ({
      what: `${code} ${msg}`,
      envelope: envelope({ code, msg, request_id: 'r-2' }),
      extensions: { code: fault, upstreamCode: String(code), upstreamMessage: msg, retryable },
    })),
    ...[...table, ...WITH_SUB_CODE].map(([code, msg, sub_code, sub_msg, fault, retryable, retryAfterMs]) => ({
      what: `${code} ${sub_code} ${sub_msg}`,
      envelope: envelope({ code, msg, sub_code, sub_msg, request_id: 'r-2' }),
      extensions: {
        code: fault,
        upstreamCode: sub_code,
        upstreamMessage: sub_msg === '' ? msg : `${msg}: ${sub_msg}`,
        retryable,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      },
    })),
  ];
}

/** The failures of the business behind the gateway; its documentation names one code. */
const BUSINESS: readonly (readonly [code: string, message: string, fault: string, retryable: boolean])[] = [
  ['SYSTEM_ERROR', 'system error', 'UPSTREAM_UNAVAILABLE', true],
  ['ORDER_NOT_EXIST', 'order does not exist', 'ORDER_NOT_FOUND', false],
  ['SELLER_NOT_EXIST', 'seller does not exist', 'SHOP_NOT_FOUND', false],
];

export const qimenRefusals: readonly Refusal[] = [
  ...topRefusals(({ msg, sub_msg, ...members }) => ({
    response: { flag: 'failure', message: msg, sub_message: sub_msg, ...members },
  })),
  ...topRefusals((error_response) => ({ error_response })).map((refusal) => ({
    ...refusal,
    what: `${refusal.what}, in TOP’s shape`,
  })),
  ...BUSINESS.flatMap(([error_code, error_message, fault, retryable]) => {
    const failure = { result_success: false, error_code, error_message, request_id: 'r-2' };
    const extensions = { code: fault, upstreamCode: error_code, upstreamMessage: error_message, retryable };
    return [
      { what: error_code, envelope: failure, extensions },
      { what: `${error_code} as a text`, envelope: { ...failure, result_success: 'false' }, extensions },
      { what: `${error_code} beside an order`, envelope: { ...failure, result: { id: 1 } }, extensions },
      { what: `${error_code} in one root member`, envelope: { findorderbyid_response: failure }, extensions },
    ];
  }),
];

/** What a failure that names these codes means, by the tables. */
export function meaningOf(code: string, subCode: string | undefined): Part | undefined {
  const named = topRefusals(() => ({})).map(({ extensions }) => extensions);
  const meant = named.find(({ upstreamCode }) => upstreamCode === (subCode ?? code));
  return meant && { code: meant.code, retryable: meant.retryable };
}
