// What 1688's open platform refuses with, and what each means: its gateway's codes, and those of its interfaces.
import type { Refusal } from '../gateway.js';
import type { Part } from '../json.js';

type Row = readonly [code: string, message: string, fault: string, retryable: boolean];

const BY_GATEWAY: readonly Row[] = [
  ['gw.SignatureMissing', 'Request need signature', 'UPSTREAM_BAD_REQUEST', false],
  ['gw.SignatureInvalid', 'Invalid signature', 'UPSTREAM_BAD_REQUEST', false],
  ['gw.AppKeyMissing', 'Request need app key', 'UPSTREAM_BAD_REQUEST', false],
  ['gw.APIUnsupported', 'The API is unsupported', 'UPSTREAM_BAD_REQUEST', false],
  ['401', 'Request need user authorized', 'SHOP_NOT_AUTHORIZED', false],
  ['gw.APIACLDecline', 'AppKey is not allowed(acl)', 'API_NOT_ENTITLED', false],
  ['gw.ParamMissing', 'Required parameter is missing: orderId', 'UPSTREAM_BAD_REQUEST', false],
  ['gw.QosAppFrequencyLimit', 'App call exceeds limited frequency', 'UPSTREAM_THROTTLED', true],
  ['gw.SomethingNew', 'nobody has seen this', 'UPSTREAM_UNAVAILABLE', true],
];

const BY_INTERFACE: readonly Row[] = [
  ['order.nopermission.buyer', '没有权限获取该订单详情(买家端)', 'SHOP_NOT_AUTHORIZED', false],
  ['401', 'User authorization is required', 'SHOP_NOT_AUTHORIZED', false],
  ['500_1', '系统异常', 'UPSTREAM_UNAVAILABLE', true],
  ['NO_ORDER', '订单不存在', 'ORDER_NOT_FOUND', false],
];

export const refuseOpen1688 = (error_code: string | number, error_message: string): Part => ({
  error_code,
  error_message,
});

const refuseByInterface = (errorCode: string, errorMessage: string): Part => ({
  errorCode,
  errorMessage,
  success: 'false',
});

const refusals = (rows: readonly Row[], envelopeOf: (code: string, message: string) => Part): readonly Refusal[] =>
  rows.map(([code, message, fault, retryable]) => ({
    what: `${code} ${message}`,
    envelope: envelopeOf(code, message),
    extensions: { code: fault, upstreamCode: code, upstreamMessage: message, retryable },
  }));

export const refusalsOpen1688: readonly Refusal[] = [
  ...refusals(BY_GATEWAY, refuseOpen1688),
  ...refusals(BY_INTERFACE, refuseByInterface),
];
