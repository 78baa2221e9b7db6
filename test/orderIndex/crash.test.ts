// Tests that whoever writes, and the database's server, may be killed at any time: the index opens again, and nothing that
// was committed is lost. INDEX_KILLS says how often, for those who have the time.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kysely, sql } from 'kysely';
import { createEngine, type EngineSource } from '../../src/orderIndex/engine/source.js';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import { countedRollups, inOrder } from '../support/orderUpdates.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

const PROGRAM = fileURLToPath(new URL('../support/killedWriter.mjs', import.meta.url));
const KILLS = Number(process.env.INDEX_KILLS ?? 6);
const SERVER_KILLS = 3;

/** How many orders the writer commits at once. */
const BATCH = 20;

interface Place {
  readonly source: EngineSource;
  readonly close: () => Promise<void>;
}

interface RunningWriter {
  readonly process: ChildProcess;
  /** Resolves once it has said so many times that a batch is committed. */
  readonly committed: (batches: number) => Promise<void>;
  /** How many orders it said are committed. */
  readonly said: () => number;
  readonly ended: Promise<readonly unknown[]>;
}

function startWriting(source: EngineSource, first: number): RunningWriter {
  const program = spawn(process.execPath, [PROGRAM, JSON.stringify(source), String(first)]);
  let said = '';
  let notice = (): void => {};
  program.stdout.on('data', (chunk) => {
    said += String(chunk);
    notice();
  });
  const lines = (): readonly string[] => said.split('\n').slice(0, -1);
  return {
    process: program,
    committed: (batches) =>
      new Promise((resolve) => {
        notice = () => {
          if (lines().length >= batches) resolve();
        };
        notice();
      }),
    said: () => Number(lines().at(-1) ?? first),
    ended: once(program, 'close'),
  };
}

/** Writes from an order on, and is killed once so many batches are committed; how many orders it said are. */
async function writeUntilKilled(source: EngineSource, first: number, batches: number): Promise<number> {
  const writer = startWriting(source, first);
  await writer.committed(batches);
  writer.process.kill('SIGKILL');
  expect(await writer.ended).toEqual([null, 'SIGKILL']);
  return writer.said();
}

/** What is in the index is whole, and how many orders it has: whole batches, each with its changes in their order. */
async function expectWhole(source: EngineSource): Promise<number> {
  const engine = await createEngine(source);
  const db = new Kysely<Tables>({ dialect: engine.createDialect('writer') });
  // Waits for the end of whatever a client that is gone has begun.
  await engine.write(db, async () => {});
  if (engine.name === 'SQLite') {
    const { rows: checks } = await sql<{ readonly integrity_check: string }>`pragma integrity_check`.execute(db);
    expect(checks).toEqual([{ integrity_check: 'ok' }]);
  }
  const rows = await db.selectFrom('orders').selectAll().execute();
  expect(rows.length % BATCH).toBe(0);
  expect(inOrder(await db.selectFrom('rollups').selectAll().execute())).toEqual(countedRollups(rows));
  const changes = await db.selectFrom('changes').select(['seq', 'order_id']).orderBy('seq').execute();
  expect(changes).toEqual(rows.map((_row, at) => ({ seq: at + 1, order_id: String(at) })));
  await db.destroy();
  return rows.length;
}

async function sqlitePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-killed-'));
  return {
    source: { name: 'SQLite', path: join(folder, 'index.db') },
    close: async () => rmSync(folder, { recursive: true }),
  };
}

let postgres: TestPostgres;
// A commit is written before anybody is told of it. It need not outlive the machine, so that nothing waits for the disk.
beforeAll(async () => {
  postgres = await startPostgres(['synchronous_commit=on', 'fsync=off', 'full_page_writes=off', 'max_connections=20']);
});
afterAll(() => postgres.close());

const postgresPlace = async (): Promise<Place> => ({
  source: { name: 'PostgreSQL', url: await postgres.createDatabase() },
  close: async () => {},
});

describe.each([
  ['SQLite', sqlitePlace],
  ['PostgreSQL', postgresPlace],
])('an index whose writer is killed (%s)', (_name, openPlace) => {
  test(
    'a writer that is killed again and again loses nothing that was committed, and leaves nothing half done',
    async () => {
      const { source, close } = await openPlace();
      let committed = 0;
      for (let kill = 1; kill <= KILLS; kill++) {
        const said = await writeUntilKilled(source, committed, kill % 4);
        committed = await expectWhole(source);
        expect(committed).toBeGreaterThanOrEqual(said);
      }
      expect(committed).toBeGreaterThanOrEqual((KILLS / 2) * BATCH);
      await close();
    },
    KILLS * 10_000,
  );
});

test(
  'a PostgreSQL that is killed while it is written to has all that was committed when it starts again',
  async () => {
    const { source } = await postgresPlace();
    let committed = 0;
    for (let kill = 1; kill <= SERVER_KILLS; kill++) {
      const writer = startWriting(source, committed);
      await writer.committed(kill);
      await postgres.kill();
      expect(await writer.ended).toEqual([1, null]);
      await postgres.start();
      committed = await expectWhole(source);
      expect(committed).toBeGreaterThanOrEqual(writer.said());
    }
  },
  SERVER_KILLS * 30_000,
);
