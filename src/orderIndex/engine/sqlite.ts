// SQLite, embedded: libsql ships its binaries inside the registry's packages, and has better-sqlite3's interface.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, type SqliteDatabase, SqliteDialect, sql, type Transaction } from 'kysely';
import Database from 'libsql';
import type { Tables } from '../schema/tables.js';
import type { Engine, Role } from './engine.js';

/** How long one process waits for another's transaction, milliseconds. */
const BUSY_MS = 5_000;

/** Pages in memory for each connection, in KiB. */
const CACHE_KIB = { reader: 8 * 1024, writer: 16 * 1024, sideWriter: 2 * 1024 } as const;

/** How soon a side writer looks again whether it may write. */
const LOOK_AGAIN_MS = 5;

export interface SqliteOptions {
  /** The file; its folder is created. */
  readonly path: string;
  /** Whether it may be lost with the machine: the sandbox's, which is made anew at every start. */
  readonly isTemporary?: boolean;
}

/** The engine of one file, which several processes may use. */
export function createSqliteEngine({ path, isTemporary = false }: SqliteOptions): Engine {
  return {
    name: 'SQLite',
    types: { bytes: sql`blob`, text: 'text' },
    hasLateral: false,
    createDialect: (role) => new SqliteDialect({ database: async () => open(path, role, isTemporary) }),
    write: (db, change) => inImmediateTransaction(db, change),
    close: async () => {},
  };
}

function open(path: string, role: Role, isTemporary: boolean): SqliteDatabase {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite waits without letting the event loop turn.
  const database = new Database(path, { timeout: role === 'sideWriter' ? 0 : BUSY_MS });
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${isTemporary ? 'OFF' : 'NORMAL'}`);
  database.pragma(`cache_size = -${CACHE_KIB[role]}`);
  if (role === 'reader') database.pragma('query_only = ON');
  return {
    close: () => database.close(),
    prepare(text) {
      if (text === BEGIN) return { reader: false, run: () => begun(database), ...NO_ROWS };
      const statement = database.prepare(text);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(bound(parameters)),
        run: (parameters) => statement.run(bound(parameters)),
        iterate: (parameters) => statement.iterate(bound(parameters)) as IterableIterator<unknown>,
      };
    },
  };
}

const BEGIN = 'begin immediate';

const NO_ROWS = { all: () => [], iterate: () => [].values() };

/** A prepared statement that failed, as another was writing, would count as one in progress, and nothing could commit. */
function begun(database: Database.Database): { readonly changes: number; readonly lastInsertRowid: number } {
  database.exec(BEGIN);
  return { changes: 0, lastInsertRowid: 0 };
}

/**
 * Values as libsql can take them: it ends the whole process on a boolean, and writes an integer given as a number as a
 * float where the column does not say otherwise.
 */
const bound = (parameters: readonly unknown[]): unknown[] =>
  parameters.map((value) => {
    if (typeof value === 'boolean') return value ? 1n : 0n;
    return Number.isSafeInteger(value) ? BigInt(value as number) : value;
  });

/** kysely begins transactions so that two writers may meet in the middle of both; this one waits at its beginning. */
function inImmediateTransaction<Result>(
  db: Kysely<Tables>,
  change: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (connection) => {
    await begin(connection);
    try {
      const result = await change(connection as Transaction<Tables>);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => {});
      throw error;
    }
  });
}

/** Where the connection does not wait for another's transaction, this does. */
async function begin(connection: Kysely<Tables>): Promise<void> {
  const endsAt = performance.now() + BUSY_MS;
  for (;;) {
    try {
      await sql.raw(BEGIN).execute(connection);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'SQLITE_BUSY' || performance.now() >= endsAt) throw error;
      await sleep(LOOK_AGAIN_MS);
    }
  }
}
