// Which operations are compiled, and how many of them are kept.
import { expect, test } from '@jest/globals';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { schema } from '../../../src/query/schema.js';
import { createCompiledOperations } from '../../../src/server/graphql/compiledOperations.js';
import { createPricing } from '../../../src/server/limits/price.js';

const { size } = createPricing(schema);

/** Runs the operation of that name as often as it takes to be compiled, and a time more. */
function runOften(operations: ReturnType<typeof createCompiledOperations>, text: string, name?: string): void {
  const document = parse(text);
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && (name === undefined || node.name?.value === name),
  );
  if (operation === undefined) throw new Error(`There is no operation ${name}.`);
  for (let run = 0; run < 3; run++) operations.countRun(text, name, {}, { document, operation });
}

const aliases = (count: number, field: string): string =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
const textOf = (id: number, fields: string): string => `{ order(shop: "mill", orderId: "${id}") { ${fields} } }`;

test('an operation is compiled when it has come often enough', () => {
  const operations = createCompiledOperations(schema, size, 2);
  const text = textOf(1, 'status');
  expect(operations.find(text, undefined, {})).toBeUndefined();
  runOften(operations, text);
  expect(operations.find(text, undefined, {})).toBeDefined();
});

test('an operation is compiled whose variable has a type that leads back to itself', () => {
  const operations = createCompiledOperations(schema, size, 2);
  const text = 'query Q($where: OrderWhere) { orderCount(where: $where) { count } }';
  runOften(operations, text);
  expect(operations.find(text, undefined, {})).toBeDefined();
});

test('an operation that its fragments write out to more than a thousand fields is never compiled', () => {
  const operations = createCompiledOperations(schema, size, 2);
  const text = `${textOf(1, aliases(30, 'logistics { ...many }'))} fragment many on Logistics { shipments { ${aliases(40, 'trackingNumber')} } }`;
  expect(text.length).toBeLessThan(2_000);
  runOften(operations, text);
  expect(operations.find(text, undefined, {})).toBeUndefined();
});

test('compiled operations share one budget of fields, and one that was pushed out is compiled again', () => {
  const operations = createCompiledOperations(schema, size, 2);
  const texts = Array.from({ length: 60 }, (_, id) => textOf(id, aliases(498, 'status')));
  for (const text of texts) runOften(operations, text);
  const kept = texts.filter((text) => operations.find(text, undefined, {}) !== undefined);
  expect(kept.length).toBeLessThanOrEqual(40);
  expect(kept.length).toBeGreaterThan(10);
  const [first] = texts as [string];
  expect(operations.find(first, undefined, {})).toBeUndefined();
  runOften(operations, first);
  expect(operations.find(first, undefined, {})).toBeDefined();
});

test('of one text no more than twenty operations are kept', () => {
  const operations = createCompiledOperations(schema, size, 2);
  const names = Array.from({ length: 30 }, (_, index) => `Q${index}`);
  const text = names.map((name) => `query ${name} { shops { id } }`).join(' ');
  for (const name of names) runOften(operations, text, name);
  expect(names.filter((name) => operations.find(text, name, {}) !== undefined)).toHaveLength(20);
});
