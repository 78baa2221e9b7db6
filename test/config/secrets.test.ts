// Tests that no secret reaches an answer or the log: a sentinel in each, every gateway, every way to fail.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { sha256Of } from '../../src/config/keyHash.js';
import { declaredSecrets, isSecret } from '../../src/config/secret.js';
import { logRedaction } from '../../src/config/secrets.js';
import { settingsClasses } from '../../src/platforms/index.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { ENDLESS_FAILURES, PROMPT_FAILURES } from '../support/failures.js';
import { CLOSED_PORT } from '../support/faults.js';
import { type Failure, type GatewayCase, SECRET, shopOf, smallReply } from '../support/gateway.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import { GATEWAYS, gatewayOf } from '../support/gateways.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import type { Part } from '../support/json.js';
import { lineStream } from '../support/lineStream.js';
import { type Responder, type StubGateway, startStubGateway } from '../support/stubGateway.js';
import { bearer, post } from '../support/twoShops.js';

const GOOD = '4355875836205969811';
const ORDER = '100000000000000001';
/** Not as it is when it stands in an address, a form or a JSON text. */
const ODD = 'odd +/"\\=&% secret';
const KEY = 'sentinel-key-of-someone';
const HASH = sha256Of('sentinel');
const ENCRYPTION_KEY = 'c2VudGluZWwtc2VudGluZWwtc2VudGluZWwtMTIzNDU=';

const FORMS = [
  ODD,
  encodeURIComponent(ODD),
  `${new URLSearchParams({ x: ODD })}`.slice(2),
  JSON.stringify(ODD).slice(1, -1),
];
const SENTINELS = [SECRET, KEY, HASH, ENCRYPTION_KEY, ...FORMS];

let lines: string[] = [];
const stream = lineStream((line) => {
  lines.push(line);
});
const logger = { level: 'trace', stream };

function expectSilence(text: string): void {
  for (const sentinel of SENTINELS) expect(text).not.toContain(sentinel);
}

/** A gateway's settings with another value in each declared secret. */
const withSecrets = ({ type, settings }: GatewayCase, value: string): Part =>
  Object.fromEntries(
    Object.entries(settings).map(([name, given]) => [
      name,
      isSecret(settingsClasses[type]?.prototype, name) ? value : given,
    ]),
  );

/** A gateway's settings with a refresh token, which is good at the stub gateway. */
const withRefreshToken = ({ type, settings }: GatewayCase, url: string): Part => ({
  ...settings,
  refreshToken: `refresh-${SECRET}`,
  ...(type === 'TAOBAO_TOP' && { tokenUrl: `${url}/token` }),
});

/** Settings with a sentinel in each secret; the shops' gateways are at an address. */
function plantedSettings(url: string) {
  const scopes = ['orders:read', 'pii:read', 'orders:raw'];
  return {
    shops: GATEWAYS.flatMap((gateway) => [
      shopOf(gateway, url),
      { ...shopOf({ ...gateway, settings: withSecrets(gateway, ODD) }, url), id: `${gateway.type}-odd` },
      { ...shopOf(gateway, CLOSED_PORT), id: `${gateway.type}-closed` },
      ...(['TAOBAO_TOP', 'ALIBABA_1688'].includes(gateway.type)
        ? [{ ...shopOf({ ...gateway, settings: withRefreshToken(gateway, url) }, url), id: `${gateway.type}-renewed` }]
        : []),
    ]),
    cache: { maxBytes: 0, encryptionKey: ENCRYPTION_KEY },
    index: { encryptionKey: ENCRYPTION_KEY },
    deadlines: { callMs: 2_000 },
    alerts: { webhook: { url: CLOSED_PORT, secret: `webhook-${SECRET}` } },
    auth: {
      apiKeys: [
        { key: KEY, name: 'office', shops: ['*'], scopes },
        { sha256: HASH, name: 'screen', shops: ['*'], scopes },
      ],
    },
  };
}

let stubGateway: StubGateway;
let graphql: Graphql;

beforeAll(async () => {
  stubGateway = await startStubGateway();
  graphql = await startGraphql({ settings: plantedSettings(stubGateway.url), logger });
});
afterAll(async () => {
  await graphql.close();
  await stubGateway.close();
});
afterEach(() => {
  lines = [];
});

function* partsOf(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const member of Object.values(value)) yield* partsOf(member);
}

test('every setting that a class declares a secret has a sentinel here', () => {
  const parts = [...partsOf(parseSettings(JSON.stringify(plantedSettings('http://127.0.0.1')), {}))];
  const declared = [...declaredSecrets].flatMap(([prototype, names]) =>
    [...names].map((name) => ({ prototype, name })),
  );
  expect(declared.length).toBeGreaterThanOrEqual(GATEWAYS.length);
  const forgotten = declared.filter(({ prototype, name }) => {
    const holders = parts.filter((part) => Object.getPrototypeOf(part) === prototype) as Part[];
    return !holders.some((holder) => SENTINELS.some((sentinel) => String(holder[name]).includes(sentinel)));
  });
  expect(forgotten.map(({ prototype, name }) => `${prototype.constructor.name}.${name}`)).toEqual([]);
});

test('a plain API key in the settings is logged as a warning with its path and name', async () => {
  const auth = { apiKeys: [{ key: KEY, name: 'office', shops: ['*'], scopes: [] }] };
  lines = [];
  const { close } = await startGraphql({ settings: { shops: [shopOf(VV_TOOL, stubGateway.url)], auth }, logger });
  await close();
  const warnings = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 40);
  expect(warnings.map(({ msg }) => msg)).toEqual([
    'auth.apiKeys[0] (office) stands in the settings as it is; its SHA-256 would do, see npm run key.',
  ]);
});

/** All that a query for orders puts out: the answer and the log. */
async function allOut(shop: string): Promise<string> {
  // Other orders that succeed keep the circuit from opening.
  const refs = [GOOD, ORDER, '7'].map((orderId) => ({ shop, orderId }));
  const request = post(
    bearer(KEY),
    'query($refs: [OrderRef!]!) { orders(refs: $refs) { status upstream { message } warnings { message } raw } }',
    { refs },
  );
  const headers = { ...(request.headers as Record<string, string>), 'x-ordergraph-plan': '1' };
  const { text } = await graphql.send({ ...request, headers });
  return text + lines.join('');
}

/** One order fails at each gateway, in this way. */
const fail = (responderOf: (gateway: GatewayCase) => Responder): void =>
  stubGateway.respondWith((request, response) => {
    const gateway = gatewayOf(request);
    const { orderId } = gateway.callOf(request);
    // The stub cannot tell the order of a call with credentials that it does not know: then all of them fail.
    return [GOOD, '7'].includes(orderId)
      ? { body: smallReply(gateway, orderId) }
      : responderOf(gateway)(request, response);
  });

/** The same order fails in this way at each of the gateways, and neither answers nor log contain a secret. */
async function expectSilenceAfter(gateways: readonly GatewayCase[], { respondWith, code }: Failure): Promise<void> {
  fail((gateway) => respondWith(gateway, ORDER));
  for (const out of await Promise.all(gateways.map(({ type }) => allOut(type)))) {
    expect(out).toContain(code);
    expect(lines.join('')).toContain('"caller":"office"');
    expectSilence(out);
  }
}

/** Messages of gateways that repeat a part of the request. */
const echoes: readonly [where: string, words: (url: string, headers: string, body: string) => string][] = [
  ['the address', (url) => `bad address ${url}`],
  ['the headers', (_url, headers) => `bad headers ${headers}`],
  ['the body', (_url, _headers, body) => `bad body ${body}`],
];

describe.each(GATEWAYS)('$type', (gateway) => {
  const { type, refusals, failures, refuse } = gateway;

  test('the settings class declares exactly the settings with a sentinel as secrets', () => {
    const declared = Object.keys(gateway.settings).filter((name) => isSecret(settingsClasses[type]?.prototype, name));
    const planted = Object.entries(gateway.settings).filter(([, value]) => String(value).includes(SECRET));
    expect(declared).toEqual(planted.map(([name]) => name));
  });

  test.each([
    ...PROMPT_FAILURES,
    ...failures,
    ...refusals.map(
      ({ what, envelope, extensions: { code } }): Failure => ({
        what: `${code} ${what}`,
        code,
        respondWith: () => () => ({ body: JSON.stringify(envelope) }),
      }),
    ),
  ])('neither answer nor log contains a secret after $what', (failure) => expectSilenceAfter([gateway], failure));

  test.each(echoes)('neither answer nor log contains a secret when the gateway repeats %s', async (_where, words) => {
    const echo: Responder = ({ url, headers, body }) => ({
      body: JSON.stringify(refuse(100, words(url, JSON.stringify(headers), body))),
    });
    fail(() => echo);
    for (const shop of [type, `${type}-odd`]) expectSilence(await allOut(shop));
    fail(() => (request, response) => ({ ...echo(request, response), status: 500 }));
    for (const shop of [type, `${type}-odd`]) expectSilence(await allOut(shop));
  });

  test('a secret that the gateway repeats as it is becomes ***', async () => {
    stubGateway.respondWith(() => ({ body: JSON.stringify(refuse(100, `bad token ${ODD}`)) }));
    const out = await allOut(`${type}-odd`);
    expect(out).toContain('bad token ***');
    expectSilence(out);
  });

  test('neither answer nor log contains a secret when the port is closed', async () => {
    const out = await allOut(`${type}-closed`);
    expect(out).toContain('UPSTREAM_UNAVAILABLE');
    expectSilence(out);
  });
});

test.each(ENDLESS_FAILURES)('neither answers nor log contain a secret after $what of every gateway', (failure) =>
  expectSilenceAfter(GATEWAYS, failure),
);

test.each([
  ['a wrong key', 'sentinel-kez-guess'],
  ['a token', 'sentinel-head.sentinel-body.sentinel-signature'],
])('the credentials are not logged when %s is refused', async (_what, credentials) => {
  const { text } = await graphql.send(post(bearer(credentials), '{ shops { id } }'));
  expect(lines.join('')).toContain('UNAUTHENTICATED');
  expect(text + lines.join('')).not.toMatch(/sentinel/);
});

test('the log contains no secret from a body that cannot be parsed', async () => {
  for (const body of [`{"${KEY}`, `[${SECRET}]`, `{"query":"{ ${KEY.replace('-', '_')}(x: \\"${KEY}\\") }"}`]) {
    const request = { ...post(bearer(KEY), ''), body };
    await graphql.send(request);
    expectSilence(lines.join(''));
  }
});

describe('the logger', () => {
  const settings = parseSettings(JSON.stringify(plantedSettings('http://127.0.0.1')), {});
  const { log } = Fastify({ logger: { ...logger, ...logRedaction(settings) } });

  test.each<[string, unknown]>([
    ['the settings', { settings }],
    ['parts of the settings', { ...settings }],
    ['a request', { req: { headers: { authorization: 'Bearer of-someone-else', cookie: 'of-someone-else' } } }],
    ['headers', { headers: { authorization: 'of-someone-else' } }],
    ['settings of a gateway', { accessToken: 'of-someone-else', gateway: { sessionKey: 'of-someone-else' } }],
    ['a call', { call: { parameters: { sign: 'of-someone-else', session: 'of-someone-else' } } }],
    ['an error', new Error(`cannot open ${SECRET} with ${ODD}`)],
    ['an error that carries a secret', Object.assign(new Error('x'), { request: { body: `token=${SECRET}&${KEY}` } })],
    ['an error with a cause', new Error('x', { cause: new Error(encodeURIComponent(ODD)) })],
    ['a message', `it is ${KEY}`],
  ])('the logger redacts secrets in %s', (_where, logged) => {
    log.info(logged as object);
    expect(lines.length).toBe(1);
    expectSilence(lines.join(''));
    expect(lines.join('')).not.toContain('of-someone-else');
    expect(() => JSON.parse(lines.join(''))).not.toThrow();
  });

  test('the logger writes everything that is no secret', () => {
    log.info({ shop: 'mill', url: 'http://127.0.0.1', appKey: '12345678' }, 'an order');
    expect(JSON.parse(lines.join(''))).toMatchObject({ shop: 'mill', appKey: '12345678', msg: 'an order' });
  });
});
