// Tests that no text takes a codec long, whatever stands in it.
import { describe, expect, test } from '@jest/globals';
import { LONGEST_TEXT } from '../../src/mapping/bounds.js';
import type { Codec, ReadContext } from '../../src/mapping/codec.js';
import { compileDocument } from '../../src/mapping/compile.js';
import { type AnyFields, leaf } from '../../src/mapping/fieldTypes.js';
import { EMPTY_SELECTION } from '../../src/mapping/selection.js';
import { reference } from '../../src/mapping/spelling.js';
import { BEIJING } from '../../src/mapping/time.js';
import { gateways } from '../../src/platforms/index.js';
import { mappedPathsOf } from '../../src/privacy/maskRaw.js';

const context: ReadContext = { currency: 'CNY', zone: BEIJING, place: 1, warn: () => {} };

/** What makes a pattern try one beginning after the other, and what ends it in vain. */
const UNITS = [
  '1',
  '0',
  ' ',
  ';',
  ',',
  ':',
  '=',
  '_',
  '.',
  '-',
  'a',
  '*',
  '~',
  '~1',
  '$',
  '"',
  '\\"',
  '\\',
  '[',
  '{"a":',
];
const ENDS = ['', 'x', '1', ' ', '.', '"'];

const codecs = new Map<string, Codec<unknown>>();
for (const gateway of Object.values(gateways))
  for (const { codec } of mappedPathsOf(gateway)) if (codec) codecs.set(codec.unit, codec);

const worstTexts = (length: number): string[] =>
  UNITS.flatMap((unit) => ENDS.map((end) => unit.repeat(length / unit.length) + end));

const fieldsOf = (codec: Codec<unknown>): AnyFields => ({ value: leaf(codec, 'value') });

const longest = worstTexts(LONGEST_TEXT);
const megabytes = worstTexts(1024 * 1024);

const MAX_MICROSECONDS = 50_000;

/** Whether a run takes more than 50 ms of the processor, each of three times: what else the process does comes once. */
function isSlow(run: () => void): boolean {
  for (let time = 0; time < 3; time++) {
    const { user } = process.cpuUsage();
    run();
    if (process.cpuUsage().user - user <= MAX_MICROSECONDS) return false;
  }
  return true;
}

/** The texts that take a reader too long, by how they begin and end. */
const slowOf = (texts: readonly string[], run: (text: string) => void): string[] =>
  texts.filter((text) => isSlow(() => run(text))).map((text) => `${text.slice(0, 4)}…${text.slice(-4)}`);

describe.each([...codecs])('«%s»', (_unit, codec) => {
  test('no text that is as long as texts may be takes the codec 50 ms', () => {
    expect(slowOf(longest, (text) => codec.decode(text, context))).toEqual([]);
  });

  test('no megabyte of text takes the field 50 ms', () => {
    const read = compileDocument(fieldsOf(codec), { spellings: [reference], subtreeOf: () => undefined }).bind({
      value: EMPTY_SELECTION,
    });
    const reading = { ...context, root: {}, group: [], trail: [], at: '', warnings: [], limitRead: () => {} };
    expect(slowOf(megabytes, (value) => read({ value }, reading))).toEqual([]);
    // Blank text is no value, however long.
    expect(reading.warnings.length).toBeGreaterThanOrEqual(megabytes.filter((text) => text.trim() !== '').length);
  });
});
