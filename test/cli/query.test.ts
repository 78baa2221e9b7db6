// Tests `ordergraph query`: what it asks, and how it shows the answer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { query } from '../../src/cli/commands/query.js';
import { run } from '../support/commandLine.js';
import { freePort } from '../support/freePort.js';

const folder = mkdtempSync(join(tmpdir(), 'query-'));
const file = join(folder, 'orders.graphql');

let server: Server;
let url: string;
let answer: unknown = {};
let asked: { readonly body: unknown; readonly authorization: string | undefined } | undefined;

beforeAll(async () => {
  writeFileSync(file, 'query Orders { shops { id } }');
  server = createServer(async (request, reply) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked = { body: JSON.parse(body), authorization: request.headers.authorization };
    reply.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const ask = (args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) =>
  run(query, [file, '--url', url, ...args], { environment });

test('the file is asked with the variables, the operation and the key that are given', async () => {
  answer = { data: { shops: [] } };
  const variables = join(folder, 'variables.json');
  writeFileSync(variables, '{"first":1,"last":1}');
  const given = ['--variables-file', variables, '--variables', '{"last":2}', '--variable', 'id=3100000000000747370'];
  await ask([...given, '--variable', 'all=true', '--operation', 'Orders', '--key', 'a-key']);
  expect(asked).toEqual({
    authorization: 'Bearer a-key',
    body: {
      query: 'query Orders { shops { id } }',
      operationName: 'Orders',
      variables: { first: 1, last: 2, id: '3100000000000747370', all: true },
    },
  });
});

test('the address and the key of the environment are used where the command line names none', async () => {
  answer = { data: {} };
  await run(query, [file], { environment: { ORDERGRAPH_URL: url, ORDERGRAPH_API_KEY: 'their-key' } });
  expect(asked?.authorization).toBe('Bearer their-key');
});

test('the query is read from standard input in place of a file named -', async () => {
  answer = { data: {} };
  await run(query, ['-', '--url', url], { input: '{ shops { name } }' });
  expect(asked?.body).toMatchObject({ query: '{ shops { name } }' });
});

test('JSON is the answer as the server sent it, with every digit', async () => {
  answer = '{"data":{"order":{"raw":{"id":3100000000000747370}}}}';
  expect(await ask()).toEqual({ code: 0, output: `${answer}\n`, errors: '' });
});

test('on a terminal a list is a table with a row each, and amounts stand with their currency', async () => {
  answer = {
    data: {
      orders: [
        { orderId: '1', buyer: { name: '张三' }, totals: { total: { amount: '9.00', currencyCode: 'CNY' } } },
        null,
        { orderId: '22', buyer: null, totals: { total: null } },
      ],
      orderSearch: { nodes: [{ orderId: '3' }], pageInfo: { hasNextPage: false } },
      shops: [],
    },
  };
  const { code, output } = await ask(['--format', 'table']);
  expect(code).toBe(0);
  expect(output.split('\n')).toEqual([
    'orders',
    '  orderId  buyer.name  totals.total  buyer',
    '  1        张三        9.00 CNY      –',
    '  –        –           –             –',
    '  22       –           –             –',
    '',
    'orderSearch',
    '  orderId',
    '  3',
    '',
    'shops',
    '  –',
    '',
  ]);
});

test('errors are told with their places and codes beside what came, and the status is 1', async () => {
  const error = { message: 'No such order.', path: ['order'], extensions: { code: 'ORDER_NOT_FOUND' } };
  answer = { data: { order: null }, errors: [error] };
  expect(await ask(['--format', 'table'])).toEqual({
    code: 1,
    output: 'order\n  –\n',
    errors: 'order: ORDER_NOT_FOUND: No such order.\n',
  });
  expect(await ask(['--format', 'json'])).toEqual({ code: 1, output: `${JSON.stringify(answer)}\n`, errors: '' });
});

test('what a gateway wrote steers no terminal', async () => {
  answer = { data: { order: { note: 'a\u001b]0;title\u0007\nb' } } };
  expect((await ask(['--format', 'table'])).output).toBe('order\n  note  a ]0;title b\n');
});

test.each([
  ['a server that does not answer', async () => ['--url', `http://127.0.0.1:${await freePort()}`], 1, /nobody answers/],
  ['variables that are no object', async () => ['--variables', '[1]'], 2, /--variables: must be a JSON object/],
  ['a variable without a value', async () => ['--variable', 'first'], 2, /must be NAME=VALUE/],
  ['a format that there is not', async () => ['--format', 'xml'], 2, /--format is table or json/],
  ['an address that is none', async () => ['--url', 'nowhere'], 1, /nowhere: is no address/],
] as const)('%s is named', async (_what, args, code, words) => {
  const { code: status, output, errors } = await ask(await args());
  expect([status, output]).toEqual([code, '']);
  expect(errors).toMatch(words);
});

test('an answer that is none of GraphQL is named, with its status', async () => {
  answer = '<html>Bad gateway</html>';
  expect(await ask()).toMatchObject({ code: 1, errors: `${url}: HTTP 200: no answer of GraphQL\n` });
});
