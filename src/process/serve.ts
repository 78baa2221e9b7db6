// Starts the server, or says in a line for each mistake why it cannot.
import { ConfigError } from '../config/configErrors.js';
import { readEnvironment } from '../config/environment.js';

/** Resolves once it answers; ends the process with status 1 where the environment or the settings are wrong. */
export async function serve(variables: NodeJS.ProcessEnv): Promise<void> {
  try {
    const environment = readEnvironment(variables);
    // It takes a moment to load; mistakes in the environment are told before.
    const { start } = await import('./program.js');
    await start(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`OrderGraph cannot start:\n${error.message}`);
    process.exit(1);
  }
}
