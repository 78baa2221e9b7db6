// The app that answers, which another takes the place of when the settings change: what was asked before is answered by
// the old one, what comes after by the new one, also over connections that are open.
import type { EnvironmentSettings } from '../config/environment.js';
import { DRAIN_MARGIN_MS } from '../server/acceptedConnections.js';
import { type App, createApp, type ProcessParts } from './app.js';
import type { AnsweringApp, HttpServer } from './httpServer.js';
import type { Source } from './source.js';

export interface CurrentApp extends App {
  readonly source: Source;
  readonly answering: AnsweringApp;
}

export interface AppSlot {
  /** The one that answers now. */
  readonly current: () => CurrentApp;
  /** Has another answer from now on. @throws ConfigError when it cannot: the old one goes on then */
  readonly replace: (source: Source) => Promise<void>;
  /** Closes it, and whatever it has taken the place of. */
  readonly close: () => Promise<void>;
}

export async function createAppSlot(
  server: HttpServer,
  environment: EnvironmentSettings,
  first: Source,
  parts: Omit<ProcessParts, 'connections'>,
): Promise<AppSlot> {
  let current = await start(first);
  const closing = new Set<Promise<void>>();

  async function start(from: Source): Promise<CurrentApp> {
    const app = await createApp(environment, from, { ...parts, connections: server.connections });
    return { ...app, source: from, answering: server.answerBy(app.app) };
  }

  async function retire({ app, source: { settings }, answering }: CurrentApp): Promise<void> {
    // They would last for ever, under settings that are no longer in force.
    app.endStreams();
    await answering.whenIdle(settings.deadlines.requestMs + DRAIN_MARGIN_MS);
    await app.close();
  }

  return {
    current: () => current,
    async replace(from) {
      const before = current;
      current = await start(from);
      const closed = retire(before).finally(() => closing.delete(closed));
      closing.add(closed);
    },
    async close() {
      await Promise.all([current.app.close(), ...closing]);
    },
  };
}
