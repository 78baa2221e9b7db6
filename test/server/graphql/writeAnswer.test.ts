// How answers are written: a long one piece by piece, and yet to the letter as JSON.stringify does.
import { expect, test } from '@jest/globals';
import { encode, markLong, writeAnswer } from '../../../src/server/graphql/writeAnswer.js';
import { turnsDuring } from '../../support/turns.js';

const MEGABYTE = 1024 * 1024;

const answerOf = (data: object) => ({
  errors: undefined,
  data,
  extensions: { warnings: [], cost: { requested: 1, limit: 2 } },
});

const long = {
  name: 'x',
  missing: undefined,
  none: null,
  items: Array.from({ length: 30_000 }, (_, index) => ({
    id: `${index}`,
    '"quoted" 名': '浙\u0001\\',
    at: new Date(index),
    price: index / 8,
    isOpen: index % 2 === 0,
    left: undefined,
    parts: [[], {}, [null, index]],
  })),
  text: '文'.repeat(MEGABYTE),
  record: Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key ${index}`, [index]])),
};

test('a short answer is written at once', () => {
  const answer = answerOf({ a: 1 });
  markLong(answer.data, 7);
  expect(writeAnswer(answer)).toBe(`${JSON.stringify(answer)}\n`);
});

test('a long answer is written over several turns, to the letter as JSON.stringify does', async () => {
  const answer = answerOf(long);
  markLong(answer.data, 4 * MEGABYTE);
  let text: string | undefined;
  const turns = await turnsDuring(async () => {
    text = await writeAnswer(answer);
  });
  expect(text === `${JSON.stringify(answer)}\n`).toBe(true);
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('what is not there is written as JSON.stringify does', () => {
  expect(writeAnswer({ errors: [{ message: 'no' }] })).toBe('{"errors":[{"message":"no"}]}\n');
});

test('a short text is encoded at once', () => {
  expect(encode('浙')).toEqual(Buffer.from('浙'));
});

test('a long text is encoded over several turns, with every character whole', async () => {
  // One of two halves lies over each place where the text is cut.
  const text = `a${'😀'.repeat(2 * MEGABYTE)}`;
  let bytes: Buffer | undefined;
  const turns = await turnsDuring(async () => {
    bytes = await encode(text);
  });
  expect(bytes?.equals(Buffer.from(text))).toBe(true);
  expect(turns).toBeGreaterThanOrEqual(4);
});
