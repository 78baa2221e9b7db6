// Tests exact JSON: long numbers keep their digits, everything else is what JSON.parse makes of it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson, writeJson } from '../../src/common/json.js';
import { TOO_DEEP } from '../../src/common/jsonBounds.js';
import { cpuMsOf } from '../support/cpuTime.js';

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

  test('a whole number with an exponent or a zero fraction arrives as its digits', () => {
    const text = '[1.507271159060001e+15,1.88838035603143136E17,-1.8800000000000012E17,188000000000000129.0]';
    expect(parseJson(text)).toEqual([
      '1507271159060001',
      '188838035603143136',
      '-188000000000000120',
      '188000000000000129',
    ]);
    expect(parseJson('[6.1094757236E11,2.0,2.0000000000000000,1.5000000000000000E1]')).toEqual([
      610947572360, 2, 2, 15,
    ]);
  });

  test('a number whose digits would go on without end stays a number', () => {
    expect(parseJson('[1.2345678901234567e+300,1.2345678901234567e999999999]')).toEqual([
      1.2345678901234567e300,
      Number.POSITIVE_INFINITY,
    ]);
  });

  test('a fraction that a float wrote is the shortest that reads as this float', () => {
    const text = '[6.1500000000000004,29.949999999999999,277.19999999999999,0.10000000000000001,-6.1500000000000004]';
    expect(parseJson(text)).toEqual([6.15, 29.95, 277.2, 0.1, -6.15]);
    expect(parseJson('[29.9499999999999993,6.1500000000000003552713678800500929355621337890625]')).toEqual([
      29.95, 6.15,
    ]);
    expect(parseJson('[0.30000000000000004,6.1500000000000004E2,1.8883803560314313E12]')).toEqual([
      0.30000000000000004, 615, 1888380356031.4314,
    ]);
  });

  test('a fraction that no float wrote keeps its digits', () => {
    const text = '[9007199254740993.07,1234567890123456.75,0.1234567890123456789012,1.888380356031431361E17]';
    expect(parseJson(text)).toEqual([
      '9007199254740993.07',
      '1234567890123456.75',
      '0.1234567890123456789012',
      '1.888380356031431361E17',
    ]);
  });

  test('floats written with 17 digits read as the same floats, whatever their size', () => {
    const float = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(float, (number) => {
        const [read] = parseJson(`[${number.toPrecision(17)}]`) as [unknown];
        expect(Number(read)).toBe(number + 0);
      }),
    );
  });

  test('numbers inside strings stay as they are, with exponents and with fractions', () => {
    const value = { a: 'x, 1.507271159060001e+15, y', b: ' 6.1500000000000004,', c: ':2.0000000000000000 ' };
    expect(parseJson(JSON.stringify(value))).toEqual(value);
    expect(parseJson(JSON.stringify([value, '\n']).replace('\\n', '\n'))).toEqual([value, '\n']);
  });
});

describe('bounds of gateway JSON', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + depthOf(value[0]) : 0);
  /** Long enough to be bounded before it is parsed. */
  const LONG_TEXT = `"${'x'.repeat(20_000)}"`;

  test.each([
    ['a short text', '1'],
    ['a long text', LONG_TEXT],
  ])('%s keeps 200 lists within each other, and a mark in place of what lies deeper', (_what, other) => {
    const read = (depth: number) => parseJson(`{"deep":${nested(depth)},"a":${other},"b":[1]}`) as { deep: unknown };
    expect(depthOf(read(199).deep)).toBe(199);
    expect(depthOf(read(3000).deep)).toBe(199);
    expect([read(3000).deep].flat(Number.POSITIVE_INFINITY)).toEqual([TOO_DEEP]);
    expect([read(199).deep].flat(Number.POSITIVE_INFINITY)).toEqual([]);
    expect(read(3000)).toMatchObject({ a: JSON.parse(other), b: [1] });
  });

  test('a list of more than 10,000 members keeps one more than that, and what follows it', () => {
    const text = `{"list":[${'0,'.repeat(50_000)}0],"after":{"list":[[1,2],"],"]}}`;
    const { list, after } = parseJson(text) as { list: unknown[]; after: unknown };
    expect(list).toHaveLength(10_001);
    expect(after).toEqual({ list: [[1, 2], '],'] });
    expect(parseJson(`[${'0,'.repeat(9_999)}0]`)).toHaveLength(10_000);
    expect(parseJson(`[${'[],'.repeat(30_000)}[]]`)).toHaveLength(10_001);
  });

  test('an object of more than 10,000 members keeps its first', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `"k${index}":{"a":[${index}]}`);
    const read = parseJson(`{"object":{${names.join(',')}},"z":1}`) as { object: object; z: unknown };
    expect(Object.keys(read.object)).toHaveLength(10_001);
    expect(read.object).toMatchObject({ k9999: { a: [9999] } });
    expect(read.z).toBe(1);
  });

  test('a text of more than 200,000 values throws a RangeError', () => {
    const list = `[${'{},'.repeat(9_000)}{}]`;
    expect(() => parseJson(`[${Array(25).fill(list).join(',')}]`)).toThrow(RangeError);
    expect(parseJson(`[${Array(15).fill(list).join(',')}]`)).toHaveLength(15);
  });

  test('a long text within bounds parses as with JSON.parse', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify([value, 'x'.repeat(20_000), value]);
        fc.pre(!/\d[\d.]{15}/.test(text) && namesIn(text).every((name) => name === name.trim()));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([
    ['lists within each other', nested(500_000)],
    ['lists that do not end', '['.repeat(1_000_000)],
    ['objects within each other', `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`],
    ['a list of empty objects', `[${'{},'.repeat(330_000)}{}]`],
    ['a string of quotes behind a line break', `["\n${'\\"'.repeat(500_000)}"]`],
    ['digits', `[${'1'.repeat(1_000_000)}x]`],
    ['a fraction of zeros', `[1.${'0'.repeat(1_000_000)}1]`],
  ])('a megabyte of %s is parsed or refused within half a second of the processor', async (_what, text) => {
    const ms = await cpuMsOf(() => {
      try {
        parseJson(text);
      } catch (error) {
        expect([SyntaxError.name, RangeError.name]).toContain((error as Error).name);
      }
    }, 500);
    expect(ms).toBeLessThan(500);
  });
});
