// Tests which JWTs are accepted, and what their claims allow. The issuer's keys are in a file or at an address.
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, exportSPKI, type GenerateKeyPairResult, generateKeyPair, type JWK, SignJWT } from 'jose';
import { ConfigError } from '../../src/config/index.js';
import type { Part } from '../support/json.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';
import { bearer, ORDER, startTwoShops, type TwoShops } from '../support/twoShops.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const seconds = Math.floor(NOW.getTime() / 1000);
const ISSUER = 'https://id.example.com/';
const AUDIENCE = 'ordergraph';
const GOOD = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'alice',
  exp: seconds + 60,
  shops: ['mill'],
  scope: 'openid orders:read',
};

const folder = mkdtempSync(join(tmpdir(), 'ordergraph-'));
afterAll(() => rmSync(folder, { recursive: true }));

let pair: GenerateKeyPairResult;
let other: GenerateKeyPairResult;
let stranger: GenerateKeyPairResult;

const publicJwk = async ({ publicKey }: GenerateKeyPairResult, more: Part = {}): Promise<JWK> => ({
  ...(await exportJWK(publicKey)),
  ...more,
});

function keyFile(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const token = (claims: Part = GOOD, header: Part = {}, { privateKey } = pair): Promise<string> =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', ...header }).sign(privateKey);

const without = (name: keyof typeof GOOD): Part =>
  Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name));

const open = (jwt: Part, auth: Part = {}): Promise<TwoShops> =>
  startTwoShops({
    settings: { auth: { jwt: { issuer: ISSUER, audience: AUDIENCE, ...jwt }, ...auth } },
    now: () => NOW,
  });

const askOrder = async (server: TwoShops, credentials: string, shop = 'mill'): Promise<string | number> => {
  const { status, errors } = await server.queryAs(
    bearer(credentials),
    `{ order(shop: "${shop}", orderId: "${ORDER}") { status } }`,
  );
  return errors[0]?.extensions.code ?? status;
};

beforeAll(async () => {
  pair = await generateKeyPair('RS256', { extractable: true });
  other = await generateKeyPair('RS256', { extractable: true });
  stranger = await generateKeyPair('RS256', { extractable: true });
});

describe('JWTs with keys in a file', () => {
  let server: TwoShops;
  beforeAll(async () => {
    const jwks = keyFile('keys.json', { keys: [await publicJwk(pair), await publicJwk(other)] });
    server = await open({ jwks }, { apiKeys: [{ key: 'an.api.key', shops: ['depot'], scopes: ['orders:read'] }] });
  });
  afterAll(() => server.close());

  test('a valid token is accepted, whichever of the keys signed it', async () => {
    expect(await askOrder(server, await token())).toBe(200);
    expect(await askOrder(server, await token(GOOD, {}, other))).toBe(200);
  });

  test('an API key is accepted beside tokens, even one that looks like a token', async () => {
    expect(await askOrder(server, 'an.api.key', 'depot')).toBe(200);
  });

  const hs256 = async (secret: string, { alg = 'HS256' } = {}): Promise<string> => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg, typ: 'JWT' })}.${part(GOOD)}`;
    return `${signed}.${alg === 'none' ? '' : createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };

  test.each<[string, () => Promise<string>]>([
    ['that has expired', () => token({ ...GOOD, exp: seconds - 60 })],
    ['that is not valid yet', () => token({ ...GOOD, nbf: seconds + 60 })],
    ['that never expires', () => token(without('exp'))],
    ['whose expiry is a text', () => token({ ...GOOD, exp: `${seconds + 60}` })],
    ['of another issuer', () => token({ ...GOOD, iss: 'https://id.example.com' })],
    ['of no issuer', () => token(without('iss'))],
    ['for another audience', () => token({ ...GOOD, aud: 'billing' })],
    ['for no audience', () => token(without('aud'))],
    ['without a subject', () => token(without('sub'))],
    ['whose subject is a number', () => token({ ...GOOD, sub: 7 })],
    ['signed with a foreign key', () => token(GOOD, {}, stranger)],
    [
      'signed with a foreign key that it brings along',
      async () => token(GOOD, { jwk: await publicJwk(stranger) }, stranger),
    ],
    ['that names an unknown key', () => token(GOOD, { kid: 'unknown' })],
    [
      'that names another algorithm of the same key',
      async () => (await token()).replace(/^[^.]+/, Buffer.from('{"alg":"RS512"}').toString('base64url')),
    ],
    ['without a signature', () => hs256('', { alg: 'none' })],
    ['with its signature cut off', async () => (await token()).replace(/[^.]+$/, '')],
    ['with another signature', async () => (await token()).replace(/.{8}$/, 'AAAAAAAA')],
    [
      'with other claims under its signature',
      async () => {
        const [head, , signature] = (await token()).split('.');
        return [head, Buffer.from(JSON.stringify({ ...GOOD, shops: ['*'] })).toString('base64url'), signature].join(
          '.',
        );
      },
    ],
    ['signed with the public key as if it were a secret', async () => hs256(await exportSPKI(pair.publicKey))],
    ['signed with the public key’s JSON', async () => hs256(JSON.stringify(await publicJwk(pair)))],
    ['signed with nothing', () => hs256('')],
    ['that is no token', async () => 'a.b.c'],
  ])('a token %s is refused without a reason', async (_what, make) => {
    const { status, text } = await server.queryAs(bearer(await make()), '{ shops { id } }');
    expect(status).toBe(401);
    expect(JSON.parse(text)).toEqual({
      errors: [{ message: 'The token is refused.', extensions: { code: 'UNAUTHENTICATED', retryable: false } }],
    });
  });

  test.each([
    ['a token that expired 4 s ago is accepted', { exp: seconds - 4 }, 200],
    ['a token that expired 5 s ago is refused', { exp: seconds - 5 }, 'UNAUTHENTICATED'],
    ['a token that becomes valid in 5 s is accepted', { nbf: seconds + 5 }, 200],
    ['a token that becomes valid in 6 s is refused', { nbf: seconds + 6 }, 'UNAUTHENTICATED'],
  ])('%s at the default clock tolerance of 5 s', async (_what, claims, code) => {
    expect(await askOrder(server, await token({ ...GOOD, ...claims }))).toBe(code);
  });

  test.each<[string, Part, readonly (string | number)[]]>([
    ['a list of shops', { shops: ['mill'] }, [200, 'SHOP_NOT_FOUND']],
    ['shops as words of one text', { shops: 'mill depot' }, [200, 200]],
    ['* in its list of shops', { shops: ['*'] }, [200, 200]],
    ['an empty list of shops', { shops: [] }, ['SHOP_NOT_FOUND', 'SHOP_NOT_FOUND']],
    ['shops that are null', { shops: null }, ['SHOP_NOT_FOUND', 'SHOP_NOT_FOUND']],
    ['shops as an object', { shops: { mill: true } }, ['SHOP_NOT_FOUND', 'SHOP_NOT_FOUND']],
    ['a list of scopes', { scope: ['orders:read'] }, [200, 'SHOP_NOT_FOUND']],
    ['unknown scopes', { scope: 'orders:reads read orders' }, ['FORBIDDEN', 'FORBIDDEN']],
    ['a scope that is a number', { scope: 7 }, ['FORBIDDEN', 'FORBIDDEN']],
    ['a list of audiences', { aud: ['billing', AUDIENCE] }, [200, 'SHOP_NOT_FOUND']],
  ])('a token with %s gives its holder what the claims say and no more', async (_what, claims, codes) => {
    const credentials = await token({ ...GOOD, ...claims });
    expect([await askOrder(server, credentials), await askOrder(server, credentials, 'depot')]).toEqual(codes);
  });
});

test('the settings name the claims for shops, scopes and name, and the clock tolerance', async () => {
  const jwks = keyFile('one.json', { keys: [await publicJwk(pair, { kid: 'a', use: 'sig', alg: 'RS256' })] });
  const names = { shopsClaim: 'https://example.com/shops', scopesClaim: 'permissions', nameClaim: 'client_id' };
  const server = await open({ jwks, ...names, clockToleranceSeconds: 120 });
  const claims = { [names.shopsClaim]: ['depot'], permissions: ['orders:read'], client_id: 'erp', exp: seconds - 100 };
  const credentials = await token({ iss: ISSUER, aud: AUDIENCE, ...claims }, { kid: 'a' });
  expect([await askOrder(server, credentials), await askOrder(server, credentials, 'depot')]).toEqual([
    'SHOP_NOT_FOUND',
    200,
  ]);
  expect(await askOrder(server, await token())).toBe('UNAUTHENTICATED');
  await server.close();
});

test.each(['ES256', 'EdDSA', 'PS256'])('a token signed by %s is accepted', async (alg) => {
  const made = await generateKeyPair(alg, { extractable: true });
  const server = await open({ jwks: keyFile(`${alg}.json`, { keys: [await publicJwk(made)] }) });
  expect(await askOrder(server, await token(GOOD, { alg }, made))).toBe(200);
  await server.close();
});

describe('JWTs with keys at an address', () => {
  let issuer: StubGateway;
  let server: TwoShops;
  beforeAll(async () => {
    issuer = await startStubGateway();
  });
  afterAll(() => issuer.close());
  afterEach(async () => {
    await server.close();
    issuer.take();
  });

  test.each([
    [200, 200],
    [300, 'UNAUTHENTICATED'],
  ])('a key set of %i KiB is answered with %s, as 256 KiB are read at most', async (kibibytes, answer) => {
    const keys = [await publicJwk(pair)];
    issuer.respondWith(() => ({ body: JSON.stringify({ keys, more: 'x'.repeat(kibibytes * 1024) }) }));
    server = await open({ jwks: `${issuer.url}/jwks` });
    expect(await askOrder(server, await token())).toBe(answer);
  });

  test('the issuer’s keys are fetched once, when the first token comes', async () => {
    const keys = [await publicJwk(pair)];
    issuer.respondWith(() => ({ body: JSON.stringify({ keys }) }));
    server = await open({ jwks: `${issuer.url}/jwks` });
    expect(issuer.take()).toEqual([]);
    const asked = [
      askOrder(server, await token()),
      askOrder(server, await token()),
      askOrder(server, await token(GOOD, {}, stranger)),
    ];
    expect(await Promise.all(asked)).toEqual([200, 200, 'UNAUTHENTICATED']);
    // Unknown keys are looked for only once in a while, however many tokens name them.
    for (let time = 0; time < 5; time++)
      expect(await askOrder(server, await token(GOOD, { kid: `unknown-${time}` }))).toBe('UNAUTHENTICATED');
    expect(issuer.take().map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
      ['GET', '/jwks', undefined],
    ]);
  });

  test.each([
    ['an error', { status: 500, body: '' }],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }],
    ['a page', { body: '<html>' }],
    ['JSON that is no key set', { body: '{"keys":7}' }],
  ])(
    '%s in place of the issuer’s keys makes every token UNAUTHENTICATED, and is fetched once',
    async (_what, reply) => {
      issuer.respondWith(() => reply);
      server = await open({ jwks: issuer.url });
      for (let time = 0; time < 3; time++) expect(await askOrder(server, await token())).toBe('UNAUTHENTICATED');
      expect(issuer.take().length).toBe(1);
    },
  );
});

describe('JWT key files', () => {
  test.each<[string, () => Promise<unknown> | unknown, string]>([
    ['that is no JSON', () => 'sentinel', 'is not a JSON Web Key Set: {"keys": […]}'],
    ['without a key set', () => ({ kty: 'RSA' }), 'is not a JSON Web Key Set: {"keys": […]}'],
    [
      'with a shared secret',
      () => ({ keys: [{ kty: 'oct', k: 'sentinel' }] }),
      'holds a secret key; put public keys there',
    ],
    [
      'with a private key',
      async () => ({ keys: [await exportJWK(pair.privateKey)] }),
      'holds a secret key; put public keys there',
    ],
  ])('a key file %s stops the start with an error that names it', async (_what, content, problem) => {
    const jwks = keyFile('bad.json', await content());
    const starting = open({ jwks });
    await expect(starting).rejects.toThrow(new ConfigError([`auth.jwt.jwks: file ${jwks} ${problem}`]));
    await expect(starting).rejects.not.toThrow('sentinel');
  });

  test('a missing key file stops the start with an error that names it', async () => {
    const jwks = join(folder, 'none.json');
    await expect(open({ jwks })).rejects.toThrow(`auth.jwt.jwks: cannot read file ${jwks} (ENOENT)`);
  });
});
