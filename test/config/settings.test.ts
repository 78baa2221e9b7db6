// Tests the settings file: what is accepted, what it becomes, and how each mistake is reported.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: settings files spell placeholders so.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getMetadataStorage, IsOptional } from 'class-validator';
import { ApiKeySettings, AuthSettings, GrantSettings, JwtSettings } from '../../src/config/authSettings.js';
import { GatewaySettings } from '../../src/config/gatewaySettings.js';
import { ConfigError, parseSettings as parseWith, Settings } from '../../src/config/index.js';
import { sha256Of } from '../../src/config/keyHash.js';
import { Flag, Text } from '../../src/config/rules.js';
import {
  CorsSettings,
  DashboardSettings,
  DeadlineSettings,
  HttpSettings,
  LimitSettings,
  ShopSettings,
  TrustedDocumentSettings,
} from '../../src/config/settings.js';
import { CacheSettings, IndexSettings } from '../../src/config/storageSettings.js';
import { ShopSyncSettings, SyncSettings } from '../../src/config/syncSettings.js';
import { settingsClasses } from '../../src/platforms/index.js';
import { loadSettings, parseSettings } from '../../src/platforms/settings.js';

const hash = '2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90';

const everything = `
shops:
  - id: mill                      # what queries call it
    name: Mill Knitwear
    gateways:                     # first is preferred
      - type: VV_TOOL
        shopId: "12152545454"
        accessToken: \${VV_TOOL_TOKEN}
      - { type: FW199, appId: app, appSecret: shh, sellerNick: b2b-1624961122, webSite: "1688" }
      - { type: DAMAIJIA168, accessToken: token, webSite: "1688", edition: "1" }
      - { type: TAOBAO_TOP, appKey: "12345678", appSecret: shh, sessionKey: session, signMethod: hmac-sha256 }
      - { type: ALIEXPRESS_QIMEN, appKey: "1", appSecret: shh, targetAppKey: "2", sellerLoginId: cn12343523, timeZone: America/Los_Angeles }
limits: { maxCost: 1, maxDepth: 2, maxAliases: 3, maxTokens: 4, maxOrders: 5 }
deadlines: { callMs: 6, requestMs: 7 }
http: { requestTimeoutMs: 11, answerTimeoutMs: 12, keepAliveMs: 13 }
cache:  { maxBytes: 8, openSeconds: 9, finalSeconds: 10, serveStale: false, encryptionKey: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=" }
index: { path: orders.db, store: axes, encryptionKey: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", keepDays: 14, documentDays: 15, changeDays: 16, graceDays: 17, phoneSuffix: true, share: 0.5 }
auth:
  apiKeys:
    - { key: letmein, name: dashboard, shops: ["*"], scopes: ["orders:read", "pii:read", "orders:raw", "metrics:read"] }
    - { sha256: ${hash}, shops: [mill], scopes: [] }
  jwt: { issuer: "https://id.example.com/", audience: orders, jwks: "https://id.example.com/jwks", clockToleranceSeconds: 0, shopsClaim: s, scopesClaim: p, nameClaim: n }
  anonymous: { shops: [mill], scopes: ["orders:read"] }
federation: true
playground: false
`;

const vvTool = '{ type: VV_TOOL, shopId: "1", accessToken: token }';
const shop = (gateway: string) => `shops: [ { id: mill, name: Mill, gateways: [ ${gateway} ] } ]`;
const withShop = (rest: string) => `${shop(vvTool)}\n${rest}`;

function mistakesOf(text: string, environment: Record<string, string> = {}): readonly string[] {
  try {
    parseSettings(text, environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.message).toBe(error.mistakes.join('\n'));
    return error.mistakes;
  }
  return [];
}

function gatewayOf(gateway: string, environment: Record<string, string> = {}): GatewaySettings | undefined {
  return parseSettings(shop(gateway), environment).shops[0]?.gateways[0];
}

const gatewayMistakes = (gateway: string) => mistakesOf(shop(gateway));
const inGateway = (rest: string) => `shops[0].gateways[0].${rest}`;
const ONE_OF_THEM = `must be one of ${Object.keys(settingsClasses).join(', ')}`;
const NO_TYPE = inGateway(`type: ${ONE_OF_THEM}`);

describe('valid settings', () => {
  test('the index can be turned off, and has defaults otherwise', () => {
    expect(parseSettings(withShop('index: false'), {}).index).toBe(false);
    expect(parseSettings(withShop('index: {}'), {}).index).toEqual(new IndexSettings());
    expect(parseSettings(withShop(''), {}).index).toMatchObject({ store: 'full', keepDays: 180, share: 0.3 });
  });

  test('a file with every setting is parsed into the settings classes', () => {
    const settings = parseSettings(everything, { VV_TOOL_TOKEN: 'from the environment' });
    expect(settings).toBeInstanceOf(Settings);
    expect(settings.shops).toMatchObject([{ id: 'mill', name: 'Mill Knitwear' }]);
    const gateways = settings.shops[0]?.gateways ?? [];
    expect(gateways).toMatchObject([
      { type: 'VV_TOOL', shopId: '12152545454', accessToken: 'from the environment' },
      { type: 'FW199', appId: 'app', appSecret: 'shh', sellerNick: 'b2b-1624961122' },
      { type: 'DAMAIJIA168', accessToken: 'token', webSite: '1688', edition: '1' },
      { type: 'TAOBAO_TOP', appKey: '12345678', sessionKey: 'session' },
      { type: 'ALIEXPRESS_QIMEN', appKey: '1', targetAppKey: '2', sellerLoginId: 'cn12343523' },
    ]);
    for (const gateway of gateways) expect(gateway).toBeInstanceOf(settingsClasses[gateway.type]);
    expect(settings).toMatchObject({
      limits: { maxCost: 1, maxDepth: 2, maxAliases: 3, maxTokens: 4, maxOrders: 5 },
      deadlines: { callMs: 6, requestMs: 7 },
      http: { requestTimeoutMs: 11, answerTimeoutMs: 12, keepAliveMs: 13 },
      cache: { maxBytes: 8, openSeconds: 9, finalSeconds: 10, serveStale: false },
      index: { path: 'orders.db', store: 'axes', keepDays: 14, documentDays: 15, changeDays: 16, graceDays: 17 },
      auth: {
        apiKeys: [
          { key: 'letmein', name: 'dashboard', shops: ['*'], scopes: expect.arrayContaining(['pii:read']) },
          { sha256: hash, shops: ['mill'], scopes: [] },
        ],
        jwt: {
          issuer: 'https://id.example.com/',
          audience: 'orders',
          jwks: 'https://id.example.com/jwks',
          clockToleranceSeconds: 0,
          shopsClaim: 's',
          scopesClaim: 'p',
          nameClaim: 'n',
        },
        anonymous: { shops: ['mill'], scopes: ['orders:read'] },
      },
      federation: true,
      playground: false,
    });
  });

  test('settings may be written in JSON', () => {
    const gateways = [{ type: 'VV_TOOL', shopId: 12152545454, accessToken: 'token' }];
    const json = JSON.stringify({ shops: [{ id: 'mill', name: 'Mill', gateways }] }, null, 2);
    expect(parseSettings(json, {}).shops[0]?.gateways[0]).toMatchObject({ shopId: '12152545454' });
  });

  test('settings that are left out have their documented defaults', () => {
    const settings = parseSettings(shop(vvTool), {});
    expect(settings.limits).toEqual({
      maxCost: 300000,
      callsPerMinute: 6000,
      maxDepth: 20,
      maxAliases: 500,
      maxDirectives: 200,
      maxTokens: 10000,
      maxOrders: 200,
      maxAnswerValues: 200_000,
      maxAnswerBytes: 8_388_608,
      streams: 20,
    });
    expect(settings.introspection).toBe(true);
    expect(settings.cors).toBeUndefined();
    expect(settings.trustedDocuments).toBeUndefined();
    expect(settings.deadlines).toEqual({ callMs: 8000, requestMs: 15000 });
    expect(settings.http).toEqual({ requestTimeoutMs: 30000, answerTimeoutMs: 60000, keepAliveMs: 75000 });
    expect(settings.cache).toEqual({
      maxBytes: 67108864,
      openSeconds: 30,
      finalSeconds: 86400,
      minAgeSeconds: 0,
      serveStale: true,
    });
    expect(settings.auth).toBeUndefined();
    expect(settings.federation).toBe(false);
    expect(settings.playground).toBe(true);
    expect(settings.shops[0]?.gateways[0]).toEqual({
      type: 'VV_TOOL',
      shopId: '1',
      accessToken: 'token',
      requestsPerSecond: 10,
    });
    expect(gatewayOf('{ type: FW199, appId: a, appSecret: b, sellerNick: c }')).toEqual({
      type: 'FW199',
      appId: 'a',
      appSecret: 'b',
      sellerNick: 'c',
      webSite: '1688',
    });
    expect(gatewayOf('{ type: DAMAIJIA168, accessToken: a }')).toMatchObject({ webSite: '1688', edition: '1' });
    expect(gatewayOf('{ type: TAOBAO_TOP, appKey: a, appSecret: b, sessionKey: c }')).toMatchObject({
      signMethod: 'hmac-sha256',
    });
    expect(
      gatewayOf('{ type: ALIEXPRESS_QIMEN, appKey: a, appSecret: b, targetAppKey: c, sellerLoginId: d }'),
    ).toMatchObject({ timeZone: 'America/Los_Angeles', signMethod: 'hmac-sha256' });
  });

  test('two parses of one text share no object', () => {
    expect(parseSettings(shop(vvTool), {}).limits).not.toBe(parseSettings(shop(vvTool), {}).limits);
  });

  test('a key without a value counts as left out', () => {
    const settings = parseSettings(withShop('limits:\ncache:\n  maxBytes:\nauth:\n'), {});
    expect(settings.limits.maxOrders).toBe(200);
    expect(settings.cache.maxBytes).toBe(67108864);
    expect(settings.auth).toBeUndefined();
  });

  test('every gateway takes url, requestsPerSecond and maxConcurrent', () => {
    expect(
      gatewayOf(
        '{ type: VV_TOOL, shopId: "1", accessToken: t, url: "http://127.0.0.1:9/x", requestsPerSecond: 0.5, maxConcurrent: 2 }',
      ),
    ).toMatchObject({ url: 'http://127.0.0.1:9/x', requestsPerSecond: 0.5, maxConcurrent: 2 });
  });

  test('YAML anchors and aliases are resolved', () => {
    const text = `shops:\n  - &mill { id: mill, name: Mill, gateways: &gateways [ ${vvTool} ] }\n  - { id: depot, name: Depot, gateways: *gateways }`;
    expect(parseSettings(text, {}).shops.map(({ id, gateways }) => [id, gateways.length])).toEqual([
      ['mill', 1],
      ['depot', 1],
    ]);
  });

  test('parseSettings takes another table of gateways', () => {
    class PaperSettings extends GatewaySettings {
      override readonly type = 'PAPER' as const;
      @Text()
      readonly drawer!: string;
      @IsOptional()
      @Flag()
      readonly locked?: boolean;
    }
    const text = shop('{ type: PAPER, drawer: 7, locked: "true" }');
    expect(parseWith(text, {}, { PAPER: PaperSettings }).shops[0]?.gateways[0]).toEqual({
      type: 'PAPER',
      drawer: '7',
      locked: true,
    });
    expect(mistakesOf(text)).toEqual([NO_TYPE]);
  });
});

describe('numbers in place of text', () => {
  test('an integer in place of text becomes its digits', () => {
    expect(gatewayOf('{ type: VV_TOOL, shopId: 12152545454, accessToken: 9007199254740991 }')).toMatchObject({
      shopId: '12152545454',
      accessToken: '9007199254740991',
    });
    expect(gatewayOf('{ type: DAMAIJIA168, accessToken: t, webSite: 1688, edition: 2 }')).toMatchObject({
      webSite: '1688',
      edition: '2',
    });
    const text = `shops: [ { id: 7, name: 8, gateways: [ ${vvTool} ] } ]\nauth: { apiKeys: [ { key: 9, shops: [7], scopes: [] } ] }`;
    expect(parseSettings(text, {})).toMatchObject({
      shops: [{ id: '7', name: '8' }],
      auth: { apiKeys: [{ key: '9', shops: ['7'] }] },
    });
  });

  test.each(['9007199254740993', '9007199254740992', '-9007199254740993', '0123', '0x1F', '+5', '1e5', '1.0'])(
    'the number %s in place of text is refused unquoted, and taken in quotes',
    (number) => {
      expect(gatewayMistakes(`{ type: VV_TOOL, shopId: ${number}, accessToken: t }`)).toEqual([
        inGateway('shopId: put this number in quotes: without them it does not keep its digits'),
      ]);
      expect(gatewayOf(`{ type: VV_TOOL, shopId: "${number}", accessToken: t }`)).toMatchObject({ shopId: number });
    },
  );

  test.each(['1.50', 'true', '.inf', '~', '{}', '[]', '""', '"  "'])(
    'the value %s in place of text is refused',
    (value) => {
      expect(gatewayMistakes(`{ type: VV_TOOL, shopId: ${value}, accessToken: t }`)).toEqual([
        inGateway('shopId: must be a non-empty string'),
      ]);
    },
  );

  test('a number in a list that would not keep its digits is reported with its index', () => {
    expect(
      mistakesOf(withShop('auth: { apiKeys: [ { key: k, shops: ["*", 9007199254740993], scopes: [] } ] }')),
    ).toEqual(['auth.apiKeys[0].shops[1]: put this number in quotes: without them it does not keep its digits']);
  });

  test('a number beyond 2^53 is out of range where a number belongs', () => {
    expect(mistakesOf(withShop('limits: { maxCost: 9007199254740993 }'))).toEqual([
      'limits.maxCost: must be an integer of at least 1',
    ]);
  });
});

describe('placeholders', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ordergraph-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const tokenOf = (token: string, environment: Record<string, string> = {}) =>
    gatewayOf(`{ type: VV_TOOL, shopId: "1", accessToken: '${token}' }`, environment);

  test('a placeholder is replaced by its environment variable anywhere in a string', () => {
    expect(tokenOf('${A}', { A: 'x' })).toMatchObject({ accessToken: 'x' });
    expect(tokenOf('<${A}-${B_2}>', { A: 'x', B_2: 'y' })).toMatchObject({ accessToken: '<x-y>' });
  });

  test('a value that was filled in is not searched for placeholders, and a lone $ stays', () => {
    expect(tokenOf('${A}', { A: '${B} $& $1' })).toMatchObject({ accessToken: '${B} $& $1' });
    expect(tokenOf('$A $ ${')).toMatchObject({ accessToken: '$A $ ${' });
  });

  test('placeholders fill lists, ids, types, numbers and flags too', () => {
    const text = `
shops: [ { id: "\${ID}", name: "\${ID}", gateways: [ { type: "\${TYPE}", accessToken: t, requestsPerSecond: "\${RATE}" } ] } ]
limits: { maxOrders: "\${MANY}" }
cache: { serveStale: "\${STALE}" }
auth: { apiKeys: [ { key: k, shops: ["\${ID}"], scopes: ["\${SCOPE}"] } ] }`;
    const environment = { ID: 'mill', TYPE: 'DAMAIJIA168', RATE: '2.5', MANY: '7', STALE: 'false', SCOPE: 'pii:read' };
    expect(parseSettings(text, environment)).toMatchObject({
      shops: [{ id: 'mill', gateways: [{ type: 'DAMAIJIA168', requestsPerSecond: 2.5 }] }],
      limits: { maxOrders: 7 },
      cache: { serveStale: false },
      auth: { apiKeys: [{ shops: ['mill'], scopes: ['pii:read'] }] },
    });
  });

  test('a missing variable is reported once at each path', () => {
    expect(gatewayMistakes('{ type: VV_TOOL, shopId: "${SHOP}", accessToken: "${TOKEN}${OTHER}" }')).toEqual([
      inGateway('shopId: environment variable SHOP is not set'),
      inGateway('accessToken: environment variable TOKEN is not set'),
      inGateway('accessToken: environment variable OTHER is not set'),
    ]);
    expect(mistakesOf(withShop('limits: { maxOrders: "${MANY}" }'))).toEqual([
      'limits.maxOrders: environment variable MANY is not set',
    ]);
    expect(
      mistakesOf(
        withShop(
          'auth: { apiKeys: [ { key: "${A}", shops: ["${B}"], scopes: ["${C}"] }, { key: "${A}", shops: [], scopes: [] } ] }',
        ),
      ),
    ).toEqual([
      'auth.apiKeys[0].key: environment variable A is not set',
      'auth.apiKeys[0].shops[0]: environment variable B is not set',
      'auth.apiKeys[0].scopes[0]: environment variable C is not set',
      'auth.apiKeys[1].key: environment variable A is not set',
    ]);
  });

  test('a variable named like an inherited member of objects counts as not set', () => {
    expect(gatewayMistakes('{ type: VV_TOOL, shopId: "${constructor}", accessToken: "${__proto__}" }')).toEqual([
      inGateway('shopId: environment variable constructor is not set'),
      inGateway('accessToken: environment variable __proto__ is not set'),
    ]);
  });

  test('an empty variable is refused as a credential', () => {
    expect(mistakesOf(shop('{ type: DAMAIJIA168, accessToken: "${EMPTY}" }'), { EMPTY: '' })).toEqual([
      inGateway('accessToken: must be a non-empty string'),
    ]);
  });

  test('a gateway whose type is a missing variable is reported once', () => {
    expect(gatewayMistakes('{ type: "${TYPE}", accessToken: t }')).toEqual([
      inGateway('type: environment variable TYPE is not set'),
    ]);
  });

  test('a placeholder of any other form is refused without repeating it', () => {
    expect(gatewayMistakes('{ type: VV_TOOL, shopId: "${se-cret}", accessToken: "${}" }')).toEqual([
      inGateway('shopId: a placeholder must be ${NAME} or ${file:/path}'),
      inGateway('accessToken: a placeholder must be ${NAME} or ${file:/path}'),
    ]);
  });

  test('a file placeholder is replaced by the content of the file less its last line break', () => {
    for (const [text, read] of [
      ['x', 'x'],
      ['x\n', 'x'],
      ['x\r\n', 'x'],
      [' x\ny\n\n', ' x\ny\n'],
    ] as const) {
      writeFileSync(join(folder, 'secret'), text);
      const file = `shops: [ { id: mill, name: "\${file:${folder}/secret}", gateways: [ ${vvTool} ] } ]`;
      expect(parseSettings(file, {}).shops).toMatchObject([{ name: read }]);
    }
  });

  test('a file that cannot be read is reported with its path', () => {
    expect(
      gatewayMistakes(`{ type: VV_TOOL, shopId: "\${file:${folder}}", accessToken: "\${file:${folder}/none}" }`),
    ).toEqual([
      inGateway(`shopId: cannot read file ${folder} (EISDIR)`),
      inGateway(`accessToken: cannot read file ${folder}/none (ENOENT)`),
    ]);
  });

  test('the settings file is read with or without a byte order mark, and reported when it is missing', () => {
    const path = join(folder, 'settings.yaml');
    writeFileSync(path, `\uFEFF${everything}`);
    expect(loadSettings({ path, environment: { VV_TOOL_TOKEN: 'x' } }).shops[0]?.id).toBe('mill');
    expect(() => loadSettings({ path: join(folder, 'none.yaml'), environment: {} })).toThrow(
      new ConfigError([`ORDERGRAPH_CONFIG: cannot read file ${folder}/none.yaml (ENOENT)`]),
    );
  });
});

describe('mistakes in settings', () => {
  const oneAtATime: readonly (readonly [text: string, mistake: string])[] = [
    ['', 'settings: must be a mapping of keys to values'],
    ['[]', 'settings: must be a mapping of keys to values'],
    ['{}', 'shops: must be a list of at least one shop'],
    ['shops: []', 'shops: must be a list of at least one shop'],
    ['shops: mill', 'shops: must be a list'],
    ['shops: { mill: {} }', 'shops: must be a list'],
    ['shops: [mill]', 'shops[0]: must be a mapping of keys to values'],
    [
      `shops: [ { name: Mill, gateways: [ ${vvTool} ] } ]`,
      'shops[0].id: must be 1 to 64 characters of A-Z a-z 0-9 . _ -',
    ],
    [
      `shops: [ { id: a b, name: Mill, gateways: [ ${vvTool} ] } ]`,
      'shops[0].id: must be 1 to 64 characters of A-Z a-z 0-9 . _ -',
    ],
    [
      `shops: [ { id: ${'x'.repeat(65)}, name: Mill, gateways: [ ${vvTool} ] } ]`,
      'shops[0].id: must be 1 to 64 characters of A-Z a-z 0-9 . _ -',
    ],
    [`shops: [ { id: mill, gateways: [ ${vvTool} ] } ]`, 'shops[0].name: must be a string of 1 to 100 characters'],
    [
      `shops: [ { id: mill, name: ${'x'.repeat(101)}, gateways: [ ${vvTool} ] } ]`,
      'shops[0].name: must be a string of 1 to 100 characters',
    ],
    ['shops: [ { id: mill, name: Mill } ]', 'shops[0].gateways: must be a list of at least one gateway'],
    ['shops: [ { id: mill, name: Mill, gateways: [] } ]', 'shops[0].gateways: must be a list of at least one gateway'],
    ['shops: [ { id: mill, name: Mill, gateways: VV_TOOL } ]', 'shops[0].gateways: must be a list'],
    [`shops: [ { id: mill, name: Mill, gateways: [ ${vvTool} ], gatewayz: 1 } ]`, 'shops[0].gatewayz: unknown key'],
    [
      `shops: [ { id: mill, name: A, gateways: [ ${vvTool} ] }, { id: mill, name: B, gateways: [ ${vvTool} ] } ]`,
      'shops[1].id: is the same as shops[0].id',
    ],
    [shop('VV_TOOL'), 'shops[0].gateways[0]: must be a mapping of keys to values'],
    [shop('~'), 'shops[0].gateways[0]: must be a mapping of keys to values'],
    ...['{ shopId: "1" }', '{ type: VVTOOL, a: 1 }', '{ type: 7 }', '{ type: toString }', '{ type: __proto__ }'].map(
      (gateway) => [shop(gateway), NO_TYPE] as const,
    ),
    [
      shop('{ type: FW199, appId: a, appSecret: "", sellerNick: c }'),
      inGateway('appSecret: must be a non-empty string'),
    ],
    [
      shop('{ type: FW199, appId: a, appSecret: b, sellerNick: c, webSite: taobao }'),
      inGateway('webSite: must be one of 1688, alibaba'),
    ],
    [shop('{ type: DAMAIJIA168, accessToken: a, edition: 3 }'), inGateway('edition: must be one of 1, 2')],
    [shop('{ type: TAOBAO_TOP, appKey: a, appSecret: b }'), inGateway('sessionKey: must be a non-empty string')],
    [
      shop('{ type: TAOBAO_TOP, appKey: a, appSecret: b, sessionKey: c, signMethod: sha1 }'),
      inGateway('signMethod: must be one of md5, hmac, hmac-sha256'),
    ],
    [
      shop(
        '{ type: ALIEXPRESS_QIMEN, appKey: a, appSecret: b, targetAppKey: c, sellerLoginId: d, timeZone: Mars/Base }',
      ),
      inGateway('timeZone: must be an IANA time zone such as America/Los_Angeles'),
    ],
    ...['example.com', '/path', 'ftp://example.com', 'http://', 'http://user:pw@example.com'].map(
      (url) =>
        [
          shop(`{ type: DAMAIJIA168, accessToken: a, url: "${url}" }`),
          inGateway('url: must be an absolute http or https URL without user name and password'),
        ] as const,
    ),
    ...['0', '-1', 'many', '.inf', '.nan'].map(
      (rate) =>
        [
          shop(`{ type: DAMAIJIA168, accessToken: a, requestsPerSecond: ${rate} }`),
          inGateway('requestsPerSecond: must be a number above 0'),
        ] as const,
    ),
    ...['0', '1.5', 'x'].map(
      (count) =>
        [
          shop(`{ type: DAMAIJIA168, accessToken: a, maxConcurrent: ${count} }`),
          inGateway('maxConcurrent: must be an integer of at least 1'),
        ] as const,
    ),
    [shop('{ type: DAMAIJIA168, accessToken: a, shopId: 1 }'), inGateway('shopId: unknown key')],
    ...[
      'maxCost',
      'costPerMinute',
      'maxDepth',
      'maxAliases',
      'maxDirectives',
      'maxTokens',
      'maxOrders',
      'maxAnswerValues',
      'maxAnswerBytes',
      'streams',
    ].flatMap((limit) =>
      ['0', '-1', '1.5', 'x', '[]', '1e30'].map(
        (value) =>
          [withShop(`limits: { ${limit}: ${value} }`), `limits.${limit}: must be an integer of at least 1`] as const,
      ),
    ),
    ...['*', 'https://a.example/', 'https://a.example/x', 'a.example', 'null', 'HTTPS://A.EXAMPLE'].map(
      (origin) =>
        [
          withShop(`cors: { origins: ["${origin}"] }`),
          'cors.origins: must be a list of origins such as https://dashboard.example',
        ] as const,
    ),
    ...['https://pictures.example', '*', 'pictures.example;script-src *', "'unsafe-inline'", '*.*.example'].map(
      (host): [string, string] => [
        withShop(`dashboard: { pictureHosts: ["${host}"] }`),
        'dashboard.pictureHosts: must be a list of hosts such as cbu01.alicdn.com or *.alicdn.com',
      ],
    ),
    [withShop('cors: { origins: [] }'), 'cors.origins: must be a list of at least one origin'],
    [
      withShop('trustedDocuments: { manifest: a.json, mode: "on" }'),
      'trustedDocuments.mode: must be one of off, log, enforce',
    ],
    [withShop('trustedDocuments: { mode: log }'), 'trustedDocuments.manifest: must be a non-empty string'],
    [withShop('introspection: maybe'), 'introspection: must be true or false'],
    [withShop('limits: 7'), 'limits: must be a mapping of keys to values'],
    [withShop('limits: []'), 'limits: must be a mapping of keys to values'],
    [withShop('limits: { maxOrder: 1 }'), 'limits.maxOrder: unknown key'],
    [withShop('deadlines: { callMs: 0 }'), 'deadlines.callMs: must be an integer from 1 to 2147483647'],
    [withShop('deadlines: { requestMs: 2147483648 }'), 'deadlines.requestMs: must be an integer from 1 to 2147483647'],
    [withShop('cache: { maxBytes: -1 }'), 'cache.maxBytes: must be an integer of at least 0'],
    [withShop('cache: { openSeconds: soon }'), 'cache.openSeconds: must be an integer of at least 0'],
    [withShop('cache: { finalSeconds: 0.5 }'), 'cache.finalSeconds: must be an integer of at least 0'],
    [withShop('cache: { serveStale: yes }'), 'cache.serveStale: must be true or false'],
    ...[
      'short',
      'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
      '"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gIQ=="',
    ].map(
      (key) =>
        [
          withShop(`cache: { encryptionKey: ${key} }`),
          'cache.encryptionKey: must be the base64 of 32 bytes, as openssl rand -base64 32 prints',
        ] as const,
    ),
    [withShop('auth: { apiKeys: { key: k } }'), 'auth.apiKeys: must be a list'],
    [withShop('auth: { apiKeys: [ k ] }'), 'auth.apiKeys[0]: must be a mapping of keys to values'],
    [
      withShop('auth: { apiKeys: [ { shops: ["*"], scopes: [] } ] }'),
      'auth.apiKeys[0]: must hold either key or sha256',
    ],
    [
      withShop(`auth: { apiKeys: [ { key: k, sha256: ${hash}, shops: [], scopes: [] } ] }`),
      'auth.apiKeys[0]: must hold either key or sha256',
    ],
    [
      withShop('auth: { apiKeys: [ { key: "", shops: [], scopes: [] } ] }'),
      'auth.apiKeys[0].key: must be a non-empty string',
    ],
    [
      withShop('auth: { apiKeys: [ { key: { a: 1 }, shops: [], scopes: [] } ] }'),
      'auth.apiKeys[0].key: must be a non-empty string',
    ],
    ...[hash.slice(1), `${hash}0`, hash.replace('2', 'g'), '7'].map(
      (sha256) =>
        [
          withShop(`auth: { apiKeys: [ { sha256: "${sha256}", shops: [], scopes: [] } ] }`),
          'auth.apiKeys[0].sha256: must be 64 hexadecimal digits, as npm run key prints',
        ] as const,
    ),
    ...['anonymous', 'jwt:alice', 'x'.repeat(65)].map(
      (name) =>
        [
          withShop(`auth: { apiKeys: [ { key: k, name: "${name}", shops: [], scopes: [] } ] }`),
          'auth.apiKeys[0].name: must be 1 to 64 characters without a colon, and not anonymous',
        ] as const,
    ),
    [withShop('auth: { jwt: { audience: a, jwks: f } }'), 'auth.jwt.issuer: must be a non-empty string'],
    [withShop('auth: { jwt: { issuer: i, jwks: f } }'), 'auth.jwt.audience: must be a non-empty string'],
    [
      withShop('auth: { jwt: { issuer: i, audience: a } }'),
      'auth.jwt.jwks: must be a path, an https URL or an http URL of this machine',
    ],
    ...['http://id.example.com/jwks', 'http://127.0.0.1.example.com/', 'ftp://127.0.0.1/jwks', 'https://'].map(
      (jwks) =>
        [
          withShop(`auth: { jwt: { issuer: i, audience: a, jwks: "${jwks}" } }`),
          'auth.jwt.jwks: must be a path, an https URL or an http URL of this machine',
        ] as const,
    ),
    ...['-1', '301', '0.5'].map(
      (seconds) =>
        [
          withShop(`auth: { jwt: { issuer: i, audience: a, jwks: f, clockToleranceSeconds: ${seconds} } }`),
          'auth.jwt.clockToleranceSeconds: must be an integer from 0 to 300',
        ] as const,
    ),
    [
      withShop('auth: { apiKeys: [ { key: k, scopes: [] } ] }'),
      'auth.apiKeys[0].shops: must be a list of shop ids, or ["*"]',
    ],
    [
      withShop('auth: { apiKeys: [ { key: k, shops: mill, scopes: [] } ] }'),
      'auth.apiKeys[0].shops: must be a list of shop ids, or ["*"]',
    ],
    [
      withShop('auth: { apiKeys: [ { key: k, shops: [mil], scopes: [] } ] }'),
      'auth.apiKeys[0].shops[0]: no shop has this id',
    ],
    [
      withShop('auth: { anonymous: { shops: ["*", mil], scopes: [] } }'),
      'auth.anonymous.shops[1]: no shop has this id',
    ],
    [
      withShop('auth: { anonymous: { shops: ["*"], scopes: ["orders:write"] } }'),
      'auth.anonymous.scopes: must be a list of orders:read, orders:import, pii:read, pii:search, orders:raw, metrics:read, shops:connect',
    ],
    [withShop('auth: { anonymous: { shops: ["*"], scopes: [], key: k } }'), 'auth.anonymous.key: unknown key'],
    [
      withShop('auth: { apiKeys: [ { key: k, shops: [], scopes: [] }, { key: k, shops: [], scopes: [] } ] }'),
      'auth.apiKeys[1].key: is the same as auth.apiKeys[0].key',
    ],
    [
      withShop(
        `auth: { apiKeys: [ { key: hello, shops: [], scopes: [] }, { sha256: ${sha256Of('hello').toUpperCase()}, shops: [], scopes: [] } ] }`,
      ),
      'auth.apiKeys[1].sha256: is the same as auth.apiKeys[0].key',
    ],
    [withShop('federation: 1'), 'federation: must be true or false'],
    [withShop('playground: on'), 'playground: must be true or false'],
    [withShop('shop: 1'), 'shop: unknown key'],
    [withShop('"odd key": 1'), '["odd key"]: unknown key'],
    [withShop('nothing:'), 'nothing: unknown key'],
  ];

  test.each(oneAtATime.map(([text, mistake]) => ({ text, mistake })))(
    'a mistake is reported as $mistake',
    ({ text, mistake }) => {
      expect(mistakesOf(text)).toEqual([mistake]);
    },
  );

  test.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'])(
    'the key %s is reported as unknown, and pollutes no prototype',
    (key) => {
      const evil = `${key}: { polluted: true, type: VV_TOOL, length: 1 }`;
      expect(mistakesOf(withShop(evil))).toEqual([`${key}: unknown key`]);
      expect(mistakesOf(withShop(`limits: { ${evil} }`))).toEqual([`limits.${key}: unknown key`]);
      expect(gatewayMistakes(`{ type: DAMAIJIA168, accessToken: a, ${evil} }`)).toEqual([
        inGateway(`${key}: unknown key`),
      ]);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      expect('polluted' in {}).toBe(false);
    },
  );

  const UNCLEAN = 'without line breaks, control characters and blanks at its ends';
  test.each(['x\n', 'x\r\n', ' x', 'x ', 'x\u0000y', 'x\ny', 'x\u2028y'])(
    'what is signed or sent in a header is refused with its path when it is %j',
    (unclean) => {
      const value = JSON.stringify(unclean);
      const mistakes = (settings: string) => gatewayMistakes(`{ ${settings} }`);
      const signed = `must be a non-empty string ${UNCLEAN}`;
      expect(mistakes(`type: TAOBAO_TOP, appKey: ${value}, appSecret: ${value}, sessionKey: ${value}`)).toEqual(
        ['appKey', 'appSecret', 'sessionKey'].map((name) => inGateway(`${name}: ${signed}`)),
      );
      expect(mistakes(`type: FW199, appId: ${value}, appSecret: ${value}, sellerNick: ${value}`)).toEqual(
        ['appId', 'appSecret', 'sellerNick'].map((name) => inGateway(`${name}: ${signed}`)),
      );
      expect(mistakes(`type: VV_TOOL, shopId: ${value}, accessToken: ${value}`)).toEqual([
        inGateway(`shopId: ${signed}`),
        inGateway(`accessToken: must be a non-empty string of ASCII characters ${UNCLEAN}`),
      ]);
      expect(mistakesOf(withShop(`auth: { apiKeys: [ { key: ${value}, shops: [], scopes: [] } ] }`))).toEqual([
        'auth.apiKeys[0].key: must be a string of ASCII characters without blanks, as a header takes it',
      ]);
    },
  );

  test('characters that no header takes are refused in a token, and taken where they are signed', () => {
    expect(gatewayMistakes('{ type: DAMAIJIA168, accessToken: 令牌 }')).toEqual([
      inGateway(`accessToken: must be a non-empty string of ASCII characters ${UNCLEAN}`),
    ]);
    expect(gatewayMistakes('{ type: FW199, appId: a, appSecret: 密钥, sellerNick: 某店 }')).toEqual([]);
  });

  test('all mistakes are reported at once', () => {
    const text = `
shops:
  - { id: mill, name: Mill, gateways: [ ${vvTool}, { type: FW199, appId: 1, appSecret: "", sellerNick: "\${NICK}" } ] }
  - { id: mill, name: "", gatewayz: [], gateways: [ { type: SHOPIFY }, { type: VV_TOOL, shopId: 9007199254740993 } ] }
limits: { maxOrders: none, maxFun: 1 }
auth: { apiKeys: [ { key: k, shops: [depot], scopes: [everything] } ] }
colour: red
`;
    expect([...mistakesOf(text)].sort()).toEqual([
      'auth.apiKeys[0].scopes: must be a list of orders:read, orders:import, pii:read, pii:search, orders:raw, metrics:read, shops:connect',
      'auth.apiKeys[0].shops[0]: no shop has this id',
      'colour: unknown key',
      'limits.maxFun: unknown key',
      'limits.maxOrders: must be an integer of at least 1',
      'shops[0].gateways[1].appSecret: must be a non-empty string',
      'shops[0].gateways[1].sellerNick: environment variable NICK is not set',
      `shops[1].gateways[0].type: ${ONE_OF_THEM}`,
      'shops[1].gateways[1].accessToken: must be a non-empty string',
      'shops[1].gateways[1].shopId: put this number in quotes: without them it does not keep its digits',
      'shops[1].gatewayz: unknown key',
      'shops[1].id: is the same as shops[0].id',
      'shops[1].name: must be a string of 1 to 100 characters',
    ]);
  });
});

describe('malformed YAML', () => {
  test.each([
    ['a: 1\nb: "x', 'line 2, column 6: not valid YAML: a quote, comma, colon or bracket is missing'],
    ['a:\n\t- b', 'line 2, column 1: not valid YAML: indentation must be spaces, not tabs'],
    ['a: 1\na: 2', 'line 2, column 1: not valid YAML: this key stands here for the second time'],
    [
      'a: b: c',
      'line 1, column 4: not valid YAML: a key and its value must stand alone on a line; text with ": " in it needs quotes',
    ],
    ['a: @b', 'line 1, column 4: not valid YAML: text that starts with this character needs quotes'],
    ['shops: [*]', 'line 1, column 9: not valid YAML: text that starts with * needs quotes'],
    ['shops: [*all]', 'line 1, column 9: not valid YAML: text that starts with * needs quotes'],
    ['a: !b c', 'line 1, column 4: not valid YAML: text that starts with ! needs quotes'],
    ['a: 1\n---\nb: 2', 'line 2, column 1: not valid YAML: the file must hold one document'],
    ['a: ]', 'line 1, column 4: not valid YAML: unexpected token'],
    [
      'a:\n  - { type: VV_TOOL, accessToken: ${TOKEN}, shopId: 1 }',
      'line 2, column 36: not valid YAML: between { } or [ ], ${NAME} needs quotes',
    ],
    ['a: [ ${TOKEN} ]', 'line 1, column 7: not valid YAML: between { } or [ ], ${NAME} needs quotes'],
    ['{"a" 1}', 'line 1, column 6: not valid YAML: a quote, comma, colon or bracket is missing'],
  ])('the text %j is reported with line, column and reason', (text, mistake) => {
    expect(mistakesOf(text)).toEqual([mistake]);
  });

  test('every faulty line is reported', () => {
    expect(mistakesOf('a: @b\nc: 1\nd: `e`').map((mistake) => mistake.split(':')[0])).toEqual([
      'line 1, column 4',
      'line 3, column 4',
    ]);
  });

  test('a list that contains itself is refused as a shop', () => {
    expect(mistakesOf('shops: &a [*a]')).toEqual(['shops[0]: must be a mapping of keys to values']);
  });
});

describe('secrets in messages about settings', () => {
  const secret = 'sEntinel';
  const damaged: readonly string[] = [
    shop(
      `{ type: FW199, appId: "", appSecret: ${secret}, sellerNick: [${secret}], webSite: ${secret}, extra: ${secret} }`,
    ),
    shop(
      `{ type: TAOBAO_TOP, appKey: { a: ${secret} }, appSecret: "\${${secret}!}", sessionKey: "\${SECRET}", signMethod: "\${SECRET}" }`,
    ),
    shop(`{ type: ${secret}, appSecret: ${secret} }`),
    shop(`{ type: "\${SECRET}", appSecret: ${secret} }`),
    shop(
      `{ type: DAMAIJIA168, accessToken: {{ ${secret} }}, url: "http://${secret}:${secret}@example.com", edition: "\${SECRET}" }`,
    ),
    withShop(`cache: { encryptionKey: ${secret}, maxBytes: ${secret}, serveStale: "\${SECRET}" }`),
    withShop(
      `auth: { apiKeys: [ { key: ${secret}, shops: [${secret}], scopes: [${secret}] }, { key: ${secret}, shops: ${secret}, scopes: [] } ] }`,
    ),
    withShop(`auth: { apiKeys: [ ${secret} ], anonymous: ${secret} }`),
    withShop(`auth: { apiKeys: [ { sha256: ${secret}, shops: [], scopes: [] } ] }`),
    withShop(`auth: { jwt: { issuer: "", jwks: "http://${secret}/", shopsClaim: [${secret}] } }`),
    `appSecret: "${secret}\nshops: []`,
    `appSecret: @${secret}\nshops: []`,
    `appSecret: a: ${secret}`,
    `appSecret: *${secret}`,
    `appSecret: !${secret} x`,
    `appSecret: !!${secret} x`,
    `appSecret: "\\q${secret}"`,
    `appSecret: |${secret}`,
    `appSecret: 'a' ${secret}`,
    `a: [1, 2\n${secret}`,
    `a: ] ${secret}`,
    `%${secret}\n---\na: 1`,
    `- a\n${secret}`,
    `a: &${secret} &${secret} 1`,
  ];

  test.each(damaged)('no message about damaged settings contains their secret (text %#)', (text) => {
    const mistakes = mistakesOf(text, { SECRET: secret });
    expect(mistakes.length).toBeGreaterThan(0);
    expect(mistakes.join('\n')).not.toContain(secret);
  });

  test('the error of refused settings carries no secret in any property', () => {
    expect.assertions(2);
    try {
      parseSettings(damaged[0] ?? '', {});
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secret);
    }
  });
});

test('each mistake in the settings of the index is named', () => {
  const text = withShop(
    'index: { store: some, encryptionKey: short, keepDays: -1, share: 2, phoneSuffix: maybe, wal: 1 }',
  );
  expect([...mistakesOf(text)].sort()).toEqual([
    'index.encryptionKey: must be the base64 of 32 bytes, as openssl rand -base64 32 prints',
    'index.keepDays: must be an integer of at least 0',
    'index.phoneSuffix: must be true or false',
    'index.share: must be a number above 0 and at most 1',
    'index.store: must be one of full, axes, none',
    'index.wal: unknown key',
  ]);
  expect(mistakesOf(withShop('index: 7'))).toEqual(['index: must be a mapping of keys to values']);
});

describe('docs/settings.md', () => {
  const page = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');
  const sections: readonly (readonly [prefix: string, Class: new () => object])[] = [
    ['', Settings],
    ['shops[].', ShopSettings],
    ['shops[].sync.', ShopSyncSettings],
    ['sync.', SyncSettings],
    ['limits.', LimitSettings],
    ['deadlines.', DeadlineSettings],
    ['http.', HttpSettings],
    ['cache.', CacheSettings],
    ['index.', IndexSettings],
    ['cors.', CorsSettings],
    ['dashboard.', DashboardSettings],
    ['trustedDocuments.', TrustedDocumentSettings],
    ['auth.', AuthSettings],
    ['auth.apiKeys[].', ApiKeySettings],
    ['auth.jwt.', JwtSettings],
    ['auth.anonymous.', GrantSettings],
    ...Object.values(settingsClasses).map((Class) => ['', Class] as const),
  ];
  const settings = sections.flatMap(([prefix, Class]) => {
    const defaults = new Map<string, unknown>(Object.entries(new Class()));
    const rules = getMetadataStorage().getTargetValidationMetadatas(Class, '', false, false);
    return [...new Set(rules.map(({ propertyName }) => propertyName))].map(
      (key) => [`${prefix}${key}`, defaults.get(key)] as const,
    );
  });

  test.each(settings.filter(([key]) => !['limits', 'deadlines', 'http', 'cache'].includes(key)))(
    'the page has a row for %s, with its default',
    (key, value) => {
      const rows = page.split('\n').filter((row) => row.startsWith(`| \`${key}\` |`));
      expect(rows).not.toEqual([]);
      if (typeof value === 'object' || value === undefined || key === 'type') return;
      for (const row of rows) expect(row.split(' | ')[3]).toContain(`\`${value}\``);
    },
  );

  test('the example of the page is accepted but for the file that it names', () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const environment = { VV_TOOL_TOKEN: 'a', TOP_APP_SECRET: 'b', TOP_SESSION_KEY: 'c' };
    expect(mistakesOf(example, environment)).toEqual([
      'shops[0].gateways[1].accessToken: cannot read file /run/secrets/damaijia168 (ENOENT)',
    ]);
  });
});
