// The migrations in their order, and how a database is brought up to date.
import { DEFAULT_MIGRATION_TABLE, type Kysely, Migrator, sql } from 'kysely';
import type { Engine } from '../engine/engine.js';
import { createTables } from './001-tables.js';
import { createCredentialTables } from './002-credentials.js';
import { createSyncTables } from './003-sync.js';
import { createSharedTexts } from './004-shared-texts.js';
import { addShipping } from './005-shipping.js';
import type { Tables } from './tables.js';

/** A later version of the program has changed the tables: this one does not know what they mean, and leaves them alone. */
export class LaterSchemaError extends Error {
  override readonly name = 'LaterSchemaError';

  /** @param migrations names of those that this version does not know */
  constructor(readonly migrations: readonly string[]) {
    super(
      `a later version of OrderGraph has changed the tables (${migrations.join(', ')}), and this one cannot use them`,
    );
  }
}

/**
 * Brings the tables up to date; several processes may do so at once. Resolves to the names of what was missing.
 * @throws LaterSchemaError, and what the engine throws when it cannot.
 */
export async function migrate(db: Kysely<Tables>, engine: Engine): Promise<readonly string[]> {
  const { error, results = [] } = await migratorOf(db, engine).migrateToLatest();
  // Its words for that name one migration, and call the database corrupted.
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) await refuseLater(db, engine);
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/**
 * Names of the migrations that a database lacks. It is only read.
 * @throws LaterSchemaError, and what the engine throws when it cannot be read.
 */
export async function pendingMigrations(db: Kysely<Tables>, engine: Engine): Promise<readonly string[]> {
  const migrations = await migratorOf(db, engine).getMigrations();
  if (migrations.some(({ executedAt }) => executedAt !== undefined)) await refuseLater(db, engine);
  return migrations.flatMap(({ name, executedAt }) => (executedAt === undefined ? [name] : []));
}

/** @throws LaterSchemaError where the database holds migrations that this version lacks */
async function refuseLater(db: Kysely<Tables>, engine: Engine): Promise<void> {
  const known = new Set((await migratorOf(db, engine).getMigrations()).map(({ name }) => name));
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db);
  const later = rows.map(({ name }) => name).filter((name) => !known.has(name));
  if (later.length > 0) throw new LaterSchemaError(later);
}

const migratorOf = (db: Kysely<Tables>, engine: Engine): Migrator =>
  new Migrator({
    db,
    provider: {
      getMigrations: async () => ({
        '001-tables': createTables(engine),
        '002-credentials': createCredentialTables(engine),
        '003-sync': createSyncTables(engine),
        '004-shared-texts': createSharedTexts(engine),
        '005-shipping': addShipping(engine),
      }),
    },
  });
