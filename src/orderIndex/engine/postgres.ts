// PostgreSQL 15 and later, by its address.
import { PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Engine, Role } from './engine.js';

/** Connections of one process: readers of its queries, and the one writer. */
const READERS = 8;

/** Names the lock that writers of one index share; any number that nobody else uses. */
const WRITE_LOCK = 7_264_350_118;
const CHANNEL = 'ordergraph_changes';

/** How long a connection and a query are waited for: a database that hangs is one that is away. */
const CONNECT_MS = 3_000;
const QUERY_MS = { reader: 10_000, writer: 60_000, sideWriter: 10_000 } as const;

const INT8 = 20;

/** Classes of errors that say of a row that it cannot be stored: wrong data, constraints, limits. */
const OF_DATA = /^(22|23|54)/;

/** Eight-byte integers of the index fit a JavaScript number; sums that may not are read as texts by their queries. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** The engine of the database at an address, which several processes may use. */
export function createPostgresEngine(connectionString: string): Engine {
  return {
    name: 'PostgreSQL',
    types: { bytes: 'bytea', text: sql`text collate "C"` },
    keyed: sql``,
    defaulted: sql`not null`,
    hasLateral: true,
    createDialect: (role) => new PostgresDialect({ pool: createPool(connectionString, role) }),
    write: (db, change) =>
      db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(${WRITE_LOCK})`.execute(transaction);
        return change(transaction);
      }),
    notify: async (transaction) => {
      await sql`select pg_notify(${CHANNEL}, '')`.execute(transaction);
    },
    listen: (onNotice, onLost) => listen(connectionString, onNotice, onLost),
    reconnects: true,
    isOfData: (error) => OF_DATA.test(String((error as { readonly code?: unknown } | null)?.code)),
    close: async () => {},
  };
}

function createPool(connectionString: string, role: Role): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    types,
    max: role === 'reader' ? READERS : 1,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS[role],
    keepAlive: true,
  });
  // A connection that breaks is replaced; unheard, its error would end the process, whether anybody uses it or not.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

async function listen(
  connectionString: string,
  onNotice: () => void,
  onLost: () => void,
): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString, keepAlive: true });
  let isWanted = true;
  client.on('notification', onNotice);
  client.on('error', () => {}); // its end follows
  client.on('end', () => {
    if (isWanted) onLost();
  });
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  } catch (error) {
    isWanted = false;
    await client.end().catch(() => {});
    throw error;
  }
  return async () => {
    isWanted = false;
    await client.end().catch(() => {});
  };
}
