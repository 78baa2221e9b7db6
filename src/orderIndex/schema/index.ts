// The migrations in their order, and how a database is brought up to date.
import { type Kysely, Migrator } from 'kysely';
import type { Engine } from '../engine/engine.js';
import { createTables } from './001-tables.js';
import { createCredentialTables } from './002-credentials.js';
import type { Tables } from './tables.js';

/**
 * Brings the tables up to date; several processes may do so at once.
 * @throws what the engine throws when it cannot.
 */
export async function migrate(db: Kysely<Tables>, engine: Engine): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({
        '001-tables': createTables(engine),
        '002-credentials': createCredentialTables(engine),
      }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
