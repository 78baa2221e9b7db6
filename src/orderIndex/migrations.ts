// Brings the index's database up to date by itself, without a server.
import { Kysely } from 'kysely';
import type { Role } from './engine/engine.js';
import { createEngine, type EngineSource } from './engine/source.js';
import { migrate, pendingMigrations } from './schema/index.js';
import type { Tables } from './schema/tables.js';

export { LaterSchemaError } from './schema/index.js';

/**
 * Brings a database up to date, and creates the file where there is none. Resolves to the names of what was missing.
 * @throws LaterSchemaError, and what the engine throws when it cannot be opened or changed.
 */
export const migrateDatabase = (source: EngineSource): Promise<readonly string[]> => run(source, 'writer', migrate);

/**
 * Names of the migrations that a database lacks. It is only read.
 * @throws LaterSchemaError, and what the engine throws when it cannot be opened; also where there is no file yet.
 */
export const pendingIn = (source: EngineSource): Promise<readonly string[]> => run(source, 'reader', pendingMigrations);

async function run<Result>(
  source: EngineSource,
  role: Role,
  work: (db: Kysely<Tables>, engine: Awaited<ReturnType<typeof createEngine>>) => Promise<Result>,
): Promise<Result> {
  const engine = await createEngine(source);
  const db = new Kysely<Tables>({ dialect: engine.createDialect(role) });
  try {
    return await work(db, engine);
  } finally {
    await db.destroy();
    await engine.close();
  }
}
