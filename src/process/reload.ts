// Takes over the settings file when it changes, or on SIGHUP: wholly, or not at all.
import { unwatchFile, watchFile } from 'node:fs';
import { ConfigError } from '../config/index.js';

interface ReloadLog {
  readonly info: (details: object, message: string) => void;
  readonly error: (details: object, message: string) => void;
}

interface ReloadOptions {
  /** Reads the file and takes it over. @throws ConfigError where it is wrong */
  readonly takeOver: () => Promise<void>;
  readonly log: () => ReloadLog;
}

/**
 * Has the settings taken over, one time after the other; what is wrong is told, and changes nothing. Resolves to whether they
 * were.
 */
export function createReload({ takeOver, log }: ReloadOptions): () => Promise<boolean> {
  let last: Promise<unknown> = Promise.resolve();

  async function reload(): Promise<boolean> {
    try {
      await takeOver();
      log().info({}, 'The settings were read again and are in force');
      return true;
    } catch (error) {
      // A defect of ours keeps the old settings too: whoever changed the file is to hear of it.
      const mistakes = error instanceof ConfigError ? error.mistakes : [(error as Error).name];
      log().error({ mistakes }, 'The settings are NOT taken over, as they are wrong; the old ones stay');
      return false;
    }
  }

  return () => {
    const reloaded = last.then(reload);
    last = reloaded;
    return reloaded;
  };
}

/** fs.watch loses a file that is replaced, as deployments do; asking for its time once a second does not. */
const POLL_MS = 1_000;

/** Calls back when the file changes, and on SIGHUP; what it returns ends that. A signal is heard and ignored from then on. */
export function onSettingsChange(configPath: string, callback: () => unknown): () => void {
  let isOver = false;
  const change = (): void => {
    if (!isOver) void callback();
  };
  watchFile(configPath, { interval: POLL_MS, persistent: false }, change);
  process.on('SIGHUP', change);
  return () => {
    isOver = true;
    unwatchFile(configPath, change);
  };
}
