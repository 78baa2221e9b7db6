// Follows the feed while it is looked at: by a stream, or where none can be opened by asking every few seconds.
import { failureOfRequest } from '../api/failure.js';
import { type Watched, watched } from '../api/stored.js';
import type { ChangeFragment } from '../gql/graphql.js';
import { type ChangePage, changesAfter } from './poll.js';
import { stream } from './stream.js';

/** CONNECTING at first; OFF while neither way answers. */
export type FeedState = 'CONNECTING' | 'LIVE' | 'POLLING' | 'OFF';

export const feedState: Watched<FeedState> = watched<FeedState>('CONNECTING');

const POLL_MS = 5000;
const STREAM_AGAIN_MS = 60_000;
const RECONNECT_MS = 1000;
/** What comes together is shown together. */
const GATHER_MS = 250;

/** Where in the feed one is; kept while another page is looked at, so that nothing is missed on coming back. */
let place: string | undefined;

interface Follower {
  readonly onChanges: (changes: readonly ChangeFragment[]) => void;
  /** Changes were missed for good: what is shown has to be asked for again. */
  readonly onGap: () => void;
}

export function follow({ onChanges, onGap }: Follower): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const gathered = gathering(onChanges);
  const expired = (code: string | undefined): void => {
    if (code !== 'CURSOR_EXPIRED') return;
    place = undefined;
    onGap();
  };

  /** Resolves when it ends; whether there was a stream at all. */
  const streamed = async (): Promise<boolean> => {
    const { wasOpen, code } = await whileVisible(signal, (ending) =>
      stream({
        after: place,
        signal: ending,
        onOpen: () => feedState.set('LIVE'),
        onChange(change) {
          place = change.cursor;
          gathered(change);
        },
      }),
    );
    expired(code);
    return wasOpen;
  };

  const polled = async (): Promise<void> => {
    try {
      for (let page: ChangePage | undefined; !page || page.hasMore; ) {
        page = await changesAfter(place);
        if (signal.aborted) return;
        place = page.cursor;
        page.changes.forEach(gathered);
      }
      feedState.set('POLLING');
    } catch (error) {
      feedState.set('OFF');
      expired(failureOfRequest(error).code);
    }
  };

  const run = async (): Promise<void> => {
    let streamAt = 0;
    while (!signal.aborted) {
      await visibility(signal);
      // A stream without a place begins with what comes next, and what is between two streams would be lost.
      if (place === undefined) await polled();
      if (signal.aborted) return;
      if (place !== undefined && Date.now() >= streamAt) {
        const wasOpen = await streamed();
        if (wasOpen || document.hidden) {
          await pause(RECONNECT_MS, signal);
          continue;
        }
        streamAt = Date.now() + STREAM_AGAIN_MS;
      }
      if (signal.aborted) return;
      await polled();
      await pause(POLL_MS, signal);
    }
  };
  void run();
  return () => controller.abort();
}

function gathering(onChanges: Follower['onChanges']): (change: ChangeFragment) => void {
  let waiting: ChangeFragment[] = [];
  return (change) => {
    if (waiting.push(change) > 1) return;
    setTimeout(() => {
      const changes = waiting;
      waiting = [];
      onChanges(changes);
    }, GATHER_MS);
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });

/** A hidden tab holds no stream: browsers open only a few to one server. */
async function whileVisible<Result>(
  signal: AbortSignal,
  work: (ending: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const ending = new AbortController();
  const end = () => ending.abort();
  document.addEventListener('visibilitychange', end, { signal: ending.signal });
  signal.addEventListener('abort', end, { signal: ending.signal });
  try {
    return await work(ending.signal);
  } finally {
    end();
  }
}

const visibility = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
    done();
  });
