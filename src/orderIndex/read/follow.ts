// Follows the change feed: what came behind a cursor, then each change as it is written, whichever process writes it.
import type { Change, ChangesQuery, IndexReader } from '../types.js';

type FeedReader = Pick<IndexReader, 'changes' | 'onGrowth'>;

export interface FollowQuery extends Omit<ChangesQuery, 'first'> {
  /** Ends it, also while it waits. */
  readonly signal: AbortSignal;
}

/** Changes read at once, and so the most that are held for a stream whose reader is slow. */
const PAGE = 100;

/**
 * The changes in the order of commits, each at least once. A page is read when those of the one before were taken.
 * Resolves when its place in the feed is fixed: it brings whatever changes from then on.
 * @throws Fault CURSOR_EXPIRED, here or while it follows, where changes behind the cursor are kept no longer
 */
export async function followFeed(
  reader: FeedReader,
  { signal, ...query }: FollowQuery,
): Promise<AsyncGenerator<Change, void, void>> {
  const firstPage = await reader.changes({ ...query, first: PAGE });
  return pages();

  async function* pages(): AsyncGenerator<Change, void, void> {
    const growth = watchGrowth(reader, signal);
    try {
      let page = firstPage;
      for (;;) {
        for (const change of page.changes) {
          if (signal.aborted) return;
          yield change;
        }
        if (!page.hasNextPage) await growth.next();
        if (signal.aborted) return;
        page = await reader.changes({ ...query, after: page.endCursor, first: PAGE });
      }
    } finally {
      growth.end();
    }
  }
}

/** Waits until the feed may have grown since the last wait, or all waiting is over. */
interface Growth {
  readonly next: () => Promise<void>;
  readonly end: () => void;
}

function watchGrowth({ onGrowth }: FeedReader, signal: AbortSignal): Growth {
  // It may have grown before anybody listened.
  let hasGrown = true;
  let wake = (): void => {};
  const note = (): void => {
    hasGrown = true;
    wake();
  };
  const stopListening = onGrowth(note);
  signal.addEventListener('abort', note);
  return {
    async next() {
      if (!hasGrown && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      hasGrown = false;
    },
    end() {
      stopListening();
      signal.removeEventListener('abort', note);
    },
  };
}
