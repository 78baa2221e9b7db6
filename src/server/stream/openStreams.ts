// The event streams that are open: how many a caller has, and the end of all of them.
import type { ServerResponse } from 'node:http';
import type { Caller } from '../../auth/caller.js';
import type { Clock } from '../../common/clock.js';
import { Fault } from '../../common/fault.js';
import { comment, type EventStream, nextEvent } from './eventStream.js';

export interface OpenStream {
  /** Aborted when it has ended, whoever ended it. */
  readonly signal: AbortSignal;
  /** Hands over what is sent, so that it can be ended in good order. */
  readonly attach: (stream: EventStream) => void;
}

export interface OpenStreams {
  /**
   * Counts a stream until its response is closed, and ends it when its caller's credentials do.
   * @throws Fault RATE_LIMITED where the caller has as many as allowed
   */
  readonly open: (caller: Caller, response: ServerResponse) => OpenStream;
  readonly count: () => number;
  /** Ends all streams, and those that still come as soon as they do. */
  readonly endAll: () => void;
}

interface OpenStreamsOptions {
  /** Of one caller, at once. */
  readonly limit: number;
  readonly now: Clock;
}

/** How long what was written may take to be read once a stream ends; beyond it the connection is closed. */
const LAST_READ_MS = 1_000;

/** Of a timer. */
const LONGEST_MS = 2 ** 31 - 1;

const DRAINING = comment('the server ends; come back with the last cursor');

const expired = (): Promise<string> => {
  const { message, extensions } = new Fault('UNAUTHENTICATED', 'The token has expired.');
  return nextEvent({ answer: { errors: [{ message, extensions }], data: undefined, extensions: undefined } });
};

export function createOpenStreams({ limit, now }: OpenStreamsOptions): OpenStreams {
  const counts = new Map<string, number>();
  const endings = new Set<(events: string) => void>();
  let isEnding = false;

  function count(caller: string, change: number): void {
    const changed = (counts.get(caller) ?? 0) + change;
    if (changed === 0) counts.delete(caller);
    else counts.set(caller, changed);
  }

  return {
    open({ name, expiresAt }, response) {
      if ((counts.get(name) ?? 0) >= limit)
        throw new Fault('RATE_LIMITED', `${limit} event streams of this caller are open; no more are allowed at once.`);
      const ended = new AbortController();
      let attached: EventStream | undefined;
      let last = isEnding ? DRAINING : undefined;
      let lastRead: NodeJS.Timeout | undefined;
      const end = (events: string): void => {
        last ??= events;
        if (attached === undefined) return;
        attached.end(last);
        ended.abort();
        lastRead ??= setTimeout(() => response.destroy(), LAST_READ_MS).unref();
      };
      const stopWaiting = expiresAt && atInstant(expiresAt, now, async () => end(await expired()));
      count(name, 1);
      endings.add(end);
      const close = (): void => {
        count(name, -1);
        endings.delete(end);
        stopWaiting?.();
        clearTimeout(lastRead);
        ended.abort();
      };
      if (response.destroyed) close();
      else response.once('close', close);
      return {
        signal: ended.signal,
        attach(stream) {
          attached = stream;
          if (last !== undefined) end(last);
        },
      };
    },
    count: () => endings.size,
    endAll() {
      isEnding = true;
      for (const end of endings) end(DRAINING);
    },
  };
}

/** Calls back at an instant, however far away; what it returns forgets it. */
function atInstant(instant: Date, now: Clock, callback: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const ms = instant.getTime() - now().getTime();
    timer = setTimeout(ms > LONGEST_MS ? wait : callback, Math.min(Math.max(ms, 0), LONGEST_MS)).unref();
  };
  wait();
  return () => clearTimeout(timer);
}
