// Starts OrderGraph, or says in a line for each mistake why it cannot.
import { ConfigError } from './config/configErrors.js';
import { readEnvironment } from './config/environment.js';

try {
  const environment = readEnvironment(process.env);
  // It takes a moment to load; mistakes in the environment are told before.
  const { start } = await import('./process/program.js');
  await start(environment);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`OrderGraph cannot start:\n${error.message}`);
  process.exit(1);
}
