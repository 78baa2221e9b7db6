// Tests what of a gateway's words a fault keeps.
import { expect, test } from '@jest/globals';
import { Fault } from '../../src/common/fault.js';
import { redactFault } from '../../src/upstream/redactFault.js';

const SECRET = 'sentinel-secret';
const redact = (text: string): string => text.replaceAll(SECRET, '***');

test('a fault without secrets and with few words is itself', () => {
  const fault = new Fault('UPSTREAM_BAD_REQUEST', 'The gateway refused: no', {
    upstreamMessage: 'no',
    retryAfterMs: 1,
  });
  expect(redactFault(fault, redact)).toBe(fault);
});

test('words, codes and ids of requests are cut, and a secret at the cut leaves no part of itself', () => {
  const words = `${'x'.repeat(290)}${SECRET.repeat(100)}`;
  const fault = new Fault('UPSTREAM_BAD_REQUEST', `The gateway refused: ${words}`, {
    upstreamMessage: words,
    upstreamCode: 'c'.repeat(100_000),
    requestId: 'r'.repeat(100_000),
  });
  const { message, details } = redactFault(fault, redact);
  const left = `${'x'.repeat(290)}${'*'.repeat(9)}…`;
  expect(details.upstreamMessage).toBe(left);
  expect(message).toBe(`The gateway refused: ${left}`);
  expect(details.upstreamCode).toBe(`${'c'.repeat(63)}…`);
  expect(details.requestId).toBe(`${'r'.repeat(127)}…`);
});

test('each text is redacted once, however many of them hold a secret', () => {
  const seen: string[] = [];
  const fault = new Fault('UPSTREAM_BAD_REQUEST', 'a', { upstreamMessage: SECRET, upstreamCode: 'b' });
  redactFault(fault, (text) => {
    seen.push(text);
    return redact(text);
  });
  expect(seen.sort()).toEqual(['a', 'b', SECRET]);
});

test('no character is cut in half', () => {
  const fault = new Fault('UPSTREAM_BAD_REQUEST', 'a', { upstreamMessage: `${'x'.repeat(298)}😀${'y'.repeat(9)}` });
  expect(redactFault(fault, redact).details.upstreamMessage).toBe(`${'x'.repeat(298)}…`);
});
