// The ways to fail that only the envelope of 1688's gateways has.
import { envelope, MALFORMED, NO_ORDERS } from '../failures.js';
import type { Failure } from '../gateway.js';

const dataOf = (good: Record<string, unknown>) => good.data as Record<string, unknown>;

export const FAILURES_1688: readonly Failure[] = [
  {
    what: 'no code',
    code: MALFORMED,
    respondWith: envelope((good) => {
      delete good.code;
      delete good.status;
    }),
  },
  {
    what: 'a code that is an object',
    code: MALFORMED,
    respondWith: envelope((good) => {
      good['code' in good ? 'code' : 'status'] = { toString: 1, valueOf: 1 };
    }),
  },
  {
    what: 'no data',
    code: MALFORMED,
    respondWith: envelope((good) => {
      delete good.data;
    }),
  },
  ...NO_ORDERS.flatMap((value) => [
    {
      what: `data that is ${JSON.stringify(value)}`,
      code: MALFORMED,
      respondWith: envelope((good: Record<string, unknown>) => {
        good.data = value;
      }),
    },
    {
      what: `a result that is ${JSON.stringify(value)}`,
      code: MALFORMED,
      respondWith: envelope((good: Record<string, unknown>) => {
        dataOf(good).result = value;
      }),
    },
  ]),
  {
    what: 'an empty result',
    code: MALFORMED,
    respondWith: envelope((good) => {
      dataOf(good).result = {};
    }),
  },
  ...[false, 'false', 'FALSE '].map((success) => ({
    what: `code 0 with success ${JSON.stringify(success)}`,
    code: 'UPSTREAM_BAD_REQUEST',
    also: { upstreamCode: '0', upstreamMessage: '' },
    respondWith: envelope((good: Record<string, unknown>) => {
      dataOf(good).success = success;
    }),
  })),
  {
    what: 'success false with 1688’s own words',
    code: 'ORDER_NOT_FOUND',
    also: { upstreamMessage: '订单不存在' },
    respondWith: envelope((good) => {
      Object.assign(dataOf(good), { success: 'false', error_message: '订单不存在', result: null });
    }),
  },
];
