// Orders that exist so that people and tests can meet every kind of refusal and every way the gateway breaks.

import { type Refusal, SYSTEM_REFUSALS, withTextCode } from '../top/refusal.js';
import type { Answer } from './answer.js';
import { sampleAnswer } from './documented/order.js';

const failure = (error_code: string, error_message: string): Answer => ({
  result: undefined,
  result_success: false,
  error_code,
  error_message,
});

export const NO_SUCH_ORDER = failure('ORDER_NOT_EXIST', 'order does not exist');
export const NO_SUCH_SELLER = failure('SELLER_NOT_EXIST', 'seller does not exist');

const systemOrders = (first: string, spoken: (refusal: Refusal) => Refusal): readonly (readonly [string, Refusal])[] =>
  Object.entries(SYSTEM_REFUSALS).map(([number, refusal]) => [`${first}${number}`, spoken(refusal)]);

/**
 * Order id → the failure of the system that it meets. 1000000000000NNN says its code as a number, 1000000000001NNN as
 * a string.
 */
export const SYSTEM_FAILURES: Readonly<Record<string, Refusal>> = Object.fromEntries([
  ...systemOrders('1000000000000', (refusal) => refusal),
  ...systemOrders('1000000000001', withTextCode),
]);

/** Order id → the answer of the business behind the gateway. Its documentation names one error code. */
export const BUSINESS_ANSWERS: Readonly<Record<string, Answer>> = {
  '1000000000000201': failure('SYSTEM_ERROR', 'system error'),
  '1000000000000202': NO_SUCH_ORDER,
  '1000000000000203': NO_SUCH_SELLER,
  '1000000000000204': { ...sampleAnswer, ...failure('SYSTEM_ERROR', 'system error'), result: sampleAnswer.result },
  '1000000000000205': { ...failure('SYSTEM_ERROR', 'system error'), result_success: 'false' },
  // An error code beside a success, as in the documentation's own example: the success decides.
  '1000000000000206': {
    ...sampleAnswer,
    result: { ...sampleAnswer.result, id: 1000000000000206 },
    error_code: 'SYSTEM_ERROR',
    error_message: 'system error',
  },
};

/** Order id → the failure in TOP's shape, which the documentation shows beside its own. */
export const TOP_FAILURES: Readonly<Record<string, Refusal>> = {
  '1000000000000301': {
    code: 50,
    msg: 'Remote service error',
    sub_code: 'isv.invalid-parameter',
    sub_msg: '非法参数',
  },
};

/** Order id → the way the gateway breaks when it is requested. */
export const BROKEN_ORDERS = {
  '1000000000000500': 'serverError', // HTTP 500 with a page of HTML
  '1000000000000501': 'truncated', // a good reply, cut in the middle
  '1000000000000502': 'silent', // never answers; the socket is destroyed when the sandbox closes
  '1000000000000503': 'reset', // resets the connection
  '1000000000000504': 'otherOrder', // a good reply about another order
  '1000000000000505': 'noResult', // a success without a result
  '1000000000000506': 'empty', // an empty object
} as const;

export const breakageOf = (orderId: string) =>
  (BROKEN_ORDERS as Record<string, (typeof BROKEN_ORDERS)[keyof typeof BROKEN_ORDERS]>)[orderId];
