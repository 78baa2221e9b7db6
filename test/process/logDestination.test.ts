// Tests the log's destination: it waits for nobody, fails for nothing, and tells how many lines are missing.
import { PassThrough, Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createLogDestination } from '../../src/process/logDestination.js';

const LINE = `${JSON.stringify({ msg: 'x'.repeat(10_000) })}\n`;

/** A stream of which nothing is written before it is let, or that fails. */
function stuckStream() {
  const written: string[] = [];
  const waiting: (() => void)[] = [];
  let isStuck = true;
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      const write = (): void => {
        written.push(chunk);
        done();
      };
      if (isStuck) waiting.push(write);
      else write();
    },
  });
  const release = (): void => {
    isStuck = false;
    for (const write of waiting.splice(0)) write();
  };
  return { stream, written, release };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('lines are written as they are', async () => {
  const output = new PassThrough();
  const { write, flush } = createLogDestination(output);
  write('{"a":1}\n');
  write('{"b":2}\n');
  await flush();
  expect(String(output.read())).toBe('{"a":1}\n{"b":2}\n');
});

test('a stream that nobody reads holds a bounded number of lines', () => {
  const { stream } = stuckStream();
  const { write } = createLogDestination(stream);
  for (let count = 0; count < 1_000; count += 1) write(LINE);
  expect(stream.writableLength).toBeLessThan(1_100_000);
});

test('once a stream is read again the log says how many lines are missing', async () => {
  const { stream, written, release } = stuckStream();
  const { write } = createLogDestination(stream);
  for (let count = 0; count < 1_000; count += 1) write(LINE);
  release();
  await turn();
  const [last = ''] = written.slice(-1);
  const lines = written.filter((line) => line === LINE).length;
  expect(JSON.parse(last)).toMatchObject({ level: 40, lines: 1_000 - lines, msg: expect.stringContaining('missing') });
});

test('a stream that fails ends nothing, and once it works again the log says how many lines are missing', () => {
  let isFull = true;
  const written: string[] = [];
  const { write } = createLogDestination({
    writableLength: 0,
    on: () => {},
    write(line, done) {
      if (!isFull) written.push(line);
      done(isFull ? Object.assign(new Error('no space left'), { code: 'ENOSPC' }) : null);
    },
  });
  write('lost\n');
  write('lost too\n');
  isFull = false;
  write('written\n');
  write('written as well\n');
  const [first, notice = '', ...rest] = written;
  expect([first, rest]).toEqual(['written\n', ['written as well\n']]);
  expect(JSON.parse(notice)).toMatchObject({ level: 40, lines: 2 });
});

test('flushing a stream that nobody reads ends within a second or so', async () => {
  const { write, flush } = createLogDestination(stuckStream().stream);
  write(LINE);
  const startedAt = performance.now();
  await flush();
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});
