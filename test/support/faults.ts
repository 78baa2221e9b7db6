// What every error must be: named from the closed set, and silent about our insides and secrets.
import { expect } from '@jest/globals';
import { SECRET } from './gateway.js';
import type { Answer } from './graphql.js';

/** Nothing listens there. */
export const CLOSED_PORT = 'http://127.0.0.1:1';

const CLOSED_SET: readonly string[] = [
  ...['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'SHOP_NOT_FOUND', 'ORDER_NOT_FOUND', 'ORDER_ARCHIVED'],
  ...['ORDER_ON_HOLD', 'SHOP_NOT_AUTHORIZED', 'API_NOT_ENTITLED', 'QUOTA_EXHAUSTED', 'UPSTREAM_BAD_REQUEST'],
  ...['UPSTREAM_THROTTLED', 'UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_MALFORMED', 'CIRCUIT_OPEN'],
  ...['DEADLINE_EXCEEDED', 'COST_LIMIT', 'RATE_LIMITED', 'INDEX_UNAVAILABLE', 'CURSOR_EXPIRED', 'PII_SCOPE_REQUIRED'],
];

/** Every error of the answer is a fault; no answer shows a stack, a file of ours or a secret. */
export function expectNamed({ status, errors, text }: Answer): void {
  expect(status).toBe(200);
  for (const { extensions } of errors) expect(CLOSED_SET).toContain(extensions.code);
  expect(text).not.toMatch(/stack|node_modules|\.(js|ts):\d|INTERNAL_SERVER_ERROR/);
  expect(text).not.toContain(SECRET);
}
