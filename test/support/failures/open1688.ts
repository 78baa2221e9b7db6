// The ways to fail that only the envelope of 1688's open platform has.
import { envelope, MALFORMED, NO_ORDERS } from '../failures.js';
import type { Failure } from '../gateway.js';

const changed = (what: string, code: string, members: object, also: Failure['also'] = {}): Failure => ({
  what,
  code,
  also,
  respondWith: envelope((good) => {
    Object.assign(good, members);
  }),
});

export const FAILURES_OPEN_1688: readonly Failure[] = [
  ...NO_ORDERS.map((result) => changed(`a result that is ${JSON.stringify(result)}`, MALFORMED, { result })),
  changed('an empty result', MALFORMED, { result: {} }),
  ...[false, 'false', 'FALSE '].map((success) =>
    changed(
      `an order beside success ${JSON.stringify(success)}`,
      'UPSTREAM_BAD_REQUEST',
      { success },
      { upstreamMessage: '' },
    ),
  ),
  changed(
    'a refusal of the gateway beside an order',
    'API_NOT_ENTITLED',
    { error_code: 'gw.APIACLDecline', error_message: 'AppKey is not allowed(acl)' },
    { upstreamCode: 'gw.APIACLDecline' },
  ),
  changed(
    'a code of the interface where there is no order',
    'SHOP_NOT_AUTHORIZED',
    { result: null, success: 'true', errorCode: 'order.nopermission.buyer', errorMessage: '没有权限' },
    { upstreamCode: 'order.nopermission.buyer', upstreamMessage: '没有权限' },
  ),
  changed(
    'the words that older clients read',
    'ORDER_NOT_FOUND',
    { result: null, success: 'false', extErrorMessage: '订单不存在' },
    { upstreamMessage: '订单不存在' },
  ),
  {
    what: 'HTTP 400 with a refusal of the gateway',
    code: 'API_NOT_ENTITLED',
    also: { upstreamCode: 'gw.APIACLDecline', retryable: false },
    respondWith: () => () => ({
      status: 400,
      body: JSON.stringify({ error_code: 'gw.APIACLDecline', error_message: 'AppKey is not allowed(acl)' }),
    }),
  },
  {
    what: 'HTTP 401 with a refusal of the token',
    code: 'SHOP_NOT_AUTHORIZED',
    also: { upstreamCode: '401', retryable: false },
    respondWith: () => () => ({
      status: 401,
      body: JSON.stringify({ error_code: '401', error_message: 'Request need user authorized' }),
    }),
  },
];
