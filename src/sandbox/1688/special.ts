// Orders that exist so that people and tests can meet every documented refusal and every way a gateway breaks.

const AUTHORIZE_URL = 'https://auth.example.com/authorize?shop=12152545454';

export const NOT_AUTHORIZED = { code: 302, message: `未授权店铺,请使用以下链接授权: ${AUTHORIZE_URL}` } as const;
export const BAD_REQUEST = { code: 100, message: '请求参数错误' } as const;
export const NO_SUCH_ORDER = { code: 100, message: '请求参数错误:订单不存在' } as const;
export const NO_SUCH_ACCOUNT = { code: 103, message: '旺旺账号不存在' } as const;

/** Order id → the refusal it meets at every gateway, in the words of the gateways' tables of codes. */
export const SPECIAL_ORDERS = {
  '100000000000000100': BAD_REQUEST,
  '100000000000000101': { code: 101, message: '请求超时,请重试' },
  '100000000000000103': NO_SUCH_ACCOUNT,
  '100000000000000200': { code: 200, message: '系统错误,请联系客服' },
  '100000000000000203': { code: 203, message: '暂不支持当前接口' },
  // Code 204 has two meanings, and only the text tells which.
  '100000000000000204': { code: 204, message: '请求异常:无该接口权限,请前往官网开通正式接口。' },
  '100000000000000205': { code: 204, message: '请求异常:API 调用次数不足,请前往网站兑换次数。' },
  '100000000000000302': NOT_AUTHORIZED,
} as const satisfies Record<string, Refusal>;

/** Order id → the way every gateway breaks when it is requested. */
export const BROKEN_ORDERS = {
  '100000000000000500': 'serverError', // HTTP 500 with a page of HTML
  '100000000000000501': 'truncated', // a good reply, cut in the middle
  '100000000000000502': 'silent', // never answers; the socket is destroyed when the sandbox closes
  '100000000000000503': 'reset', // resets the connection
  '100000000000000504': 'unsuccessful', // code 0, but success is the string "false"
  '100000000000000505': 'otherOrder', // a good reply about another order
  '100000000000000506': 'noData', // code 0, but data is null
} as const;

export type Breakage = (typeof BROKEN_ORDERS)[keyof typeof BROKEN_ORDERS];

export type Refusal = {
  readonly code: number;
  readonly message: string;
  /** 200 when absent: these gateways refuse in the body. */
  readonly httpStatus?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

export const specialRefusal = (orderId: string): Refusal | undefined =>
  (SPECIAL_ORDERS as Record<string, Refusal>)[orderId];

export const breakageOf = (orderId: string): Breakage | undefined =>
  (BROKEN_ORDERS as Record<string, Breakage>)[orderId];
