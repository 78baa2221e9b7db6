// `npm run sandbox`: the sandbox's gateways alone, on SANDBOX_PORT, until interrupted.

import { ConfigError } from '../config/configErrors.js';
import { listenError, readSandboxPort } from '../config/environment.js';
import { demoShops } from './demo.js';
import { FAULT_INJECTION_PATH } from './faultInjection.js';
import { type Sandbox, startSandbox } from './server.js';

const sandbox = await start().catch((error: unknown) => {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`The sandbox cannot start:\n${error.message}`);
  return process.exit(1);
});

async function start(): Promise<Sandbox> {
  const port = readSandboxPort(process.env);
  return startSandbox({ port }).catch((error: unknown) => {
    throw error instanceof ConfigError ? error : listenError(error, 'SANDBOX_PORT');
  });
}

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

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close());
}
