// What is remembered of the documents that were parsed, and how much of it.
import { expect, test } from '@jest/globals';
import { type DocumentNode, parse } from 'graphql';
import { bytesOf, createParsedDocuments, MAX_REMEMBERED_BYTES } from '../../../src/server/graphql/parsedDocuments.js';

test('a document counts by its tokens, and by its text where that is mostly blank', () => {
  const short = bytesOf(parse('{a}'));
  expect(bytesOf(parse('{a b c d}')) - short).toBeGreaterThanOrEqual(3 * 400);
  expect(bytesOf(parse(`{${' '.repeat(100_000)}a}`)) - short).toBe(200_000);
});

test('documents are remembered up to a bound in bytes, and those that were not asked for longest are forgotten', async () => {
  const documents = createParsedDocuments();
  const big = (): DocumentNode => parse(`{${' a'.repeat(9_000)}}`);
  const count = Math.ceil(MAX_REMEMBERED_BYTES / bytesOf(big())) + 3;
  for (let index = 0; index < count; index++) await documents.set(`key ${index}`, big());
  const found = await Promise.all(Array.from({ length: count }, (_, index) => documents.get(`key ${index}`)));
  const remembered = found.filter((document) => document !== undefined) as DocumentNode[];
  expect(remembered.length).toBeGreaterThan(1);
  expect(remembered.reduce((sum, document) => sum + bytesOf(document), 0)).toBeLessThanOrEqual(MAX_REMEMBERED_BYTES);
  expect(found.at(0)).toBeUndefined();
  expect(found.at(-1)).toBeDefined();
});

test('a document can be deleted', async () => {
  const documents = createParsedDocuments();
  await documents.set('key', parse('{a}'));
  await documents.delete('key');
  expect(await documents.get('key')).toBeUndefined();
});
