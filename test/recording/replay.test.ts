// Tests that what is recorded of gateways can be played again by the sandbox, and what the files hold.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../../src/cli/commands/record.js';
import { EXCHANGE_FILE, type ExchangeInfo, REPLY_FILE, REQUEST_FILE } from '../../src/common/exchange.js';
import { gateways } from '../../src/platforms/index.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { createLiveRecorder } from '../../src/recording/liveRecorder.js';
import { createStandIns } from '../../src/recording/standIns.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { credentialOf } from '../../src/upstream/shops.js';
import { type CommandRun, run } from '../support/commandLine.js';
import { type Graphql, startGraphql } from '../support/graphql.js';

const folder = mkdtempSync(join(tmpdir(), 'record-'));
const recordings = join(folder, 'recordings');
const config = join(folder, 'settings.yaml');

const documentedOf = sandboxGateways.map(({ shop, type, documented }) => ({
  shop: shop.id,
  type,
  orderId: Object.keys(documented)[0] ?? '',
}));

let original: Sandbox;
let recorded: CommandRun;

beforeAll(async () => {
  original = await startSandbox();
  writeFileSync(
    config,
    JSON.stringify({ shops: demoShops(original.url), deadlines: { callMs: 60_000, requestMs: 60_000 }, index: false }),
  );
  const orders = documentedOf.flatMap(({ shop, orderId }) => ['--order', `${shop}=${orderId}`]);
  recorded = await run(record, [recordings, '--config', config, ...orders]);
}, 60_000);
afterAll(async () => {
  await original.close();
  rmSync(folder, { recursive: true });
});

const placeOf = (type: string): string => {
  const [name = ''] = readdirSync(join(recordings, type));
  return join(recordings, type, name);
};

const infoOf = (type: string): ExchangeInfo =>
  JSON.parse(readFileSync(join(placeOf(type), EXCHANGE_FILE), 'utf8')) as ExchangeInfo;

test('each order is recorded from its gateway, and the status is 0', () => {
  expect(recorded).toMatchObject({ code: 0, errors: '' });
  expect(recorded.output.trim().split('\n')).toHaveLength(documentedOf.length);
});

describe.each(documentedOf)('$type', ({ type, orderId, shop }) => {
  test('the files hold no secret and no account of the settings, and are their owner’s alone', () => {
    const [settings = {}] = demoShops(original.url).find(({ id }) => id === shop)?.gateways ?? [];
    const place = placeOf(type);
    const texts = readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8'));
    expect(texts).toHaveLength(3);
    const telling = Object.entries(settings).filter(([name]) =>
      /token|secret|session|key|shopId|appId|nick|login/i.test(name),
    );
    expect(telling.length).toBeGreaterThan(0);
    for (const [, value] of telling) for (const text of texts) expect(text).not.toContain(String(value));
    for (const name of readdirSync(place)) expect(statSync(join(place, name)).mode & 0o077).toBe(0);
  });

  test('the request is the one that the recorded settings make at that time', () => {
    const { settings, subtrees, attributeKeys, recordedAt } = infoOf(type);
    const { url, body } = gateways[type].buildRequest(
      { orderId, subtrees, attributeKeys },
      settings as never,
      new Date(recordedAt),
    );
    const request = JSON.parse(readFileSync(join(placeOf(type), REQUEST_FILE), 'utf8')) as Record<string, string>;
    const { pathname, search } = new URL(url);
    expect(request).toMatchObject({ method: 'POST', url: pathname + search, body });
  });
});

describe('the sandbox that plays them again', () => {
  let replaying: Sandbox;
  let graphql: Graphql;

  beforeAll(async () => {
    replaying = await startSandbox({ replay: recordings });
    graphql = await startGraphql({ settings: { shops: demoShops(replaying.url) } });
  });
  afterAll(async () => {
    await graphql.close();
    await replaying.close();
  });

  test('every recorded order is answered with what was recorded of it, in place of what is invented', async () => {
    const refs = documentedOf.map(({ shop, orderId }) => ({ shop, orderId }));
    const { text } = await graphql.query('query($refs: [OrderRef!]!) { orders(refs: $refs) { orderId raw } }', {
      refs,
    });
    const { data, errors } = JSON.parse(text) as {
      data: { orders: { orderId: string; raw: unknown }[] };
      errors?: unknown;
    };
    expect(errors).toBeUndefined();
    expect(data.orders.map(({ orderId }) => orderId)).toEqual(documentedOf.map(({ orderId }) => orderId));
    const sent = documentedOf.map(({ type }) => readFileSync(join(placeOf(type), REPLY_FILE), 'utf8'));
    const taobao = documentedOf.findIndex(({ type }) => type === 'TAOBAO_TOP');
    const raw = data.orders[taobao]?.raw as { readonly receiver_name?: string } | undefined;
    expect(sent[taobao]).toContain(JSON.stringify(raw?.receiver_name));
  });

  test('whoever asks wrongly is refused as ever, and other orders are invented as ever', async () => {
    const [mill] = sandboxGateways;
    const call = (authorization: string, orderId: string) =>
      fetch(`${replaying.url}${mill?.path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: `{"shop_id":"${mill?.account.shopId}","order_id":${orderId},"include_fields":"RateDetail"}`,
      }).then((reply) => reply.json() as Promise<{ code: number }>);
    expect(await call('Bearer wrong', documentedOf[0]?.orderId ?? '')).toMatchObject({ code: 302 });
    expect(await call(`Bearer ${mill?.account.accessToken}`, mill?.syntheticId(0) ?? '')).toMatchObject({ code: 0 });
  });
});

test('a folder that is none is named when the sandbox starts', async () => {
  await expect(startSandbox({ replay: join(folder, 'none') })).rejects.toThrow(
    /SANDBOX_REPLAY: .*none cannot be read \(ENOENT\)/,
  );
});

test('what a server’s gateways send is kept beside, once for an order and its subtrees', async () => {
  const place = join(folder, 'live');
  const settings = parseSettings(readFileSync(config, 'utf8'), {});
  const gateway = settings.shops[0]?.gateways[0];
  if (gateway === undefined) throw new Error('There is no gateway.');
  const failures: unknown[] = [];
  const onError = (error: unknown): void => void failures.push(error);
  const live = createLiveRecorder({ folder: place, settings, standIns: createStandIns(), onError });
  const origin = {
    shop: 'mill',
    orderId: '1',
    gateway: 'VV_TOOL',
    credential: credentialOf(gateway),
    status: 200,
    fetchedAt: 0,
  } as const;
  const text = '{"code":0,"data":{"result":{"base_info":{"id":1}}}}';
  live.record({ ...origin, subtrees: ['RateDetail'] }, text);
  live.record({ ...origin, subtrees: ['RateDetail'] }, text);
  live.record({ ...origin, subtrees: ['OrderInvoice'] }, text);
  live.record({ ...origin, credential: 'of-nobody', subtrees: [] }, text);
  await live.whenIdle();
  expect(failures).toEqual([]);
  expect(readdirSync(join(place, 'VV_TOOL'))).toHaveLength(2);
});
