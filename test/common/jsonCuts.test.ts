// What was cut from a gateway's JSON, and where.
import { describe, expect, test } from '@jest/globals';
import { parseJson } from '../../src/common/json.js';
import { cutsIn, withoutMarks } from '../../src/common/jsonCuts.js';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const cuts = (value: unknown) => [...cutsIn(value, String)];
const DEEPER = 'is nested deeper than 200 lists and objects';

describe.each([
  ['short', 'x'],
  ['long', 'x'.repeat(20_000)],
])('in a %s text', (_length, filling) => {
  const read = (text: string): unknown => parseJson(text.replace('FILLING', filling));

  test('nothing is cut that is within bounds', () => {
    expect(cuts(read(`{"a":${nested(199)},"b":"FILLING","c":null,"d":{}}`))).toEqual([]);
  });

  test('each place that lies too deep is named', () => {
    const value = read(
      `{"a":{"b":[1,{"c":${nested(300)}}]},"d":"FILLING","e":${'{"e":'.repeat(300)}1${'}'.repeat(300)}}`,
    );
    expect(cuts(value)).toEqual([
      { path: `a.b[1].c${'[0]'.repeat(196)}`.slice(0, 299).concat('…'), message: DEEPER },
      { path: `${'e.'.repeat(150)}`.slice(0, 299).concat('…'), message: DEEPER },
    ]);
  });

  test('each list or object of too many members is named', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => `"k${index}":0`).join(',');
    const value = read(`{"a":{"b":[${'0,'.repeat(10_000)}0]},"d":"FILLING","e":{${many}}}`);
    expect(cuts(value)).toEqual([
      { path: 'a.b', message: 'has more than 10000 members' },
      { path: 'e', message: 'has more than 10000 members' },
    ]);
    expect(cuts(read(`{"d":"FILLING","a":[${'0,'.repeat(9_999)}0]}`))).toEqual([]);
  });

  test('what lay too deep is null once its mark is taken away, and all else stays', () => {
    const value = withoutMarks(read(`{"a":${nested(300)},"b":[1,"x",null,{"c":true}],"d":"FILLING"}`));
    expect(value).toMatchObject({ b: [1, 'x', null, { c: true }], d: filling });
    expect([(value as { a: unknown[] }).a].flat(Number.POSITIVE_INFINITY)).toEqual([null]);
  });
});

test('a name is shown in a path as it may be shown', () => {
  const value = parseJson(`{"13800000000":{"a":${nested(300)}}}`);
  const [cut] = cutsIn(value, (name) => name.replace(/\d/g, '*'));
  expect(cut?.path).toMatch(/^\*{11}\.a\[0\]/);
});
