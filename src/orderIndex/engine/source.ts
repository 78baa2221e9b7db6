// Which database holds the index, in words that can be handed to another thread, and its engine.
import type { Engine } from './engine.js';

export type EngineSource =
  | {
      readonly name: 'SQLite';
      /** The file. */
      readonly path: string;
      /** Whether it may be lost with the machine: the sandbox's, which is made anew at every start. */
      readonly isTemporary?: boolean;
    }
  | { readonly name: 'PostgreSQL'; readonly url: string };

/** Loads the engine's driver, which nobody needs who has the other. */
export async function createEngine(source: EngineSource): Promise<Engine> {
  if (source.name === 'PostgreSQL') {
    const { createPostgresEngine } = await import('./postgres.js');
    return createPostgresEngine(source.url);
  }
  const { createSqliteEngine } = await import('./sqlite.js');
  return createSqliteEngine(source);
}
