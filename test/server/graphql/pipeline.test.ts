// The pipeline: a gate is registered once, and applies to interpreted and to compiled operations.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { parseSettings } from '../../../src/platforms/settings.js';
import { demoShops } from '../../../src/sandbox/demo.js';
import { buildServer } from '../../../src/server/index.js';

let server: FastifyInstance;
let url: string;
/** What the gate of this test saw, by the name of the variable's value. */
let passed: unknown[] = [];

beforeAll(async () => {
  server = await buildServer({
    settings: parseSettings(JSON.stringify({ shops: demoShops('http://127.0.0.1:1') }), {}),
    sandbox: true,
    compileAfter: 1,
    gates: [
      (_operation, { word }, { report }) => {
        passed.push(word);
        report.extensions.gate = word;
        report.headers['x-gate'] = String(word);
        if (word === 'refused')
          throw new GraphQLError('Not today.', { extensions: { code: 'FORBIDDEN', http: { status: 403 } } });
        if (word === 'broken') throw new TypeError('a defect');
        // The first to be asked may have to wait, those after it then stand behind a promise.
        return word === 'slow' ? new Promise<void>((resolve) => setImmediate(resolve)) : undefined;
      },
      (_operation, _variables, { report }) => {
        report.extensions.second = true;
      },
    ],
  });
  url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
});
beforeEach(() => {
  passed = [];
});
afterAll(() => server.close());

async function run(query: string, word: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { word } }),
  });
  const { status, headers } = response;
  return { status, body: await response.text(), gate: headers.get('x-gate'), type: headers.get('content-type') };
}

let count = 0;
/** A query that the server has not seen, and one that it has compiled. */
async function both() {
  count += 1;
  const query = (name: string): string =>
    `query ${name}${count}($word: String!) { shops { id } __type(name: $word) { name } }`;
  const compiled = query('Compiled');
  await run(compiled, 'first');
  passed = [];
  return { interpreted: query('Interpreted'), compiled };
}

describe('gate', () => {
  test.each(['let through', 'slow', 'refused', 'broken'])(
    'a gate with the outcome «%s» gives the same answer for an interpreted and a compiled operation',
    async (word) => {
      const { interpreted, compiled } = await both();
      const [one, other] = [await run(interpreted, word), await run(compiled, word)];
      expect(other).toEqual(one);
      expect(one.gate).toBe(word);
      expect(JSON.parse(one.body).extensions).toMatchObject({ gate: word });
    },
  );

  test('a gate runs once for each request, refused or not', async () => {
    const { interpreted, compiled } = await both();
    await run(interpreted, 'refused');
    await run(compiled, 'refused');
    await run(compiled, 'fine');
    expect(passed).toEqual(['refused', 'refused', 'fine']);
  });

  test('a gate that refuses stops the operation and the gates after it', async () => {
    const { compiled } = await both();
    const { status, body } = await run(compiled, 'refused');
    expect(status).toBe(403);
    const { data, errors, extensions } = JSON.parse(body);
    expect(data).toBeUndefined();
    expect(errors).toEqual([{ message: 'Not today.', extensions: { code: 'FORBIDDEN' } }]);
    expect(extensions.second).toBeUndefined();
  });

  test('a gate that throws unexpectedly causes an internal error, not a refusal', async () => {
    const { compiled } = await both();
    const { status, body } = await run(compiled, 'broken');
    expect(status).toBe(500);
    expect(JSON.parse(body).errors).toEqual([
      { message: 'Internal error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
  });
});
