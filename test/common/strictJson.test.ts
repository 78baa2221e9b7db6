// Tests the JSON of callers: RFC 8259 to the letter, and exact numbers.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeJson } from '../../src/common/json.js';
import { parseStrictJson } from '../../src/common/strictJson.js';

describe('JSON of callers', () => {
  test('every integer past 2^53 arrives as its digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }), (id) => {
        const digits = String(id);
        expect(parseStrictJson(writeJson({ id, list: [id, -id] }))).toEqual({
          id: digits,
          list: [digits, `-${digits}`],
        });
      }),
    );
  });

  test('what JSON.parse refuses is refused, and all else is what JSON.parse makes of it, long numbers apart', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      ' ',
      '\n',
      '1',
      '-',
      '.',
      'e',
      'null',
      '"a"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expected = undefined;
        }
        expect(parseStrictJson(text)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['a line break inside a text', '{"a":"1\n2"}'],
    ['a second value', '{"a":1} {"a":2}'],
    ['words after the end', '{"a":1};'],
    ['a comma before the end', '{"a":1,}'],
    ['a comment', '{"a":1 /* one */}'],
    ['a name without quotes', '{a:1}'],
    ['a long number for a name', '{ 2198111437768747370 : 1}'],
    ['a long number that begins with zeros', '{"a":00000000000000000001}'],
    ['a long number with two points', '{"a":1.2.3.4.5.6.7.8.9.10}'],
    ['a long number with a plus', '{"a":+2198111437768747370}'],
    ['NaN', '{"a":NaN}'],
    ['a byte order mark', '\ufeff{"a":1}'],
    ['nothing', ''],
  ])('%s is not JSON', (_what, text) => {
    expect(parseStrictJson(text)).toBeUndefined();
  });

  test('names keep their spaces, and long digits in texts stay where they are', () => {
    expect(parseStrictJson('{" a ":1,"b":"x 12345678901234567890 ,","c":12345678901234567890}')).toEqual({
      ' a ': 1,
      b: 'x 12345678901234567890 ,',
      c: '12345678901234567890',
    });
  });

  test('of a name that is repeated the last value counts', () => {
    expect(parseStrictJson('{"a":1,"a":2198111437768747370}')).toEqual({ a: '2198111437768747370' });
  });
});
