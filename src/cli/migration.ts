// Finds the database of the order index that settings name, for the command that brings it up to date.
import type { EnvironmentSettings } from '../config/environment.js';
import type { EngineSource } from '../orderIndex/engine/source.js';
import { loadSettings } from '../platforms/settings.js';
import { engineSourceOf } from '../process/source.js';

export { LaterSchemaError, migrateDatabase, pendingIn } from '../orderIndex/migrations.js';

/**
 * Undefined where there is no index that outlives the process.
 * @throws ConfigError naming every mistake of the settings
 */
export function sourceIn(
  { configPath, databaseUrl }: EnvironmentSettings,
  environment: NodeJS.ProcessEnv,
): EngineSource | undefined {
  if (configPath === undefined) return databaseUrl === undefined ? undefined : { name: 'PostgreSQL', url: databaseUrl };
  const settings = loadSettings({ path: configPath, environment });
  const isOff = settings.index === false || settings.index.store === 'none';
  return isOff ? undefined : engineSourceOf(settings, configPath, databaseUrl);
}
