// Starts OrderGraph: the settings file's shops, or the sandbox's when there is none.
import { refuseStrangers } from './access/anonymous.js';
import type { Settings } from './config.js';
import { ConfigError, loadSettings, parseSettings } from './config.js';
import { demoShops } from './sandbox/demo.js';
import { startSandbox } from './sandbox/server.js';
import { buildServer } from './server.js';

const { PORT = '4000', HOST = '127.0.0.1', ORDERGRAPH_CONFIG, LOG_LEVEL = 'info', REDIS_URL } = process.env;

try {
  await start();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`OrderGraph cannot start:\n${error.message}`);
  process.exit(1);
}

async function start(): Promise<void> {
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ConfigError(['PORT: must be a number from 0 to 65535']);
  const { settings, sandbox, close } = await settingsOrSandbox();
  const server = await buildServer({
    settings,
    sandbox,
    logger: { level: LOG_LEVEL },
    redisUrl: REDIS_URL || undefined,
  });
  const url = await server.listen({ port, host: HOST });
  console.log(`OrderGraph answers at ${url}/graphql; open it in a browser for the playground.`);
  console.log(`Shops: ${settings.shops.map(({ id }) => id).join(', ')}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void Promise.all([server.close(), close()]).then(() => process.exit(0));
    });
  }
}

interface Start {
  readonly settings: Settings;
  /** Whether the gateways are the sandbox's. */
  readonly sandbox: boolean;
  readonly close: () => Promise<void>;
}

/** @throws ConfigError when HOST lets others in than the settings do. */
async function settingsOrSandbox(): Promise<Start> {
  if (ORDERGRAPH_CONFIG) {
    const settings = loadSettings({ path: ORDERGRAPH_CONFIG, environment: process.env });
    refuseStrangers(HOST, settings.auth);
    return { settings, sandbox: false, close: async () => {} };
  }
  refuseStrangers(HOST, undefined);
  const { url, close } = await startSandbox();
  console.log(`No ORDERGRAPH_CONFIG: serving invented orders from the sandbox gateways at ${url}`);
  return { settings: parseSettings(JSON.stringify({ shops: demoShops(url) }), {}), sandbox: true, close };
}
