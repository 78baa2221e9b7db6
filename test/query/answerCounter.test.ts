// What an answer is counted to hold, before it is built.
import { describe, expect, test } from '@jest/globals';
import { type FieldNode, type OperationDefinitionNode, parse } from 'graphql';
import { createAnswerCounter } from '../../src/query/answerCounter.js';
import { type AnswerField, createAnswerFieldsBuilder, withErrorFor } from '../../src/query/answerFields.js';

/** The fields that a selection of nothing but fields asks for. */
function fieldsOf(selection: string): readonly AnswerField[] {
  const { root, add } = createAnswerFieldsBuilder();
  const collect = (nodes: readonly FieldNode[], within: AnswerField): void => {
    for (const node of nodes) {
      const field = add(node, within);
      collect((node.selectionSet?.selections ?? []) as readonly FieldNode[], field);
    }
  };
  const [operation] = parse(selection).definitions as readonly [OperationDefinitionNode];
  collect(operation.selectionSet.selections as readonly FieldNode[], root);
  return root.fields;
}

/** The least limits under which an object is counted without a fault. */
function sizeOf(object: object, fields: readonly AnswerField[]): { values: number; bytes: number } {
  const least = (isEnough: (limit: number) => boolean): number => {
    let [under, over] = [0, 1 << 20];
    while (over - under > 1) {
      const middle = (under + over) >> 1;
      if (isEnough(middle)) over = middle;
      else under = middle;
    }
    return over;
  };
  const isWithin = (maxAnswerValues: number, maxAnswerBytes: number): boolean => {
    try {
      createAnswerCounter({ maxAnswerValues, maxAnswerBytes }).count(object, fields);
      return true;
    } catch {
      return false;
    }
  };
  return { values: least((limit) => isWithin(limit, 1 << 30)), bytes: least((limit) => isWithin(1 << 30, limit)) };
}

describe('values', () => {
  test.each<[string, object, string, number]>([
    ['an object with two fields', { a: 1, b: 'x' }, '{ a b }', 3],
    ['a field under three names', { a: 1 }, '{ a b: a c: a }', 4],
    ['a field that is selected twice', { a: { b: 1, c: 2 } }, '{ a { b } a { c b } }', 4],
    ['a list of three', { a: [1, 2, 3] }, '{ a }', 5],
    ['a list of lists', { a: [[1], [2, 3]] }, '{ a }', 7],
    ['a list of objects', { a: [{ b: 1 }, { b: 2 }] }, '{ a { b } }', 6],
    ['an object that is not there', { a: null }, '{ a { b c d } }', 2],
    ['a value of JSON', { a: { b: [1, { c: 2 }] } }, '{ a }', 6],
    ['a value of JSON under two names', { a: { b: 1 } }, '{ a z: a }', 5],
  ])('of %s everything that is written counts', (_what, object, selection, values) => {
    expect(sizeOf(object, fieldsOf(selection)).values).toBe(values);
  });

  test('what an object holds and nobody asks for does not count', () => {
    expect(sizeOf({ a: 1, b: [1, 2, 3], c: { d: 1 } }, fieldsOf('{ a }')).values).toBe(2);
  });

  test('a field that fails counts for more than one that does not, under each of its names', () => {
    const fields = fieldsOf('{ raw again: raw id }');
    expect(sizeOf({ id: '1' }, withErrorFor('raw', fields)).values).toBe(42);
  });
});

describe('bytes', () => {
  test.each<[string, object, string, string]>([
    ['names, numbers and texts', { id: '12', count: 7, isOpen: true }, '{ id count isOpen }', ''],
    ['aliases', { id: '12' }, '{ a: id b: id }', '{"a":"12","b":"12"}'],
    ['what is escaped', { a: '"\\\u0001' }, '{ a }', ''],
    ['characters of two and three bytes', { a: 'é物流' }, '{ a }', ''],
    ['times', { at: new Date(0) }, '{ at }', ''],
    ['nulls', { a: null }, '{ a }', ''],
    ['lists of objects', { a: [{ b: 'x' }, { b: 'y' }] }, '{ a { b } }', ''],
    ['values of JSON', { a: { b: [1, 'x', null, { 物: 'y' }], c: {} } }, '{ a }', ''],
  ])('%s take what they are written in, and a comma for each at most', (_what, object, selection, written) => {
    const exact = Buffer.byteLength(written || JSON.stringify(object));
    const { bytes } = sizeOf(object, fieldsOf(selection));
    expect(bytes).toBeGreaterThanOrEqual(exact);
    expect(bytes - exact).toBeLessThanOrEqual(6);
  });
});

describe('counter', () => {
  const fields = fieldsOf('{ a }');

  test('objects count together, and what comes after the first that is too much is refused without a look', () => {
    const counter = createAnswerCounter({ maxAnswerValues: 5, maxAnswerBytes: 1_000 });
    counter.count({ a: 1 }, fields);
    counter.count({ a: 2 }, fields);
    expect(() => counter.count({ a: 3 }, fields)).toThrow('The answer would hold more than 5 values');
    const unread = {
      get a(): number {
        throw new Error('This is not to be read.');
      },
    };
    expect(() => counter.count(unread, fields)).toThrow('The answer would hold more than 5 values');
  });

  test('a long list is looked at no further than up to the limit', () => {
    let looked = 0;
    const member = {
      get b(): number {
        looked += 1;
        return 1;
      },
    };
    const counter = createAnswerCounter({ maxAnswerValues: 100, maxAnswerBytes: 1_000_000 });
    const object = { a: Array.from({ length: 10_000 }, () => member) };
    expect(() => counter.count(object, fieldsOf('{ a { b } }'))).toThrow('more than 100 values');
    expect(looked).toBeLessThan(100);
  });

  test('one object counts as often as it is answered', () => {
    const counter = createAnswerCounter({ maxAnswerValues: 1_000, maxAnswerBytes: 50 });
    const object = { a: 'x'.repeat(20) };
    counter.count(object, fields);
    expect(() => counter.count(object, fields)).toThrow('The answer would hold more than 50 bytes');
  });
});
