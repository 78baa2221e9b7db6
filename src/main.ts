// Starts OrderGraph: the settings file's shops, or the sandbox's when there is none.

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
  const { settings, close } = await settingsOrSandbox();
  const server = await buildServer({ settings, logger: { level: LOG_LEVEL }, redisUrl: REDIS_URL || undefined });
  const url = await server.listen({ port, host: HOST });
  console.log(`OrderGraph answers at ${url}/graphql; open it in a browser for the playground.`);
  console.log(`Shops: ${settings.shops.map(({ id }) => id).join(', ')}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void Promise.all([server.close(), close()]).then(() => process.exit(0));
    });
  }
}

async function settingsOrSandbox(): Promise<{ settings: Settings; close: () => Promise<void> }> {
  if (ORDERGRAPH_CONFIG) {
    return { settings: loadSettings({ path: ORDERGRAPH_CONFIG, environment: process.env }), close: async () => {} };
  }
  const sandbox = await startSandbox();
  console.log(`No ORDERGRAPH_CONFIG: serving invented orders from the sandbox gateways at ${sandbox.url}`);
  const settings = parseSettings(JSON.stringify({ shops: demoShops(sandbox.url) }), {});
  return { settings, close: sandbox.close };
}
