// Tests the metrics of the order index: what is in it, and how its shops' orders come into it by themselves.
import { expect, test } from '@jest/globals';
import type { StreamStatus, SyncStatus } from '../../../src/orderIndex/sync/types.js';
import type { Coverage } from '../../../src/orderIndex/types.js';
import { createIndexState, type ReadableIndex } from '../../../src/server/metrics/indexState.js';
import { createRegistry } from '../../../src/server/metrics/registry.js';
import { type AppState, createMetricSource } from '../../../src/server/metrics/source.js';

const NOW = Date.UTC(2026, 10, 26);

const stream = (name: string, counts: Pick<StreamStatus, 'calls' | 'foundLate'>): StreamStatus => ({
  ...{ name, watermark: NOW, completeSince: NOW, fault: null, nextAt: NOW, slowUntil: 0, dropped: 0, filled: null },
  ...counts,
});

const MILL: SyncStatus = {
  shop: 'mill',
  due: 3,
  streams: [stream('list', { calls: 40, foundLate: 0 }), stream('sweep', { calls: 2, foundLate: 5 })],
};

const coverage = (shop: string, syncedUntil: Date | null): Coverage => ({
  ...{ shop, syncedUntil, completeSince: null, sources: [], fault: null },
});

const indexOf = (rest: Partial<ReadableIndex>): ReadableIndex => ({
  count: async () => ({ count: 7, precision: 'EXACT' }),
  coverage: async () => [coverage('mill', new Date(NOW)), coverage('depot', null)],
  ...rest,
});

async function textOf(index: ReadableIndex): Promise<readonly string[]> {
  const source = createMetricSource();
  const indexState = createIndexState(index, ['mill', 'depot'], () => new Date(NOW));
  source.app = { shops: new Map(), index: undefined, indexState } as Partial<AppState> as AppState;
  source.app = { ...source.app, compiledOperations: () => 0, eventStreams: () => 0 };
  return (await createRegistry(source).metrics()).split('\n').filter((line) => line.startsWith('ordergraph_index'));
}

test('the index tells of each shop what it holds, until when it is synced, and what that took', async () => {
  const status = async (shops: readonly string[], now: number) => (shops.includes('mill') && now === NOW ? [MILL] : []);
  expect(await textOf(indexOf({ sync: { status } }))).toEqual([
    'ordergraph_index_orders{shop="mill"} 7',
    'ordergraph_index_orders{shop="depot"} 7',
    `ordergraph_index_synced_until_timestamp_seconds{shop="mill"} ${NOW / 1000}`,
    'ordergraph_index_due_orders{shop="mill"} 3',
    'ordergraph_index_found_late_orders{shop="mill"} 5',
    'ordergraph_index_sync_calls_today{shop="mill"} 42',
    'ordergraph_index_feed_listeners 0',
  ]);
});

test('an index that cannot be read has no say in the metrics, and fails none', async () => {
  const count = () => Promise.reject(new Error('The database is away.'));
  expect(await textOf(indexOf({ count }))).toEqual(['ordergraph_index_feed_listeners 0']);
});
