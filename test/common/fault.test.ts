// What a fault keeps to itself, and what it hands on.
import { expect, test } from '@jest/globals';
import { Fault } from '../../src/common/fault.js';

const cause = new Error('connect ECONNREFUSED 10.0.0.7:443');
const original = new Fault('UPSTREAM_UNAVAILABLE', 'The gateway cannot be reached.', {}, { cause });

test('what callers get of a fault holds neither its cause nor its origin', () => {
  const { extensions, message } = original.with({ shop: 'shop', requestId: '7' });
  expect({ extensions, message }).toEqual({
    message: 'The gateway cannot be reached.',
    extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true, shop: 'shop', requestId: '7' },
  });
});

test('a fault that knows more leads back to the first one, and from there to the error behind it', () => {
  const local = new Fault('UPSTREAM_THROTTLED', 'The queue is too long.', {}, { origin: 'local' });
  expect(local.with({ shop: 'shop' })).toMatchObject({ code: 'UPSTREAM_THROTTLED', origin: 'local', cause: local });
  expect(original.with({ shop: 'shop' }).cause).toBe(original);
  expect(original.with({ shop: 'shop' }).with({ requestId: '7' }).rootCause).toBe(cause);
  expect(local.with({ shop: 'shop' }).rootCause).toBeUndefined();
  expect(original.stack).toContain('fault.test');
});

test('a fault that knows more has no stack of its own, and other errors made after it have theirs', () => {
  expect(original.with({ shop: 'shop' }).stack).not.toContain('fault.test');
  expect(new Error('another').stack).toContain('fault.test');
});
