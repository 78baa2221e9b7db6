// Tests gateways' tokens in the index's database: sealed, versioned, and claimed by one process at a time.
import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Tokens } from '../../../src/credentials/types.js';
import { createTokenTable } from '../../../src/orderIndex/credentials/tokenTable.js';
import { createShopKeys } from '../../../src/orderIndex/keys/shopKeys.js';
import { bytesOf } from '../../../src/orderIndex/statements.js';
import { describeEngines, type TestIndex } from '../../support/indexEngines.js';

const KEY = randomBytes(32);
const NAME = { shop: 'mill', name: 'of-its-settings' };
const TOKENS: Tokens = {
  accessToken: 'sentinel-access',
  refreshToken: 'sentinel-refresh',
  expiresAt: 1_767_225_600_123,
  refreshExpiresAt: undefined,
  renewedAt: 1_767_189_600_123,
  account: 'b2b-2200',
  isRevoked: false,
};

function tableOf({ engine, writer }: TestIndex, key = KEY) {
  const unreadable: string[] = [];
  const onUnreadable = (shop: string) => void unreadable.push(shop);
  const table = createTokenTable({
    keys: createShopKeys(key, onUnreadable),
    use: (run) => run(writer, engine),
    onUnreadable,
  });
  return { ...table, unreadable };
}

describeEngines('tokens', (openIndex) => {
  test('Tokens are read as they were saved, each time under the next version', async () => {
    const table = tableOf(await openIndex());
    const change = { ...NAME, tokens: TOKENS, owner: 'one', now: 1 };
    expect(await table.save({ ...change, version: 0 })).toEqual({ version: 1, tokens: TOKENS });
    expect(await table.findNewer([{ ...NAME, version: 0 }])).toEqual([{ ...NAME, version: 1, tokens: TOKENS }]);
    expect(await table.findNewer([{ ...NAME, version: 1 }])).toEqual([]);
    const later = { ...TOKENS, accessToken: 'sentinel-later' };
    expect(await table.save({ ...change, version: 1, tokens: later })).toEqual({ version: 2, tokens: later });
  });

  test('Whoever saves over a version that is stored no longer gets what is stored, unless it is forced', async () => {
    const table = tableOf(await openIndex());
    const change = { ...NAME, version: 0, owner: 'one', now: 1 };
    await table.save({ ...change, tokens: TOKENS });
    const others = { ...TOKENS, accessToken: 'sentinel-other' };
    expect(await table.save({ ...change, tokens: others })).toEqual({ version: 1, tokens: TOKENS });
    expect(await table.save({ ...change, tokens: others, isForced: true })).toEqual({ version: 2, tokens: others });
  });

  test('One process at a time may claim them, until it has saved, released or overstayed', async () => {
    const table = tableOf(await openIndex());
    const claim = (owner: string, now: number, version = 0) =>
      table.claim({ ...NAME, version, owner, now, ms: 1000 }).then(({ isClaimed }) => isClaimed);
    expect([await claim('one', 0), await claim('two', 999), await claim('one', 500)]).toEqual([true, false, true]);
    expect([await claim('two', 1499), await claim('two', 1500)]).toEqual([false, true]);
    await table.release({ ...NAME, owner: 'one', now: 1500 });
    expect(await claim('three', 1500)).toBe(false);
    await table.release({ ...NAME, owner: 'two', now: 1500 });
    expect(await claim('three', 1500)).toBe(true);
    await table.save({ ...NAME, version: 0, owner: 'three', now: 1600, tokens: TOKENS });
    expect(await claim('one', 1600, 1)).toBe(true);
  });

  test('Whoever claims an older version is given the newer one instead', async () => {
    const table = tableOf(await openIndex());
    await table.save({ ...NAME, version: 0, owner: 'one', now: 1, tokens: TOKENS });
    expect(await table.claim({ ...NAME, version: 0, owner: 'two', now: 2, ms: 1000 })).toEqual({
      isClaimed: false,
      newer: { version: 1, tokens: TOKENS },
    });
  });

  test('What another key has sealed is as good as none, and reported with its shop', async () => {
    const index = await openIndex();
    await tableOf(index).save({ ...NAME, version: 0, owner: 'one', now: 1, tokens: TOKENS });
    const foreign = tableOf(index, randomBytes(32));
    expect(await foreign.findNewer([{ ...NAME, version: 0 }])).toEqual([]);
    expect(await foreign.save({ ...NAME, version: 0, owner: 'two', now: 2, tokens: TOKENS })).toBeUndefined();
    expect(new Set(foreign.unreadable)).toEqual(new Set(['mill']));
  });

  test('Tokens are sealed for their shop and settings: a row that is passed off as another’s is not read', async () => {
    const index = await openIndex();
    const table = tableOf(index);
    await table.save({ ...NAME, version: 0, owner: 'one', now: 1, tokens: TOKENS });
    const row = await index.db.selectFrom('credentials').selectAll().executeTakeFirstOrThrow();
    await index.writer
      .insertInto('credentials')
      .values({ ...row, sealed: bytesOf(row.sealed), name: 'another' })
      .execute();
    expect(await table.findNewer([{ shop: 'mill', name: 'another', version: 0 }])).toEqual([]);
    expect(bytesOf(row.sealed).toString('latin1')).not.toContain('sentinel');
    expect(table.unreadable).toEqual(['mill']);
  });

  test('A secret is used once, before its end, and by nobody who does not know it', async () => {
    const table = tableOf(await openIndex());
    await table.addSecret({ hash: 'h1', purpose: '{"shop":"mill"}', expiresAt: 1000, now: 0 });
    expect(await table.redeemSecret({ hash: 'h2', now: 1 })).toBeUndefined();
    const uses = await Promise.all([
      table.redeemSecret({ hash: 'h1', now: 1 }),
      table.redeemSecret({ hash: 'h1', now: 1 }),
    ]);
    expect(uses.filter(Boolean)).toEqual(['{"shop":"mill"}']);
    await table.addSecret({ hash: 'h3', purpose: '{}', expiresAt: 1000, now: 0 });
    expect(await table.redeemSecret({ hash: 'h3', now: 1000 })).toBeUndefined();
  });
});
