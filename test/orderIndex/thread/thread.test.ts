// Tests calls to a thread: what crosses, what fails, and what becomes of calls when the thread ends.
import { afterEach, expect, test } from '@jest/globals';
import { Fault } from '../../../src/common/fault.js';
import { remote, startThread, type Thread, ThreadEnded } from '../../../src/orderIndex/thread/thread.js';

const PROGRAM = new URL('../../support/threads/echo.mjs', import.meta.url);

let thread: Thread;
let lines: unknown[];
let events: string[];
let starts: number;

function start(): void {
  lines = [];
  events = [];
  starts = 0;
  thread = startThread({
    ...{ program: PROGRAM, name: 'echo', data: {} },
    log: { info: (...given) => lines.push(given), warn: (...given) => lines.push(given) },
    onEvent: (event) => events.push(event),
    onStart: () => {
      starts += 1;
    },
  });
}

afterEach(() => thread.close());

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test('calls side by side are each answered with what came of them', async () => {
  start();
  const given = [new Date(5), { known: 12, bytes: new Uint8Array([1, 2]) }, null];
  expect(await Promise.all([thread.call('echo', 1), thread.call('echo', ...given), thread.call('echo')])).toEqual([
    [1],
    given,
    [],
  ]);
  expect(thread.pending()).toBe(0);
});

test('a fault crosses as the fault that it is, with why', async () => {
  start();
  const fault = (await errorOf(thread.call('refuse'))) as Fault;
  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toMatchObject({ code: 'INDEX_UNAVAILABLE', message: 'Not now.', origin: 'local' });
  expect(fault.details).toEqual({ shop: 'mill', retryAfterMs: 5, retryable: true });
  expect((fault.cause as Error).message).toBe('SQLITE_IOERR: disk I/O error');
});

test('of an error about a row’s values none of its words cross', async () => {
  start();
  const error = (await errorOf(thread.call('storeWrongly'))) as Error;
  expect(error.message).toBe('22P02');
  expect(error.stack).toContain('echo.mjs');
  expect(error.stack).not.toContain('Li Wei');
});

test('an object that it serves is called as if it were here', async () => {
  start();
  const store = remote<{ readonly add: (one: number, other: number) => Promise<number> }>(thread, 'store');
  expect(await store.add(2, 3)).toBe(5);
});

test('its log lines and events come to whoever started it', async () => {
  start();
  await thread.call('tell');
  expect(lines).toEqual([[{ reason: 'told' }, 'A warning']]);
  expect(events).toEqual(['told']);
});

test('when it ends its calls fail, and it is started again', async () => {
  start();
  expect(await Promise.all([thread.call('end'), thread.call('echo')].map(errorOf))).toEqual([
    expect.any(ThreadEnded),
    expect.any(ThreadEnded),
  ]);
  expect(await errorOf(thread.call('echo'))).toBeInstanceOf(ThreadEnded);
  while (starts < 2) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await thread.call('echo', 'again')).toEqual(['again']);
});

test('a closed thread is not started again', async () => {
  start();
  await thread.call('echo');
  await thread.close();
  expect(await errorOf(thread.call('echo'))).toBeInstanceOf(ThreadEnded);
  expect(starts).toBe(1);
});
