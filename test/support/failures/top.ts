// The ways to fail that only the envelopes of TOP and of the Qimen cloud have.
import { answer, envelope, MALFORMED, NO_ORDERS } from '../failures.js';
import type { Failure } from '../gateway.js';

const sends = (what: string, body: unknown, code: string, also: Failure['also'] = {}): Failure => ({
  what: `${what}: ${JSON.stringify(body)}`,
  code,
  also,
  respondWith: answer(() => ({ body: JSON.stringify(body) })),
});

const ROOT = 'trade_fullinfo_get_customization_response';
const REFUSED = 'UPSTREAM_BAD_REQUEST';

export const FAILURES_TOP: readonly Failure[] = [
  sends('a root member without a trade', { [ROOT]: { request_id: 'r-3' } }, MALFORMED, { requestId: 'r-3' }),
  sends('simplified, without a trade', { request_id: 'r-3' }, MALFORMED, { requestId: 'r-3' }),
  sends('a root member that is a text', { [ROOT]: 'x' }, MALFORMED),
  sends('a trade without an id', { [ROOT]: { trade: { status: 'TRADE_FINISHED' } } }, MALFORMED),
  sends('an empty trade', { [ROOT]: { trade: {} } }, MALFORMED),
  sends('another trade, simplified', { trade: { tid: 5 } }, MALFORMED, { retryable: false }),
  ...NO_ORDERS.map((trade) => sends('no trade', { [ROOT]: { trade } }, MALFORMED)),
  sends('an error without a code', { error_response: {} }, REFUSED, { retryable: false }),
  sends('a code that is an object', { error_response: { code: { toString: 1 } } }, REFUSED, { retryable: false }),
  sends('a code that every object has', { error_response: { code: 'constructor' } }, REFUSED, {
    upstreamCode: 'constructor',
  }),
  sends(
    'a sub code that every object has',
    { error_response: { code: 15, sub_code: '__proto__' } },
    'UPSTREAM_UNAVAILABLE',
    {
      upstreamCode: '__proto__',
      retryable: true,
    },
  ),
  sends('an error that is a text', { error_response: 'x' }, MALFORMED),
];

const failed = { result_success: false };

export const FAILURES_QIMEN: readonly Failure[] = [
  sends('a success without a result', { result_success: true, request_id: 'r-3' }, MALFORMED, { requestId: 'r-3' }),
  sends('an order without an id', { result: { order_status: 'FINISH' }, result_success: true }, MALFORMED),
  sends('an empty order', { result: {}, result_success: true }, MALFORMED),
  sends('another order in one root member', { r: { result: { id: 5 }, result_success: true } }, MALFORMED, {
    retryable: false,
  }),
  ...NO_ORDERS.map((result) => sends('no order', { result, result_success: true }, MALFORMED)),
  ...[false, 'false', 'FALSE '].map(
    (success): Failure => ({
      what: `an order beside result_success ${JSON.stringify(success)}`,
      code: REFUSED,
      also: { retryable: false, upstreamMessage: '' },
      respondWith: envelope((good) => {
        good.result_success = success;
      }),
    }),
  ),
  sends('a failure without a code', failed, REFUSED, { retryable: false }),
  sends('a failure with words alone', { ...failed, error_message: '订单不存在' }, 'ORDER_NOT_FOUND', {
    upstreamMessage: '订单不存在',
    retryable: false,
  }),
  sends(
    'a failure that says so by its code alone',
    { error_code: 'SYSTEM_ERROR', error_message: 'x' },
    'UPSTREAM_UNAVAILABLE',
    {
      upstreamCode: 'SYSTEM_ERROR',
      upstreamMessage: 'x',
    },
  ),
  sends('a failure without words', { response: { flag: 'failure' } }, REFUSED, { retryable: false }),
];
