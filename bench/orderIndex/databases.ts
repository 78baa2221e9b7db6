// A database of each engine for the benchmark, which is gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/orderIndex/engine/engine.js';
import { createPostgresEngine } from '../../src/orderIndex/engine/postgres.js';
import type { EngineSource } from '../../src/orderIndex/engine/source.js';
import { createSqliteEngine } from '../../src/orderIndex/engine/sqlite.js';
import { startPostgres } from '../../test/support/postgres.js';

export interface Database {
  readonly engine: Engine;
  readonly source: EngineSource;
  readonly close: () => Promise<void>;
}

/** What PostgreSQL would have on a machine of its own; all that keeps data safe is as it comes. */
const SETTINGS = ['shared_buffers=512MB', 'effective_cache_size=2GB', 'max_wal_size=4GB', 'random_page_cost=1.1'];

export const DATABASES: Readonly<Record<'sqlite' | 'postgres', () => Promise<Database>>> = {
  async sqlite() {
    const folder = mkdtempSync(join(tmpdir(), 'ordergraph-bench-'));
    const path = join(folder, 'orders.db');
    return {
      engine: createSqliteEngine({ path }),
      source: { name: 'SQLite', path },
      close: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
  async postgres() {
    const server = await startPostgres(SETTINGS);
    const url = await server.createDatabase();
    return { engine: createPostgresEngine(url), source: { name: 'PostgreSQL', url }, close: server.close };
  },
};
