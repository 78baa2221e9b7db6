// Thousands of requests that nobody would send: each is answered as the caller's error, none as a server error.
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Lexer, Source, TokenKind } from 'graphql';
import { toGlobalId } from '../../src/order/globalId.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { type Graphql, startGraphql } from '../support/graphql.js';

/** Each property stops here, however many requests it has sent. */
const PROPERTY_MS = 1_800;
const RUNS = { numRuns: 3_000, interruptAfterTimeLimit: PROPERTY_MS };

let sandbox: Sandbox;
let graphql: Graphql;
const agent = new Agent({ keepAlive: true });
let sent = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  graphql = await startGraphql({ settings: { shops: demoShops(sandbox.url), cache: { maxBytes: 1_000_000 } } });
});
afterAll(async () => {
  agent.destroy();
  await graphql?.close();
  await sandbox?.close();
});

type Headers = Readonly<Record<string, string>>;

/** Not fetch, which would mend or refuse much of this before it is sent. */
const send = (method: string, path: string, headers: Headers, body?: string | Uint8Array) =>
  new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const sending = request(new URL(graphql.url).origin, { agent, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sending.on('error', reject);
    sending.end(body);
    sent++;
  });

/** Whatever came of it, it is not our fault, and nothing of our inside is told. */
function expectNoDefect({ status, text }: { readonly status: number; readonly text: string }): void {
  if (status >= 200 && status < 500 && !LEAKS.test(text)) return;
  throw new Error(`${status} ${text.slice(0, 500)}`);
}
const LEAKS = /INTERNAL_SERVER_ERROR|node_modules|"stacktrace"|\n {4}at |Cannot read propert|is not a function/;

const JSON_TYPE = { 'content-type': 'application/json' };
const postJson = (body: unknown) => send('POST', '/graphql', JSON_TYPE, JSON.stringify(body));

const folder = new URL('../../schema/operations/', import.meta.url);
const operations = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => {
    const query = readFileSync(new URL(name, folder), 'utf8');
    const file = new URL(name.replace('.graphql', '.variables.json'), folder);
    return { query, variables: query.includes('$') ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {} };
  });

const anyOperation = fc.constantFrom(...operations);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 2_000 }),
  fc.constantFrom('', '{', '{}', '[]', 'null', '""', '{"query":', '\u0000', '\ud800', '{"query":"{a}"}'),
);
const anyType = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-16',
  'application/json;',
  'application/graphql',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
  'json',
  '*/*',
  ';',
  '',
);
const anyHeader = fc.tuple(
  fc.constantFrom(
    'accept',
    'authorization',
    'x-ordergraph-plan',
    'x-request-id',
    'content-encoding',
    'accept-encoding',
    'origin',
    'cookie',
    'apollo-require-preflight',
    'apollo-federation-include-trace',
    'x-apollo-operation-name',
    'x-forwarded-for',
    'if-none-match',
    'range',
    'expect-ct',
    '__proto__',
    'constructor',
  ),
  fc.oneof(
    fc.constantFrom(
      '*/*;q=nan',
      'text/html',
      'Bearer ',
      'application/graphql-response+json;q=0',
      'multipart/mixed',
      'gzip',
    ),
    fc.stringMatching(/^[\t\x20-\x7e\x80-\xff]{0,80}$/),
  ),
);

test('bodies that are not JSON, of any content type, cause no server error', async () => {
  const anyBytes = fc.uint8Array({ maxLength: 500 });
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyText, anyBytes), anyType, async (body, type) => {
      expectNoDefect(await send('POST', '/graphql', { 'content-type': type }, body));
    }),
    RUNS,
  );
});

test('JSON that is not a GraphQL request causes no server error', async () => {
  const member = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('{ shops { id } }', '{ __typename }'));
  const anyMembers = fc.record(
    {
      query: member,
      variables: member,
      operationName: member,
      extensions: fc.oneof(
        member,
        fc.record({ persistedQuery: fc.oneof(member, fc.record({ version: member, sha256Hash: member })) }),
      ),
      documentId: member,
      id: member,
      http: member,
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyMembers, fc.jsonValue(), fc.array(anyMembers, { maxLength: 3 })), async (body) => {
      expectNoDefect(await postJson(body));
    }),
    RUNS,
  );
});

test('requests with any method, URL and headers cause no server error', async () => {
  const anyMethod = fc.constantFrom(
    'GET',
    'POST',
    'HEAD',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'QUERY',
  );
  const anyPath = fc.oneof(
    fc.constantFrom(
      '/',
      '/graphql',
      '/graphql/',
      '/graphql?',
      '//graphql',
      '/health',
      '/playground/',
      '/playground/../..',
    ),
    fc.stringMatching(/^\/(graphql|playground|health)?[\x21-\x7e]{0,60}$/),
    fc.webQueryParameters().map((search) => `/graphql?${search}`),
    fc
      .tuple(fc.constantFrom('query', 'variables', 'extensions', 'operationName', 'documentId', 'id'), anyText)
      .map(
        ([name, text]) =>
          `/graphql?query=%7Bshops%7Bid%7D%7D&${name}=${encodeURIComponent(Buffer.from(text).toString())}`,
      ),
  );
  await fc.assert(
    fc.asyncProperty(anyMethod, anyPath, fc.array(anyHeader, { maxLength: 5 }), async (method, path, headers) => {
      expectNoDefect(await send(method, path, Object.fromEntries(headers)));
    }),
    RUNS,
  );
});

/** The tokens of a query, each as it stands in the text. */
function tokensOf(query: string): readonly string[] {
  const lexer = new Lexer(new Source(query));
  const tokens: string[] = [];
  while (lexer.advance().kind !== TokenKind.EOF) tokens.push(query.slice(lexer.token.start, lexer.token.end));
  return tokens;
}

test('example queries with tokens removed, doubled, exchanged or inserted cause no server error', async () => {
  const anyPlace = fc.nat({ max: 10_000 });
  const anyToken = fc.constantFrom(
    ...new Set(operations.flatMap(({ query }) => tokensOf(query))),
    ...[
      '__typename',
      '__schema',
      '...',
      '@skip(if: true)',
      '@include(if: $refs)',
      'fragment',
      'mutation',
      'subscription',
    ],
    ...['on', 'null', '-1', '1e999', '"', '"""', '\\', '\u0000', '$', '&', '[', ']', '!', '=', '{ id }', '...F', '#'],
  );
  const anyChange = fc.tuple(fc.constantFrom('remove', 'double', 'exchange', 'insert'), anyPlace, anyPlace, anyToken);
  await fc.assert(
    fc.asyncProperty(anyOperation, fc.array(anyChange, { minLength: 1, maxLength: 4 }), async (operation, changes) => {
      const tokens = [...tokensOf(operation.query)];
      for (const [kind, one, other, token] of changes) {
        const at = one % (tokens.length + 1);
        if (kind === 'remove') tokens.splice(at, 1);
        else if (kind === 'insert') tokens.splice(at, 0, token);
        else if (kind === 'double') tokens.splice(at, 0, tokens[at] ?? '');
        else [tokens[at], tokens[other % tokens.length]] = [tokens[other % tokens.length] ?? '', tokens[at] ?? ''];
      }
      expectNoDefect(await postJson({ query: tokens.join(' '), variables: operation.variables }));
    }),
    RUNS,
  );
});

test('example queries with arbitrary variables cause no server error', async () => {
  const anyDigits = fc.oneof(fc.bigInt().map(String), fc.stringMatching(/^\d{1,40}$/), fc.string({ maxLength: 80 }));
  const anyShop = fc.oneof(
    fc.constantFrom('mill', 'buyer', 'depot', 'flagship', 'overseas', 'maker', '__proto__', 'constructor', ''),
    fc.string({ unit: 'binary', maxLength: 70 }),
  );
  const anyRef = fc.record(
    { shop: anyShop, orderId: anyDigits, outOrderId: fc.option(anyDigits) },
    { requiredKeys: [] },
  );
  const anyValue = fc.oneof(
    anyDigits,
    anyShop,
    anyRef,
    fc.array(anyRef, { maxLength: 5 }),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const anyVariables = fc.record({
    shop: fc.oneof({ weight: 3, arbitrary: anyShop }, anyValue),
    orderId: fc.oneof({ weight: 3, arbitrary: anyDigits }, anyValue),
    refs: fc.oneof({ weight: 3, arbitrary: fc.array(anyRef, { maxLength: 5 }) }, anyValue),
    keys: fc.oneof(fc.array(anyDigits, { maxLength: 60 }), anyValue),
  });
  await fc.assert(
    fc.asyncProperty(anyOperation, anyVariables, async ({ query }, variables) => {
      expectNoDefect(await postJson({ query, variables }));
    }),
    RUNS,
  );
});

test('arbitrary global ids cause no server error', async () => {
  const anyKey = fc.record({
    shop: fc.oneof(fc.constantFrom('mill', 'flagship', '__proto__'), fc.string({ unit: 'binary' })),
    orderId: fc.oneof(fc.nat().map(String), fc.string({ unit: 'binary' })),
    outOrderId: fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
  });
  const anyId = fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), anyKey.map(toGlobalId));
  const query =
    'query($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } node(id: $id) { id ... on Order { status } } }';
  await fc.assert(
    fc.asyncProperty(fc.array(anyId, { maxLength: 5 }), anyId, async (ids, id) => {
      expectNoDefect(await postJson({ query, variables: { ids, id } }));
    }),
    RUNS,
  );
});

test('bytes that are not valid HTTP cause no server error', async () => {
  const { hostname, port } = new URL(graphql.url);
  const anyLines = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({ unit: 'binary', maxLength: 300 })
      .map((text) => Buffer.from(`POST /graphql HTTP/1.1\r\n${text}\r\n\r\n`)),
    fc
      .constantFrom(
        'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
        'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{',
        `GET /graphql HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
        'GET http://[::1 HTTP/1.1\r\nHost: [\r\n\r\n',
        'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: ]:x@[\r\nApollo-Require-Preflight: 1\r\n\r\n',
        'GET //[::1/graphql HTTP/1.1\r\nHost: a\r\n\r\n',
      )
      .map((text) => Buffer.from(text, 'latin1')),
  );
  await fc.assert(
    fc.asyncProperty(anyLines, async (bytes) => {
      const answer = await new Promise<string>((resolve) => {
        let text = '';
        const socket = connect(Number(port), hostname, () => socket.end(bytes));
        socket.on('data', (chunk) => {
          text += String(chunk);
        });
        socket.on('error', () => {});
        socket.on('close', () => resolve(text));
      });
      sent++;
      expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
    }),
    { ...RUNS, numRuns: 500 },
  );
});

test('the server still answers after the fuzzing and does not leak memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  expect(sent).toBeGreaterThan(2_000);
  expect(await graphql.query('{ shops { id } }')).toMatchObject({ status: 200, errors: [] });
  const some = async (count: number, from: number) => {
    for (let index = from; index < from + count; index++)
      await postJson({
        query: `{ a${index}: order(shop: "mill", orderId: "${index}") { statu } }`,
        variables: { index },
      });
  };
  await some(300, 0);
  const before = heap();
  await some(1_000, 300);
  expect(heap() - before).toBeLessThan(20 * 1024 * 1024);
});
