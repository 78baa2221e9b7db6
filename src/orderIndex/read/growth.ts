// Notices of growth of the change feed, whichever process writes it: while anybody listens, and not otherwise.
import type { Kysely } from 'kysely';
import type { Engine } from '../engine/engine.js';
import type { Tables } from '../schema/tables.js';
import { lastChange } from './changes.js';
import type { ReadAccess } from './readAccess.js';

/** How often the feed's last number is looked at: where nobody tells of it, and behind notices, which may be lost. */
const POLL_MS = { alone: 150, behindNotices: 2_000 } as const;

/** How long after it was lost a connection for notices is tried again. */
const RECONNECT_MS = 1_000;

type Run = ReadAccess['run'];

/** @returns a function that begins to listen, and returns what ends it. */
export function createGrowthNotices(engine: Engine, run: Run): (listener: () => void) => () => void {
  const listeners = new Set<() => void>();
  let stop: (() => void) | undefined;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  return (listener) => {
    const own = (): void => listener();
    listeners.add(own);
    stop ??= startWatch(engine, run, tell);
    return () => {
      listeners.delete(own);
      if (listeners.size > 0) return;
      stop?.();
      stop = undefined;
    };
  };
}

function startWatch(engine: Engine, run: Run, tell: () => void): () => void {
  const stops = [startPoll(run, engine.listen === undefined ? POLL_MS.alone : POLL_MS.behindNotices, tell)];
  if (engine.listen !== undefined) stops.push(startListening(engine.listen, tell));
  return () => {
    for (const stop of stops) stop();
  };
}

/** The first look tells too: the feed may have grown while its listener came. */
function startPoll(run: Run, everyMs: number, tell: () => void): () => void {
  let isStopped = false;
  let known: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    // The index says for itself that it is away.
    const last = await run((db: Kysely<Tables>) => lastChange(db)).catch(() => known);
    if (isStopped) return;
    timer = setTimeout(look, everyMs).unref();
    if (last === known) return;
    known = last;
    tell();
  }

  void look();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

function startListening(listen: NonNullable<Engine['listen']>, tell: () => void): () => void {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let end: (() => Promise<void>) | undefined;

  function reconnect(): void {
    end = undefined;
    if (!isStopped) timer = setTimeout(connect, RECONNECT_MS).unref();
  }

  async function connect(): Promise<void> {
    try {
      const close = await listen(tell, reconnect);
      if (isStopped) await close();
      else end = close;
    } catch {
      reconnect();
    }
  }

  void connect();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    void end?.();
  };
}
