// Tests the pictures of invented products: that they are served, and named where the sandbox was called.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { vvTool } from '../../src/sandbox/1688/endpoints/vvTool.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 100_000 });
});
afterAll(() => sandbox.close());

/** VV_TOOL's reply of one order to a call under some name of the sandbox. */
const replyTo = (orderId: string, host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { accessToken, shopId } = vvTool.account;
    const call = request(`${sandbox.url}${vvTool.path}`, {
      method: 'POST',
      headers: { host, 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
    });
    call.on('error', reject);
    call.on('response', (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      reply.on('end', () => resolve(text));
    });
    call.end(JSON.stringify({ shop_id: shopId, order_id: orderId }));
  });

const picturesIn = (text: string): readonly string[] => text.match(/https?:\/\/[^"\\]+\/pictures\/[^"\\]+/g) ?? [];

test.each(sandboxGateways)('every picture that an order of $type names is drawn by the sandbox', async (gateway) => {
  const text = Array.from({ length: 150 }, (_, index) => JSON.stringify(gateway.wholeReply(index), writable)).join();
  const paths = new Set(picturesIn(text).map((address) => new URL(address).pathname));
  const kinds = new Map([...paths].map((path) => [path.split('/')[2], path]));
  expect(kinds.size).toBeGreaterThan(3);
  for (const path of kinds.values()) {
    const reply = await fetch(`${sandbox.url}${path}`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(await reply.text()).toMatch(/^<svg .*<\/svg>$/s);
  }
});

const writable = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

test('a picture looks the same every time, and no two names have the same one', async () => {
  const draw = async (path: string) => (await fetch(`${sandbox.url}/pictures/${path}`)).text();
  expect(await draw('jeans/a.svg')).toBe(await draw('jeans/a.svg'));
  const drawn = await Promise.all(['jeans/a.svg', 'jeans/b.svg', 'lamp/a.svg', 'lamp/b.svg'].map(draw));
  expect(new Set(drawn).size).toBe(4);
});

test('a picture says nothing of its name, and one of an unknown kind does not exist', async () => {
  const reply = await fetch(`${sandbox.url}/pictures/jeans/${encodeURIComponent('<script>alert(1)</script>')}.svg`);
  expect(await reply.text()).not.toContain('script');
  expect(reply.headers.get('content-security-policy')).toBe("default-src 'none'");
  for (const kind of ['teapot', 'constructor', '__proto__'])
    expect((await fetch(`${sandbox.url}/pictures/${kind}/a.svg`)).status).toBe(404);
});

test('replies name the pictures at the host that the sandbox was called at', async () => {
  const { host } = new URL(sandbox.url);
  for (const name of [host, 'sandbox.example:4100', '[::1]:4100']) {
    const pictures = picturesIn(await replyTo(vvTool.syntheticId(1), name));
    expect(pictures.length).toBeGreaterThan(0);
    for (const address of pictures) expect(new URL(address).host).toBe(name);
  }
});

test('a host that would break the reply’s JSON is not written into it', async () => {
  const text = await replyTo(vvTool.syntheticId(1), 'a","b":"c');
  expect(JSON.parse(text)).toMatchObject({ code: 0 });
  expect(text).not.toContain('"b"');
});

test('documented orders keep the pictures of their documentation', async () => {
  const [orderId = ''] = Object.keys(vvTool.documented);
  const text = await replyTo(orderId, new URL(sandbox.url).host);
  expect(text).toContain('product_img_url');
  expect(picturesIn(text)).toEqual([]);
});
