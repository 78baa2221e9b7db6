// Tests a day of two replicas over one database: tokens that end every ten minutes, a platform that fails to renew one in ten
// times, and now and then a replica that is killed.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TokenStore } from '../../src/credentials/types.js';
import { createTokenTable } from '../../src/orderIndex/credentials/tokenTable.js';
import { createIndexDatabase, type IndexDatabase } from '../../src/orderIndex/database.js';
import { createSqliteEngine } from '../../src/orderIndex/engine/sqlite.js';
import { createShopKeys } from '../../src/orderIndex/keys/shopKeys.js';
import { migrate } from '../../src/orderIndex/schema/index.js';
import { createTokenPlatform, TOKEN_SENTINEL } from '../support/tokenPlatform.js';
import { startTokenReplica, type TokenReplica } from '../support/tokenReplica.js';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const STEP_MINUTES = 2.5;

let folder: string;
const databases: IndexDatabase[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ordergraph-tokens-'));
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  rmSync(folder, { recursive: true });
});

/** A database as one replica holds it open; none waits for another's transaction in the thread that they share here. */
function openStore(path: string, key: Buffer): TokenStore {
  const engine = createSqliteEngine({ path, isTemporary: true });
  const log = { info: () => {}, warn: () => {} };
  const database = createIndexDatabase({ engine, role: 'sideWriter', prepare: (db) => migrate(db, engine), log });
  databases.push(database);
  const onUnreadable = (): void => {
    throw new Error('Tokens cannot be read.');
  };
  return createTokenTable({
    keys: createShopKeys(key, onUnreadable),
    use: (run) => database.use((db) => run(db, engine)),
    onUnreadable,
  });
}

/** Numbers from 0 to 1 in an order that looks random and is the same each time. */
function numbers(): () => number {
  let state = 20_261_126;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

test('no order fails for a token in a day, and no two renewals ever meet', async () => {
  const random = numbers();
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 10, 26) + minute * MINUTE_MS);
  // It moves on while somebody waits for a claim and nobody renews, so that what a killed replica has left is over soon.
  let waitedMs = 0;
  const machineNow = () => now().getTime() + waitedMs;
  const platform = createTokenPlatform({ now, lifetimeMs: 10 * MINUTE_MS, fails: () => random() < 0.1 });
  const path = join(folder, 'day.db');
  const key = randomBytes(32);
  const shared = [openStore(path, key), openStore(path, key)] as const;
  let killed = 0;

  /** One that is killed in the middle of its next renewal has no say any more: nothing comes of what it waits for. */
  const start = (store: TokenStore) => {
    let isDead = false;
    const send: typeof platform.send = async (request) => {
      const reply = await platform.send(request);
      return isDead ? new Promise(() => {}) : reply;
    };
    const claim: TokenStore['claim'] = async (asked) => {
      const answer = await store.claim(asked);
      if (!answer.isClaimed && answer.newer === undefined && platform.running() === 0) waitedMs += 1_000;
      return answer;
    };
    const replica = startTokenReplica({
      platform: { ...platform, send },
      ...{ store: { ...store, claim }, now, machineNow },
    });
    const kill = () => {
      isDead = true;
      void replica.credentials.maintain();
      killed += 1;
    };
    return { replica, kill };
  };
  const replicas = [start(shared[0]), start(shared[1])];
  const all: TokenReplica[] = replicas.map(({ replica }) => replica);

  let orders = 0;
  const failures: unknown[] = [];
  for (; minute < DAY_MINUTES; minute += STEP_MINUTES) {
    const victim = random() < 0.03 ? Math.floor(random() * 2) : undefined;
    if (victim !== undefined) replicas[victim]?.kill();
    const alive = replicas.filter((_replica, at) => at !== victim).map(({ replica }) => replica);
    const asked = [...alive, ...alive].map((replica) => replica.order());
    for (const { status, ...rest } of await Promise.allSettled(asked)) {
      orders += 1;
      if (status === 'rejected') failures.push({ minute, ...rest });
    }
    await Promise.all(alive.map(({ credentials }) => credentials.maintain()));
    // What the victim had sent is answered before it is later.
    while (platform.running() > 0) await endOfTurn();
    if (victim === undefined) continue;
    const successor = start(shared[victim as 0 | 1]);
    replicas[victim] = successor;
    all.push(successor.replica);
  }

  expect(failures).toEqual([]);
  expect(orders).toBeGreaterThan(2_000);
  expect(killed).toBeGreaterThan(10);
  // Half of ten minutes apart, but for those that failed.
  expect(platform.renewals()).toBeGreaterThan(200);
  expect(platform.renewals()).toBeLessThan(330);
  expect(platform.mostAtOnce()).toBe(1);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)).toString('latin1'));
  expect(files.length).toBeGreaterThan(0);
  for (const text of [...files, ...all.flatMap(({ lines }) => lines)]) expect(text).not.toContain(TOKEN_SENTINEL);
});
