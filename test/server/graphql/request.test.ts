// Tests how an operation is read from the address of a GET and the body of a POST.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../../support/testServer.js';

const LONG_ID = '2198111437768747370';
const QUERY = 'query Q($refs: [OrderRef!]!) { orders(refs: $refs) { orderId } }';
const VARIABLES = `{"refs":[{"shop":"shop","orderId":${LONG_ID}}]}`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

type Parameters = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

async function get(parameters: Parameters) {
  const search = new URLSearchParams(parameters as Record<string, string>);
  const response = await fetch(`${server.url}?${search}`, { headers: { 'apollo-require-preflight': '1' } });
  return { status: response.status, body: await response.json() };
}

async function post(body: object) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const refusal = (message: string) => ({
  status: 400,
  body: { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] },
});

describe('the parameters of a GET', () => {
  test('an order id that is written as a number in variables keeps its digits', async () => {
    const answer = { status: 200, body: { data: { orders: [{ orderId: LONG_ID }] } } };
    expect(await get({ query: QUERY, variables: VARIABLES })).toMatchObject(answer);
  });

  test.each(['variables', 'extensions'])('%s that are not JSON are refused with 400 and their name', async (name) => {
    for (const text of ['', '{', `${VARIABLES} x`, "{'a':1}", '{"a":"1\n2"}'])
      expect(await get({ query: '{ __typename }', [name]: text })).toEqual(
        refusal(`The search parameter ${name} is not JSON.`),
      );
  });

  test.each(['variables', 'extensions'])('%s that are no object are refused with 400 and their name', async (name) => {
    for (const text of ['[]', '1', '"{}"', LONG_ID])
      expect(await get({ query: '{ __typename }', [name]: text })).toEqual(
        refusal(`The search parameter ${name} is not a JSON object.`),
      );
  });

  test.each(['variables', 'extensions'])('null for %s is as good as none', async (name) => {
    expect(await get({ query: '{ __typename }', [name]: 'null' })).toMatchObject({ status: 200 });
  });

  test.each(['query', 'operationName', 'variables', 'extensions'])('%s is refused when given twice', async (name) => {
    const twice = [
      ...Object.entries({ query: '{ __typename }', variables: '{}', [name]: '{}' }),
      [name, '{}'],
    ] as const;
    expect(await get(twice as readonly (readonly [string, string])[])).toEqual(
      refusal(`The search parameter ${name} is given more than once.`),
    );
  });

  test('parameters that are none of GraphQL are passed over', async () => {
    expect(await get({ query: '{ __typename }', utm: '[' })).toMatchObject({ status: 200 });
  });
});

describe('operationName', () => {
  const TWO = 'query A { a: __typename } query B { b: __typename }';

  test('an empty one is as good as none', async () => {
    const answer = { status: 200, body: { data: { __typename: 'Query' } } };
    expect(await get({ query: '{ __typename }', operationName: '' })).toMatchObject(answer);
    // Past the runs after which an operation is compiled.
    for (let run = 0; run < 4; run++)
      expect(await post({ query: '{ __typename }', operationName: '' })).toMatchObject(answer);
  });

  test('an empty one names none of two operations', async () => {
    for (const refused of [await get({ query: TWO, operationName: '' }), await post({ query: TWO, operationName: '' })])
      expect(refused).toMatchObject({
        status: 400,
        body: { errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] },
      });
  });

  test('a name chooses among operations', async () => {
    const answer = { status: 200, body: { data: { b: 'Query' } } };
    expect(await get({ query: TWO, operationName: 'B' })).toMatchObject(answer);
    expect(await post({ query: TWO, operationName: 'B' })).toMatchObject(answer);
  });
});
