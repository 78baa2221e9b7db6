// Tests what becomes of a gateway's tokens: renewed by the platform's rule, refused, revoked, and shown nowhere.
import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { createTokenPlatform, TOKEN_SENTINEL } from '../support/tokenPlatform.js';
import { RENEWED_SETTINGS, startTokenReplica, type TokenReplica } from '../support/tokenReplica.js';

const LIFETIME_MS = 600_000;

interface StartOptions {
  readonly isUp?: () => boolean;
  readonly settings?: typeof RENEWED_SETTINGS;
  readonly requestMs?: number;
}

function start({ isUp = () => true, settings = RENEWED_SETTINGS, requestMs = 5_000 }: StartOptions = {}) {
  const clock = { at: Date.parse('2026-11-26T00:00:00Z') };
  const now = () => new Date(clock.at);
  const platform = createTokenPlatform({ now, lifetimeMs: LIFETIME_MS, fails: () => !isUp() });
  const replica = startTokenReplica({ platform, store: undefined, now, settings, requestMs });
  return { clock, platform, replica, stateOf: () => replica.tokens.authorization() };
}

const passes = (clock: { at: number }, ms: number): void => {
  clock.at += ms;
};

const idle = async ({ tokens }: TokenReplica): Promise<void> => tokens.whenIdle();

test('a token that is refused is renewed once, and the call is made again with the new one', async () => {
  const { platform, replica } = start();
  expect(await replica.order()).toBe(2);
  expect(await replica.order()).toBe(1);
  expect(platform.renewals()).toBe(1);
});

test('a token is renewed in the background after half of its lifetime, and no call waits for it', async () => {
  const { clock, platform, replica, stateOf } = start();
  await replica.order();
  passes(clock, LIFETIME_MS / 2 - 1);
  expect(await replica.order()).toBe(1);
  await idle(replica);
  expect(platform.renewals()).toBe(1);
  passes(clock, 1);
  expect(await replica.order()).toBe(1);
  await idle(replica);
  expect(platform.renewals()).toBe(2);
  expect(stateOf()).toEqual({
    state: 'AUTHORIZED',
    expiresAt: new Date(clock.at + LIFETIME_MS),
    renewedAt: new Date(clock.at),
    fault: null,
  });
});

test('a token is renewed though nobody asks for an order', async () => {
  const { clock, platform, replica } = start();
  await replica.order();
  passes(clock, LIFETIME_MS / 2);
  await replica.credentials.maintain();
  expect(platform.renewals()).toBe(2);
});

test('a hundred orders that meet one expired token renew it once', async () => {
  const { clock, platform, replica } = start();
  await replica.order();
  passes(clock, LIFETIME_MS * 2);
  const calls = await Promise.all(Array.from({ length: 100 }, () => replica.order()));
  expect(new Set(calls)).toEqual(new Set([1]));
  expect([platform.renewals(), platform.mostAtOnce()]).toEqual([2, 1]);
});

test('an order waits while its platform fails to renew the token, and is answered once it does', async () => {
  let failures = 3;
  const { replica, platform } = start({ isUp: () => --failures < 0 });
  expect(await replica.order()).toBe(2);
  expect(platform.renewals()).toBe(1);
});

test('while renewing fails the token is used on, its state says so, and it is tried again after a pause', async () => {
  let isUp = true;
  const { clock, platform, replica, stateOf } = start({ isUp: () => isUp });
  await replica.order();
  isUp = false;
  passes(clock, LIFETIME_MS / 2);
  expect(await replica.order()).toBe(1);
  await idle(replica);
  expect(stateOf()).toMatchObject({ state: 'EXPIRING', fault: 'UPSTREAM_UNAVAILABLE' });
  isUp = true;
  await replica.order();
  await idle(replica);
  expect(platform.renewals()).toBe(1);
  passes(clock, 5_000);
  await replica.order();
  await idle(replica);
  expect(platform.renewals()).toBe(2);
  expect(stateOf()).toMatchObject({ state: 'AUTHORIZED', fault: null });
});

test('an order whose token cannot be renewed in time fails as one whose gateway is away', async () => {
  const { replica, stateOf } = start({ isUp: () => false, requestMs: 300 });
  await expect(replica.order()).rejects.toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    origin: 'local',
    details: { retryable: true },
  });
  expect(stateOf()).toMatchObject({ state: 'EXPIRED', fault: 'UPSTREAM_UNAVAILABLE' });
});

test('a gateway whose tokens are revoked is called no more, and its state says so', async () => {
  const { platform, replica, stateOf } = start();
  await replica.order();
  platform.revoke();
  await expect(replica.order()).rejects.toMatchObject({ code: 'SHOP_NOT_AUTHORIZED', origin: 'local' });
  expect(stateOf()).toMatchObject({ state: 'REVOKED', fault: 'SHOP_NOT_AUTHORIZED' });
  let attempts = 0;
  await replica.order().catch(() => {
    attempts += 1;
  });
  expect(attempts).toBe(1);
  expect(replica.lines.filter((line) => line.includes('refuses to renew'))).toHaveLength(1);
});

test('a token that only its platform renews is used to its end once renewing is refused', async () => {
  const { clock, replica, stateOf, platform } = start();
  await replica.order();
  const good = platform.isGood;
  platform.revoke();
  Object.assign(platform, { isGood: () => true });
  passes(clock, LIFETIME_MS / 2);
  expect(await replica.order()).toBe(1);
  await idle(replica);
  expect(stateOf()).toMatchObject({ state: 'EXPIRING', fault: 'SHOP_NOT_AUTHORIZED' });
  Object.assign(platform, { isGood: good });
});

test('without a refresh token a gateway that refuses its token is left alone but for one call a minute', async () => {
  const { refreshToken: _none, ...settings } = RENEWED_SETTINGS;
  const { clock, replica, stateOf } = start({ settings: settings as typeof RENEWED_SETTINGS });
  const fails = async (): Promise<number> => {
    const before = reached;
    await expect(replica.order()).rejects.toMatchObject({ code: 'SHOP_NOT_AUTHORIZED', origin: 'local' });
    return reached - before;
  };
  let reached = 0;
  const { settings: given } = replica.tokens;
  expect(given()).toMatchObject({ sessionKey: RENEWED_SETTINGS.sessionKey });
  Object.defineProperty(replica.tokens, 'settings', {
    value: () => {
      reached += 1;
      return given();
    },
  });
  expect([await fails(), await fails(), await fails()]).toEqual([1, 0, 0]);
  expect(stateOf()).toMatchObject({ state: 'REVOKED', fault: 'SHOP_NOT_AUTHORIZED' });
  passes(clock, 60_000);
  expect([await fails(), await fails()]).toEqual([1, 0]);
});

test('a shop without any token is not authorized, and its gateway is not called', async () => {
  const { refreshToken: _refresh, sessionKey: _session, ...settings } = RENEWED_SETTINGS;
  const { replica, stateOf } = start({ settings: settings as typeof RENEWED_SETTINGS });
  await expect(replica.order()).rejects.toMatchObject({
    code: 'SHOP_NOT_AUTHORIZED',
    message: 'The shop has not authorized this gateway yet.',
  });
  expect(stateOf()).toEqual({ state: 'NOT_AUTHORIZED', expiresAt: null, renewedAt: null, fault: null });
});

test('a token that ends again and again before its time is renewed each time that it had worked', async () => {
  const { platform, replica } = start();
  await replica.order();
  for (let times = 0; times < 5; times += 1) {
    platform.endAll();
    expect(await replica.order()).toBe(2);
  }
  expect(platform.renewals()).toBe(6);
});

test('no token stands in what is shown of the objects that hold it, nor in the log', async () => {
  const { platform, replica } = start();
  await replica.order();
  const shown = inspect(replica.credentials, { depth: 20, showHidden: true }) + JSON.stringify(replica.tokens);
  expect(shown).not.toContain(`${TOKEN_SENTINEL}-access`);
  expect(shown).not.toContain(`${TOKEN_SENTINEL}-refresh`);
  platform.revoke();
  await replica.order().catch(() => {});
  expect(replica.lines.length).toBeGreaterThan(1);
  expect(replica.lines.join('\n')).not.toContain(TOKEN_SENTINEL);
  expect(replica.secrets.redact(`a ${TOKEN_SENTINEL}-access-1 b`)).toBe('a *** b');
});
