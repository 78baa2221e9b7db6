// Tests exact JSON: long numbers keep their digits, everything else is what JSON.parse makes of it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson, writeJson } from '../../src/common/json.js';

/** What names mean, not how they are written: a tab is written as a backslash and a t. */
function namesIn(text: string): readonly string[] {
  const names: string[] = [];
  JSON.parse(text, (name, value) => {
    names.push(name);
    return value;
  });
  return names;
}

describe('gateway JSON', () => {
  test('every integer from 0 to 2^63-1 keeps its digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (id) => {
        const read = parseJson(writeJson({ id, list: [id, { id }] })) as { id: unknown; list: unknown[] };
        expect(String(read.id)).toBe(String(id));
        expect(String(read.list[0])).toBe(String(id));
      }),
    );
  });

  test('everything but long numbers parses as with JSON.parse', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\d[\d.]{15}/.test(text) && namesIn(text).every((name) => name === name.trim()));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('digits inside strings stay as they are', () => {
    const text = '{"a":"x 12345678901234567890, \\"12345678901234567890\\"","b":-12345678901234567890}';
    expect(parseJson(text)).toEqual({
      a: 'x 12345678901234567890, "12345678901234567890"',
      b: '-12345678901234567890',
    });
  });

  test('strings of any content stay as they are beside long numbers', () => {
    const piece = fc.constantFrom(
      '1234567890123456789',
      '12345',
      '-',
      '.',
      ':',
      ',',
      '[',
      '}',
      '"',
      '\\',
      'e',
      '订',
      ' x',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => `x${pieces.join('')}x`);
    fc.assert(
      fc.property(fc.array(text), fc.bigInt({ min: 10n ** 15n, max: 10n ** 40n }), (texts, id) => {
        const value = { texts, id: -id, list: [id, ...texts, id] };
        expect(parseJson(writeJson(value))).toEqual({ texts, id: `-${id}`, list: [`${id}`, ...texts, `${id}`] });
      }),
      { numRuns: 2_000 },
    );
  });

  test('stray spaces are dropped from names and kept in values', () => {
    expect(parseJson('{" buyer_id ": " a ", "list": [{"name ": "b "}]}')).toEqual({
      buyer_id: ' a ',
      list: [{ name: 'b ' }],
    });
    expect(parseJson('{\n  "a" : [\n    { "\u3000b\u00a0":\n1 }\n  ]\n}')).toEqual({ a: [{ b: 1 }] });
  });

  test('stray spaces that are escaped, or are all of a name, are dropped too', () => {
    expect(parseJson('{"\\tid\\n":1,"list":[{"\\u0020name":"\\tb"}]}')).toEqual({ id: 1, list: [{ name: '\tb' }] });
    expect(parseJson('{"\\t":""}')).toEqual({ '': '' });
    expect(parseJson('{" ":{"\\r\\n":1}}')).toEqual({ '': { '': 1 } });
  });

  test('truncated JSON throws a SyntaxError', () => {
    expect(() => parseJson('{"a":[1,2')).toThrow(SyntaxError);
  });

  test('a raw line break inside a string is accepted, even beside long numbers', () => {
    expect(parseJson('{"ids":"1,\n\t2","id":12345678901234567890}')).toEqual({
      ids: '1,\n\t2',
      id: '12345678901234567890',
    });
    expect(() => parseJson('{"ids":"1,\n2"')).toThrow(SyntaxError);
  });

  test('a string that is cut off among a million quotes throws within two seconds', () => {
    const started = performance.now();
    expect(() => parseJson(`{"id":12345678901234567890,"text":"${'\\\\"'.repeat(300_000)}`)).toThrow(SyntaxError);
    expect(() => parseJson(`{"id":12345678901234567890,"text":"${'\\"'.repeat(500_000)}`)).toThrow(SyntaxError);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
