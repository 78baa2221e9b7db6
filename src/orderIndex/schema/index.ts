// The migrations in their order, and how a database is brought up to date.
import { type Kysely, Migrator } from 'kysely';
import type { Engine } from '../engine/engine.js';
import { createTables } from './001-tables.js';
import { createCredentialTables } from './002-credentials.js';
import { createSyncTables } from './003-sync.js';
import { createSharedTexts } from './004-shared-texts.js';
import { addShipping } from './005-shipping.js';
import type { Tables } from './tables.js';

/**
 * Brings the tables up to date; several processes may do so at once. Resolves to the names of what was missing.
 * @throws what the engine throws when it cannot.
 */
export async function migrate(db: Kysely<Tables>, engine: Engine): Promise<readonly string[]> {
  const { error, results = [] } = await migratorOf(db, engine).migrateToLatest();
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/** Names of the migrations that a database lacks. It is only read. */
export async function pendingMigrations(db: Kysely<Tables>, engine: Engine): Promise<readonly string[]> {
  const migrations = await migratorOf(db, engine).getMigrations();
  return migrations.flatMap(({ name, executedAt }) => (executedAt === undefined ? [name] : []));
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
