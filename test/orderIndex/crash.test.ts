// Tests that a writer may be killed at any time: the file opens again, and nothing that was committed is lost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { Kysely, sql } from 'kysely';
import { createSqliteEngine } from '../../src/orderIndex/engine/sqlite.js';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import { countedRollups, inOrder } from '../support/orderUpdates.js';

const PROGRAM = fileURLToPath(new URL('../support/killedWriter.mjs', import.meta.url));
const KILLS = 12;

const folder = mkdtempSync(join(tmpdir(), 'ordergraph-killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes from an order on, and is killed once so many batches are committed; how many orders it said are. */
async function writeUntilKilled(path: string, first: number, batches: number): Promise<number> {
  const writer = spawn(process.execPath, [PROGRAM, path, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const ended = once(writer, 'exit');
  writer.stdout.on('data', (chunk) => {
    said += String(chunk);
    if (said.split('\n').length > batches) writer.kill('SIGKILL');
  });
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
  return Number(said.trimEnd().split('\n').at(-1));
}

test('a writer that is killed again and again loses nothing that was committed, and its file is whole', async () => {
  const path = join(folder, 'index.db');
  const engine = createSqliteEngine({ path });
  let committed = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    committed = await writeUntilKilled(path, committed, kill % 4);
    const db = new Kysely<Tables>({ dialect: engine.createDialect('writer') });
    const { rows: checks } = await sql<{ readonly integrity_check: string }>`pragma integrity_check`.execute(db);
    expect(checks).toEqual([{ integrity_check: 'ok' }]);
    const rows = await db.selectFrom('orders').selectAll().execute();
    expect(rows.length).toBeGreaterThanOrEqual(committed);
    expect(rows.length % 20).toBe(0);
    expect(inOrder(await db.selectFrom('rollups').selectAll().execute())).toEqual(countedRollups(rows));
    expect(await db.selectFrom('changes').selectAll().execute()).toHaveLength(rows.length);
    await db.destroy();
    committed = rows.length;
  }
  expect(committed).toBeGreaterThanOrEqual(KILLS * 20);
});
