// Who gets the dashboard’s page, and with which headers.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { setHeaders } from '../../../src/server/headers.js';
import { dashboard } from '../../../src/server/pages/dashboard.js';

const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
const directory = pathToFileURL(`${folder}/built/`);
let app: FastifyInstance;
let address: string;

beforeAll(async () => {
  mkdirSync(new URL('assets/', directory), { recursive: true });
  writeFileSync(new URL('index.html', directory), '<title>OrderGraph</title>');
  writeFileSync(new URL('assets/index-b6HfCpIz.js', directory), 'export {};');
  writeFileSync(join(folder, 'secret'), 'secret');
  app = Fastify();
  setHeaders(app);
  await app.register(dashboard, { pictureHosts: ['*.alicdn.com', 'pictures.example'], directory });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true });
});

test.each(['/dashboard', '/dashboard/', '/dashboard?list=demo', '/dashboard/orders/mill/2198111437768747370'])(
  '%s serves the dashboard, whose policy allows nothing from other origins but pictures of listed hosts',
  async (path) => {
    const reply = await fetch(`${address}${path}`);
    expect(reply.status).toBe(200);
    expect(await reply.text()).toContain('OrderGraph');
    expect(reply.headers.get('cache-control')).toBe('no-cache');
    const directives = (reply.headers.get('content-security-policy') ?? '').split('; ');
    expect(directives).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'", "base-uri 'none'"]),
    );
    expect(directives.filter((directive) => /https?:|\*/.test(directive))).toEqual([
      "img-src 'self' data: https://*.alicdn.com https://pictures.example",
    ]);
  },
);

test.each([
  ['127.0.0.1:4100', 'http://127.0.0.1:4100'],
  ['127.1.2.3', 'http://127.1.2.3'],
  ['127.0.0.1.example', 'https://127.0.0.1.example'],
  ['*.localhost.example', 'https://*.localhost.example'],
])('pictures of %s are loaded from %s, as only this machine may do without https', async (host, source) => {
  const page = Fastify();
  await page.register(dashboard, { pictureHosts: [host], directory });
  const reply = await fetch(`${await page.listen({ port: 0, host: '127.0.0.1' })}/dashboard`);
  const policy = reply.headers.get('content-security-policy') ?? '';
  expect(policy.split('; ')).toContain(`img-src 'self' data: ${source}`);
  await page.close();
});

test('hashed assets of the dashboard are cached for good, and missing files are answered with 404', async () => {
  const asset = await fetch(`${address}/dashboard/assets/index-b6HfCpIz.js`);
  expect(asset.headers.get('content-type')).toMatch('javascript');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await fetch(`${address}/dashboard/assets/nothing.js`)).status).toBe(404);
  expect(await (await fetch(`${address}/dashboard/..%2f..%2fsecret`)).text()).not.toContain('secret');
});

test('/dashboard is answered with 404 when the dashboard is not built', async () => {
  const bare = Fastify();
  await bare.register(dashboard, { pictureHosts: [], directory: new URL('missing/', directory) });
  const elsewhere = await bare.listen({ port: 0, host: '127.0.0.1' });
  expect((await fetch(`${elsewhere}/dashboard`)).status).toBe(404);
  await bare.close();
});
