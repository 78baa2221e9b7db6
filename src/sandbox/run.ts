// The sandbox's gateways alone, until interrupted.

import { ConfigError } from '../config/configErrors.js';
import { listenError, readSandboxPort } from '../config/environment.js';
import { demoShops } from './demo.js';
import { FAULT_INJECTION_PATH } from './faultInjection.js';
import { createLiveLedger } from './ledger/live.js';
import { type Sandbox, startSandbox } from './server.js';

/** @throws ConfigError when the environment is wrong, or it cannot listen. */
export async function runSandbox(environment: NodeJS.ProcessEnv): Promise<void> {
  const sandbox = await start(environment);
  const lines = demoShops(sandbox.url).flatMap(({ id, name, gateways }) =>
    gateways.flatMap(({ type, url, ...account }) => [
      `${type} – shop ${id}, ${name}`,
      `  POST ${url}`,
      ...Object.entries(account).map(([setting, value]) => `  ${setting}: ${value}`),
    ]),
  );
  process.stdout.write(
    `Sandbox at ${sandbox.url}\n${lines.join('\n')}\nMisbehaves on request: POST ${sandbox.url}${FAULT_INJECTION_PATH}\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}

async function start(environment: NodeJS.ProcessEnv): Promise<Sandbox> {
  const port = readSandboxPort(environment);
  const { SANDBOX_REPLAY: replay } = environment;
  // What was recorded stands alone.
  const ledger = replay ? undefined : createLiveLedger().ledger;
  return startSandbox({ port, replay, ledger }).catch((error: unknown) => {
    throw error instanceof ConfigError ? error : listenError(error, 'SANDBOX_PORT');
  });
}
