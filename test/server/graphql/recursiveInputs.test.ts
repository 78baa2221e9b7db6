// Which operations are never compiled, since a variable of theirs could hold itself without end.
import { expect, test } from '@jest/globals';
import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { createCompiledOperations } from '../../../src/server/graphql/compiledOperations.js';
import { createRecursiveInputs } from '../../../src/server/graphql/recursiveInputs.js';

const schema = buildSchema(`
  type Query { orders(where: Where, sort: Sort): Int }
  input Where { total: Range  any: [Where!]  not: Group }
  input Group { where: Where! }
  input Range { least: Int }
  input Sort { range: [Range!] }
`);

const operationOf = (text: string) => parse(text).definitions[0] as OperationDefinitionNode;

test('an input type that leads back to itself is recursive, however far the way, through lists and other types', () => {
  const isRecursive = createRecursiveInputs(schema);
  for (const type of ['Where', 'Where!', '[Where!]', 'Group'])
    expect(isRecursive(operationOf(`query ($where: ${type}) { orders(where: $where) }`))).toBe(true);
  expect(isRecursive(operationOf('query ($sort: Sort, $n: [Int!]) { orders(sort: $sort) }'))).toBe(false);
  expect(isRecursive(operationOf('{ orders }'))).toBe(false);
});

test('an operation with a variable of a recursive input type is remembered and never compiled, which would not end', () => {
  const text = 'query Orders($where: Where) { orders(where: $where) }';
  const document = parse(text);
  const operation = { document, operation: operationOf(text) };
  const operations = createCompiledOperations(schema, () => 1, 1);
  for (let run = 0; run < 5; run += 1) {
    expect(operations.find(text, 'Orders', {})).toBeUndefined();
    operations.countRun(text, 'Orders', {}, operation);
  }
});
