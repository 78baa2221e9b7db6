// Tests how the comparisons of validation are counted before it makes them.
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { comparisonsIn } from '../../../src/server/limits/comparisons.js';

const LIMIT = 50_000;
const count = (text: string): number => comparisonsIn(parse(text), LIMIT);
const times = (number: number, part: (index: number) => string): string =>
  Array.from({ length: number }, (_, index) => part(index)).join(' ');

test.each([
  ['fields of different names are not compared', '{ a b { c } d { c } }', 0],
  ['fields of one name are compared in pairs', '{ a a a a }', 6],
  ['names are those of the answer', '{ a: x a: y x y }', 1],
  ['what is selected of fields of one name is compared as well', '{ a { b c } a { b c } }', 1 + 2],
  ['the same below different aliases is not compared', `{ ${times(500, (index) => `a${index}: x { y { z } }`)} }`, 0],
  ['inline fragments belong to what they stand in', '{ ... on A { a } ... on B { a } a }', 3],
  ['arguments count by their values', '{ a(x: [1, 2]) a(x: [1, 2]) }', 4],
])('%s', (_title, text, expected) => {
  expect(count(text)).toBe(expected);
});

test('a fragment is compared with what stands beside it', () => {
  expect(count('{ a ...F } fragment F on T { b }')).toBeLessThan(count('{ a ...F } fragment F on T { a }'));
});

test('a fragment that is spread at many places is looked into once', () => {
  const fragment = `fragment F on T { ${times(100, () => 'a { b }')} }`;
  const places = times(100, (index) => `p${index}: x { ...F }`);
  expect(count(`{ ${places} } ${fragment}`)).toBeLessThan(count(`{ x { ...F } } ${fragment}`) + 300);
});

test('a fragment that is spread again beside itself adds nothing', () => {
  expect(count(`{ ${'...F '.repeat(3000)} } fragment F on T { a b }`)).toBeLessThan(10);
});

test.each([
  [
    'fragments that spread one another in a ring',
    'query { ...F } fragment F on T { a { ...G } } fragment G on T { a { ...F } }',
  ],
  ['fragments that are not there', '{ ...F a { ...G } }'],
])('%s are counted to an end', (_what, text) => {
  expect(count(text)).toBeLessThan(20);
});

test('fragments that double at each level are given up beyond the limit', () => {
  const level = (name: string) => (index: number) =>
    `fragment ${name}${index} on T { a { ...f${index + 1} ...g${index + 1} } b${name} { ...f${index + 1} ...g${index + 1} x${index}: y } }`;
  const startedAt = performance.now();
  const text = `{ ...f0 ...g0 } ${times(60, level('f'))} ${times(60, level('g'))}`;
  expect(count(text)).toBeGreaterThan(0);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test('what is beyond the limit is counted as beyond it', () => {
  expect(count(`{ ${'a '.repeat(9_000)} }`)).toBeGreaterThan(LIMIT);
});
