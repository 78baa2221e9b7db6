// Who gets the page at /graphql, who gets the API, and with which headers.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { setHeaders } from '../../../src/server/headers.js';
import { playground, sendPage, wantsPage } from '../../../src/server/pages/playground.js';

const chrome = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const folder = mkdtempSync(join(tmpdir(), 'playground-'));
const built = pathToFileURL(`${folder}/built/`);
const missing = pathToFileURL(`${folder}/missing/`);
let app: FastifyInstance;

// A real port and a real fetch: Fastify's own inject cannot be loaded under jest. Helmet is there because the server
// has it too, and its policy must not win over the page's.
async function serve(directory: URL): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  app = Fastify();
  setHeaders(app);
  await app.register(playground, { directory });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: (request, reply) => (wantsPage(request) ? sendPage(reply, directory) : { data: {} }),
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return (path, init) => fetch(`${address}${path}`, init);
}

const asking = (accept: string) => ({ headers: { accept } });

beforeAll(() => {
  mkdirSync(new URL('assets/', built), { recursive: true });
  writeFileSync(new URL('index.html', built), '<title>OrderGraph</title>');
  writeFileSync(new URL('assets/index-b6HfCpIz.js', built), 'export {};');
  writeFileSync(join(folder, 'secret'), 'secret');
});
afterEach(() => app.close());
afterAll(() => rmSync(folder, { recursive: true }));

describe('built playground', () => {
  test.each([
    ['a browser', chrome],
    ['a client that accepts HTML only', 'text/html'],
    ['a client that prefers HTML to JSON', 'application/json;q=0.5, text/html;q=0.6'],
  ])('%s gets the playground page', async (_who, accept) => {
    const get = await serve(built);
    const reply = await get('/graphql', asking(accept));
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(reply.headers.get('vary')).toBe('accept');
    expect(reply.headers.get('cache-control')).toBe('no-cache');
    expect(await reply.text()).toContain('OrderGraph');
  });

  test.each([
    ['curl', '', asking('*/*')],
    ['a GraphQL client', '', asking('application/graphql-response+json, application/json;q=0.9')],
    ['a client that prefers JSON to HTML', '', asking('text/html;q=0.5, application/json')],
    ['a client that refuses HTML', '', asking('text/html;q=0')],
    ['a query in the address bar', `?query=${encodeURIComponent('{ shops { id } }')}`, asking(chrome)],
    ['a POST that accepts HTML', '', { ...asking(chrome), method: 'POST' }],
  ])('%s gets the API’s answer instead of the page', async (_who, search, init) => {
    const get = await serve(built);
    expect(await (await get(`/graphql${search}`, init)).json()).toEqual({ data: {} });
  });

  test.each(['/graphql', '/playground/'])(
    'the policy of the page at %s allows nothing but this server',
    async (path) => {
      const get = await serve(built);
      const policy = (await get(path, asking(chrome))).headers.get('content-security-policy') ?? '';
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'"]),
      );
      expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
    },
  );

  test('hashed assets of the playground are cached for good, and the page is revalidated each time', async () => {
    const get = await serve(built);
    const asset = await get('/playground/assets/index-b6HfCpIz.js');
    expect(asset.headers.get('content-type')).toMatch('javascript');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/playground/')).headers.get('cache-control')).toBe('no-cache');
  });

  test.each(['/playground/assets/nothing.js', '/playground/..%2fsecret'])(
    '%s is not served and not cached as immutable',
    async (path) => {
      const get = await serve(built);
      const reply = await get(path);
      expect(reply.ok).toBe(false);
      expect(reply.headers.get('cache-control') ?? '').not.toContain('immutable');
    },
  );
});

test('a playground that is not built says what to run, and the API works without it', async () => {
  const get = await serve(missing);
  const page = await get('/graphql', asking(chrome));
  expect(page.status).toBe(404);
  expect(page.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await page.text()).toContain('npm run build');
  expect((await get('/graphql', { method: 'POST' })).status).toBe(200);
});
