// What the order index holds, read now and then: whoever asks for metrics waits for no database that is away.
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../common/clock.js';
import type { SyncStatus, SyncStore } from '../../orderIndex/sync/types.js';
import type { Coverage, OrderIndex } from '../../orderIndex/types.js';

export interface IndexState {
  /** Orders by shop. */
  readonly rows: ReadonlyMap<string, number>;
  readonly coverage: readonly Coverage[];
  /** Of shops whose orders come by themselves. */
  readonly syncs: readonly SyncStatus[];
}

/** What of an index is read for it. */
export interface ReadableIndex extends Pick<OrderIndex, 'count' | 'coverage'> {
  readonly sync?: Pick<SyncStore, 'status'> | undefined;
}

/** How old a state may be that is told again. */
const FRESH_MS = 10_000;

/** How long is waited for a newer one. */
const WAIT_MS = 1_000;

/** The last state that is known; undefined until there is one. */
export type ReadIndexState = () => Promise<IndexState | undefined>;

export function createIndexState(index: ReadableIndex, shops: readonly string[], now: Clock): ReadIndexState {
  let known: IndexState | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    try {
      const counts = await Promise.all(shops.map((shop) => countOf(index, shop)));
      const syncs = (await index.sync?.status(shops, now().getTime())) ?? [];
      known = { rows: new Map(counts), coverage: await index.coverage({ shops }), syncs };
      readAt = performance.now();
    } catch {
      // The index says for itself that it fails.
    } finally {
      reading = undefined;
    }
  }

  return async () => {
    if (performance.now() - readAt > FRESH_MS) {
      reading ??= read();
      await Promise.race([reading, pause(WAIT_MS, undefined, { ref: false })]);
    }
    return known;
  };
}

/** From the roll-ups, which tell how many orders a shop has however many they are. */
async function countOf(index: Pick<OrderIndex, 'count'>, shop: string): Promise<readonly [string, number]> {
  const { count } = await index.count({ shops: [shop], filter: {}, limit: Number.MAX_SAFE_INTEGER });
  return [shop, count];
}
