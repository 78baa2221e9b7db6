// SQLite, embedded: libsql ships its binaries inside the registry's packages, and has better-sqlite3's interface.
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, type SqliteDatabase, SqliteDialect, sql, type Transaction } from 'kysely';
import Database from 'libsql';
import { LRUCache } from 'lru-cache';
import type { Tables } from '../schema/tables.js';
import type { Engine, Role } from './engine.js';
import { isDamage, setAside } from './sqliteDamage.js';

/**
 * How long one process waits for another's transaction, milliseconds. SQLite waits without letting the event loop turn, so
 * who answers callers waits for nobody.
 */
const BUSY_MS = { reader: 100, writer: 5_000, sideWriter: 0 } as const;

/** Pages in memory for each connection, in KiB. */
const CACHE_KIB = { reader: 8 * 1024, writer: 16 * 1024, sideWriter: 2 * 1024 } as const;

/** How soon a side writer looks again whether it may write. */
const LOOK_AGAIN_MS = 5;

/** Statements that each connection keeps prepared. */
const STATEMENTS = 100;

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
    keyed: sql`without rowid`,
    // Where one statement writes some rows with the column and some without, those without come as null.
    defaulted: sql`not null on conflict replace`,
    hasLateral: false,
    createDialect: (role) => new SqliteDialect({ database: async () => open(path, role, isTemporary) }),
    write: (db, change) => inImmediateTransaction(db, change),
    isOfData: (error) => OF_DATA.test(String((error as { readonly code?: unknown } | null)?.code)),
    isDamage,
    setAside: () => setAside(path, () => openDatabase(path, 'writer')),
    identity() {
      const file = statSync(path, { throwIfNoEntry: false });
      return file && `${file.dev} ${file.ino}`;
    },
    close: async () => {},
  };
}

/** A row that it does not take; all else says of the file that it cannot be used now. */
const OF_DATA = /^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH|RANGE)/;

/** Only its owner may read it. */
const MODE = 0o600;

function openDatabase(path: string, role: Role): Database.Database {
  if (!existsSync(path)) {
    if (role === 'reader') throw new Error('There is no index yet.');
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // The log of a file that is gone belongs to no other.
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    closeSync(openSync(path, 'a', MODE));
  }
  return new Database(path, { timeout: BUSY_MS[role] });
}

function open(path: string, role: Role, isTemporary: boolean): SqliteDatabase {
  const database = openDatabase(path, role);
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${isTemporary ? 'OFF' : 'NORMAL'}`);
  database.pragma(`cache_size = -${CACHE_KIB[role]}`);
  if (role === 'reader') database.pragma('query_only = ON');
  // To prepare one takes as long as to run it.
  const statements = new LRUCache<string, Database.Statement>({ max: STATEMENTS });
  return {
    close: () => database.close(),
    prepare(text) {
      if (text === BEGIN) return { reader: false, run: () => begun(database), ...NO_ROWS };
      const statement = statements.get(text) ?? database.prepare(text);
      statements.set(text, statement);
      /** One that failed stays as it was in the middle of it, and is not to be used again. */
      const attempt = <Result>(execute: () => Result): Result => {
        try {
          return execute();
        } catch (error) {
          statements.delete(text);
          throw error;
        }
      };
      return {
        reader: statement.reader,
        all: (parameters) => attempt(() => statement.all(bound(parameters))),
        run: (parameters) => attempt(() => statement.run(bound(parameters))),
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
  const endsAt = performance.now() + BUSY_MS.writer;
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
