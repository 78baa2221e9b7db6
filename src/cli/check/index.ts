// All that is checked of a server's surroundings, from its settings.
import type { EnvironmentSettings } from '../../config/environment.js';
import type { Settings } from '../../config/index.js';
import { openStoredTokens } from '../../orderIndex/credentials/storedTokens.js';
import { loadSettings } from '../../platforms/settings.js';
import { engineSourceOf } from '../../process/source.js';
import { CliError } from '../command.js';
import type { Finding } from './finding.js';
import { gatewayChecks } from './gateways.js';
import { checkIndex, checkRedis } from './stores.js';

interface Checks {
  readonly settings: Settings;
  /** Runs what calls others, all at once; onDone is told of each that has ended. */
  readonly run: (orders: ReadonlyMap<string, string>, onDone: () => void) => Promise<readonly Finding[]>;
  /** How many there are. */
  readonly count: number;
}

/** @throws ConfigError naming every mistake of the settings; CliError where there are none */
export function openChecks(
  { configPath, redisUrl, databaseUrl }: EnvironmentSettings,
  environment: NodeJS.ProcessEnv,
  missing: string,
): Checks {
  if (configPath === undefined) throw new CliError(missing);
  const settings = loadSettings({ path: configPath, environment });
  const { index } = settings;
  const source =
    index === false || index.store === 'none' ? undefined : engineSourceOf(settings, configPath, databaseUrl);
  const tokenKey = index === false ? undefined : index.encryptionKey;
  const stores = [
    ...(redisUrl === undefined ? [] : [() => checkRedis(redisUrl)]),
    ...(source === undefined ? [] : [() => checkIndex(source)]),
  ];
  return {
    settings,
    count: settings.shops.flatMap(({ gateways }) => gateways).length + stores.length,
    async run(orders, onDone) {
      const stored = source && tokenKey !== undefined ? await openStoredTokens(source, tokenKey) : undefined;
      const checks = [...gatewayChecks({ settings, stored, orders }), ...stores];
      const findings = checks.map(async (check) => {
        const finding = await check();
        onDone();
        return finding;
      });
      return Promise.all(findings).finally(() => stored?.close());
    },
  };
}
