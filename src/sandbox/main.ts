// `npm run sandbox`: the sandbox's gateways alone, on SANDBOX_PORT, until interrupted.

import { ConfigError } from '../config/configErrors.js';
import { demoShops } from './demo.js';
import { FAULT_INJECTION_PATH } from './faultInjection.js';
import { startSandbox } from './server.js';

const sandbox = await startSandbox({ port: Number(process.env.SANDBOX_PORT ?? 4100) }).catch((error: unknown) => {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`The sandbox cannot start:\n${error.message}`);
  return process.exit(1);
});

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
