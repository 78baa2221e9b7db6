// Tests what the log is told of a Redis that does not serve: its reason, at once, each minute, and the end.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createOutageLog } from '../../../src/upstream/state/outageLog.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const AWAY = 'Redis is away; this process goes on alone';
const BACK = 'Redis answers';

function create() {
  const lines: string[] = [];
  const outages = createOutageLog({
    info: (message) => lines.push(message),
    warn: (details, message) => lines.push(`${message}: ${(details as { reason: string }).reason}`),
  });
  return { ...outages, take: () => lines.splice(0) };
}

test('a Redis that answers is told of once', () => {
  const { answered, isAway, take } = create();
  expect(isAway()).toBe(true);
  answered();
  answered();
  expect(isAway()).toBe(false);
  expect(take()).toEqual([BACK]);
});

test('an outage is told at once, again each minute, and when it is over', () => {
  const { answered, failed, isAway, take } = create();
  answered();
  take();
  for (let seconds = 0; seconds < 150; seconds += 1) {
    failed(new Error('Command timed out'));
    jest.advanceTimersByTime(1_000);
  }
  expect(isAway()).toBe(true);
  expect(take()).toEqual(Array(3).fill(`${AWAY}: Command timed out`));
  answered();
  expect(take()).toEqual([BACK]);
});

test('the next outage of the same reason is told at once', () => {
  const { answered, failed, take } = create();
  for (let time = 0; time < 2; time += 1) {
    failed(new Error('Command timed out'));
    answered();
    jest.advanceTimersByTime(6_000);
  }
  expect(take()).toEqual([`${AWAY}: Command timed out`, BACK, `${AWAY}: Command timed out`, BACK]);
});

test('a Redis that answers every other command writes two lines a minute and not more', () => {
  const { answered, failed, take } = create();
  answered();
  take();
  for (let time = 0; time < 59; time += 1) {
    failed(new Error('OOM command not allowed'));
    answered();
    jest.advanceTimersByTime(1_000);
  }
  expect(take()).toEqual([`${AWAY}: OOM command not allowed`, BACK]);
});

test('two reasons that take turns are told once a minute each', () => {
  const { failed, take } = create();
  for (let time = 0; time < 30; time += 1) {
    failed(new Error('connect ETIMEDOUT'));
    failed(new Error('Command timed out'));
    jest.advanceTimersByTime(1_000);
  }
  expect(take()).toEqual([`${AWAY}: connect ETIMEDOUT`, `${AWAY}: Command timed out`]);
});

test('a command without a connection is told by why there is none', () => {
  const { failed, take } = create();
  failed(new Error("Stream isn't writeable and enableOfflineQueue options is false"));
  failed(new Error('connect ECONNREFUSED 127.0.0.1:6379'));
  failed(new Error('Connection is closed.'));
  expect(take()).toEqual([`${AWAY}: There is no connection yet.`, `${AWAY}: connect ECONNREFUSED 127.0.0.1:6379`]);
});

test('an error of several addresses is told by the first', () => {
  const { failed, take } = create();
  failed(new AggregateError([new Error('connect ECONNREFUSED ::1:6379'), new Error('connect ECONNREFUSED 127.0.0.1')]));
  expect(take()).toEqual([`${AWAY}: connect ECONNREFUSED ::1:6379`]);
});

test('a reason is told without the script that it arose in', () => {
  const { failed, take } = create();
  failed(new Error("READONLY You can't write against a read only replica. script: f35a57, on @user_script:6."));
  expect(take()).toEqual([`${AWAY}: READONLY You can't write against a read only replica.`]);
});
