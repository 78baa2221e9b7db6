// How many bytes a text takes in JSON.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonBytesOf } from '../../src/common/jsonBytes.js';

const written = (text: string): number => Buffer.byteLength(JSON.stringify(text));

test.each([
  ['nothing', ''],
  ['ASCII', 'a~\u007f'],
  ['what is escaped with a letter', '"\\\b\t\n\f\r'],
  ['other controls', '\u0000\u0001\u000b\u001f'],
  ['characters of two, three and four bytes', 'é浙😀'],
  ['half of a character', 'a\ud83d\ude00\ud83d b\ude00'],
])('of %s every byte that JSON writes is counted', (_what, text) => {
  expect(jsonBytesOf(text)).toBe(written(text));
});

test('any text takes the bytes that JSON.stringify writes it in', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
  fc.assert(fc.property(units, (text) => jsonBytesOf(text) === written(text)));
});
