// Tests the forms in which lists and nothings are written.
import { expect, test } from '@jest/globals';
import { TEXTS } from '../../src/mapping/codec.js';
import { compileDocument } from '../../src/mapping/compile.js';
import { type AnyFields, computed, list, object, sparse } from '../../src/mapping/fieldTypes.js';
import { bool, decimal, id, text, time, yuan } from '../../src/mapping/leaves.js';
import type { ReadState } from '../../src/mapping/readContext.js';
import { reference } from '../../src/mapping/spelling.js';
import { BEIJING } from '../../src/mapping/time.js';
import { selectAll } from '../../src/mapping/walk.js';

/** A document as its fields read it, and the warnings. */
function read(fields: AnyFields, source: object): { read: object; warnings: ReadState['warnings'] } {
  const warnings: ReadState['warnings'] = [];
  const reading: ReadState = {
    currency: 'CNY',
    zone: BEIJING,
    place: 0,
    root: source,
    group: [],
    trail: [],
    at: '',
    warnings,
    limitRead: () => {},
    warn: (message) => warnings.push({ path: reading.at, message }),
  };
  const reader = compileDocument(fields, { spellings: [reference], subtreeOf: () => undefined });
  return { read: reader.bind(selectAll(fields))(source, reading), warnings };
}

const LINES: AnyFields = { lines: list<{ name: string | null }>('lines[line]', { name: text('name') }) };

test('an empty list in the place of an object or a value says nothing', () => {
  const fields: AnyFields = {
    text: text('a'),
    id: id('a'),
    number: decimal('a'),
    amount: yuan('a'),
    time: time('a'),
    flag: bool('a'),
    object: object<{ b: string | null }>('a', { b: text('b') }),
    below: text('a.b'),
    sparse: sparse<{ b: string | null }>({ b: text('a.b') }),
    computed: computed(['a', 'a.b'], (values) => values),
    having: list<{ b: string | null }>('', { b: text('a') }, { having: ['a'] }),
    second: text(['a', 'c']),
  };
  const nothings = ['text', 'id', 'number', 'amount', 'time', 'flag', 'object', 'below', 'sparse'];
  expect(read(fields, { a: [], c: 'x' })).toEqual({
    read: {
      ...Object.fromEntries(nothings.map((name) => [name, null])),
      computed: [undefined, undefined],
      having: [],
      second: 'x',
    },
    warnings: [],
  });
});

test('an empty list among the members of a list is no member', () => {
  expect(read(LINES, { lines: [[], { name: 'a' }, []] })).toEqual({ read: { lines: [{ name: 'a' }] }, warnings: [] });
});

test('a list among the members of a list is no member, with a warning', () => {
  expect(read(LINES, { lines: [[{ name: 'a' }]] })).toEqual({
    read: { lines: [] },
    warnings: [{ path: 'lines[0]', message: 'is not an object' }],
  });
});

test.each([
  ['an object whose names are numbers', { 0: { name: 'a' }, 2: { name: 'b' } }, ['a', 'b']],
  ['such an object in its wrapper', { line: { 1: { name: 'a' }, 10: { name: 'b' } } }, ['a', 'b']],
  ['a lone object', { name: 'a' }, ['a']],
  ['a lone object in its wrapper', { line: { name: 'a' } }, ['a']],
  ['an empty object', {}, []],
  ['an empty list in its wrapper', { line: [] }, []],
])('%s is read as a list', (_what, lines, names) => {
  expect(read(LINES, { lines })).toEqual({ read: { lines: names.map((name) => ({ name })) }, warnings: [] });
});

test('a path through an object whose names are numbers gives the values of its members', () => {
  const fields: AnyFields = {
    wrapped: computed(['lines[line].name'], ([names]) => names),
    bare: computed(['others[].name'], ([names]) => names),
  };
  const members = { 0: { name: 'a' }, 2: { name: 'b' } };
  expect(read(fields, { lines: { line: members }, others: members }).read).toEqual({
    wrapped: ['a', 'b'],
    bare: ['a', 'b'],
  });
});

test.each([
  ['a list', ['a', 1, [], null]],
  ['an object whose names are numbers', { 0: 'a', 2: '1' }],
])('texts are read from %s', (_what, value) => {
  expect(TEXTS.decode(value, {} as never)).toEqual(['a', '1']);
});

test('a lone text is a list of one, and an object with other names is none', () => {
  expect(TEXTS.decode('a', {} as never)).toEqual(['a']);
  expect(TEXTS.decode({ url: 'a' }, {} as never)).toBeUndefined();
});

test('a list of more than 10,000 members is read to the 10,000th, with a warning', () => {
  const lines = Array.from({ length: 10_001 }, (_, index) => ({ name: String(index) }));
  const { read: order, warnings } = read(LINES, { lines });
  expect((order as { lines: unknown[] }).lines).toHaveLength(10_000);
  expect(warnings).toEqual([{ path: 'lines', message: 'has more than 10000 members' }]);
});

test('what is too long is null, with a warning that names its path', () => {
  const fields: AnyFields = {
    short: text('text'),
    long: text('long'),
    id: id('id'),
    time: time('time'),
    amount: yuan('id'),
    inner: object<{ at: Date | null }>('inner', { at: time('at') }),
    computed: computed(['long', 'text'], (values) => values),
  };
  const source = {
    text: 'x'.repeat(65_536),
    long: 'x'.repeat(65_537),
    id: '1'.repeat(65),
    time: `2021-07-06 14:53:35${' '.repeat(46)}`,
    inner: { at: '1'.repeat(65) },
  };
  const { read: order, warnings } = read(fields, source);
  expect(order).toEqual({
    short: source.text,
    long: null,
    id: null,
    time: null,
    amount: null,
    inner: { at: null },
    computed: [undefined, source.text],
  });
  expect(warnings).toEqual([
    { path: 'long', message: 'is longer than 65536 characters' },
    { path: 'id', message: 'is longer than 64 characters' },
    { path: 'time', message: 'is longer than 64 characters' },
    { path: 'id', message: 'is longer than 64 characters' },
    { path: 'inner.at', message: 'is longer than 64 characters' },
    { path: 'long', message: 'is longer than 65536 characters' },
  ]);
});

test('after 1,000 warnings about an order one more says that there are others', () => {
  const lines = Array.from({ length: 3_000 }, () => 'none');
  const { warnings } = read(LINES, { lines });
  expect(warnings).toHaveLength(1_001);
  expect(warnings.at(-1)).toEqual({ path: '', message: 'gave more than 1000 warnings' });
});
