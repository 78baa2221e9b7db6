// `npm run sandbox`: the sandbox's gateways alone, on SANDBOX_PORT, until interrupted.

import { ConfigError } from '../config/configErrors.js';
import { runSandbox } from './run.js';

await runSandbox(process.env).catch((error: unknown) => {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`The sandbox cannot start:\n${error.message}`);
  process.exit(1);
});
