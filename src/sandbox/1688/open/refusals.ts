// What the open platform refuses with: its gateway in one envelope, its interfaces in another.

export interface OpenRefusal {
  /** 200 when absent. */
  readonly httpStatus?: number;
  readonly envelope: Readonly<Record<string, string>>;
}

export const isOpenRefusal = (value: unknown): value is OpenRefusal =>
  typeof value === 'object' && value !== null && 'envelope' in value;

const byGateway = (error_code: string, error_message: string, httpStatus = 200): OpenRefusal => ({
  httpStatus,
  envelope: { error_code, error_message },
});

const byInterface = (errorCode: string, errorMessage: string): OpenRefusal => ({
  envelope: { errorCode, errorMessage, success: 'false' },
});

export const SIGNATURE_MISSING = byGateway('gw.SignatureMissing', 'Request need signature');
export const SIGNATURE_INVALID = byGateway('gw.SignatureInvalid', 'Invalid signature');
export const APP_KEY_MISSING = byGateway('gw.AppKeyMissing', 'Request need app key');
export const API_UNSUPPORTED = byGateway('gw.APIUnsupported', 'The API is unsupported');
export const NOT_AUTHORIZED = byGateway('401', 'Request need user authorized', 401);
export const ACL_DECLINED = byGateway('gw.APIACLDecline', 'AppKey is not allowed(acl)', 400);
export const paramMissing = (name: string): OpenRefusal =>
  byGateway('gw.ParamMissing', `Required parameter is missing: ${name}`);
export const TOO_OFTEN = byGateway('gw.QosAppFrequencyLimit', 'App call exceeds limited frequency');

// Their codes are not documented: these are the sandbox's own.
export const paramInvalid = (name: string): OpenRefusal => byInterface('PARAM_INVALID', `请求参数错误:${name}`);
export const NO_SUCH_ORDER = byInterface('ORDER_NOT_EXIST', '订单不存在');

/** Order id → the refusal it meets. */
export const SPECIAL_OPEN_ORDERS: Readonly<Record<string, OpenRefusal>> = {
  '100000000000000401': NOT_AUTHORIZED,
  '100000000000000403': ACL_DECLINED,
  '100000000000000404': NO_SUCH_ORDER,
  '100000000000000405': byInterface('order.nopermission.buyer', '没有权限获取该订单详情(买家端)'),
  '100000000000000406': byInterface('', 'User authorization is required'),
  '100000000000000407': byInterface('500_1', '系统异常'),
  '100000000000000410': SIGNATURE_INVALID,
  '100000000000000411': API_UNSUPPORTED,
  '100000000000000412': paramMissing('orderId'),
  '100000000000000429': TOO_OFTEN,
  '100000000000000430': byGateway('gw.ISPInvokeError', 'The service is not available'),
};
