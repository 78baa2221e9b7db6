// The metrics of the order index and of its change feed.
import { spentOf } from '../../orderIndex/sync/dayBudget.js';
import type { SyncStatus } from '../../orderIndex/sync/types.js';
import type { MetricDefinition, Sample } from './metric.js';
import type { MetricSource } from './source.js';

/** One value of each shop whose orders come by themselves. */
const ofSyncs =
  (read: (sync: SyncStatus) => number) =>
  async ({ app }: MetricSource): Promise<readonly Sample<number>[]> =>
    ((await app?.indexState())?.syncs ?? []).map((sync) => [{ shop: sync.shop }, read(sync)]);

export const indexMetrics: readonly MetricDefinition<MetricSource>[] = [
  {
    name: 'ordergraph_index_orders',
    type: 'gauge',
    isShared: true,
    help: 'Orders in the index.',
    labels: ['shop'],
    read: async ({ app }) => [...((await app?.indexState())?.rows ?? [])].map(([shop, count]) => [{ shop }, count]),
  },
  {
    name: 'ordergraph_index_synced_until_timestamp_seconds',
    type: 'gauge',
    isShared: true,
    help: 'Until when the index knows of every change of a shop that is synchronized.',
    labels: ['shop'],
    read: async ({ app }) =>
      ((await app?.indexState())?.coverage ?? []).flatMap(({ shop, syncedUntil }) =>
        syncedUntil ? [[{ shop }, syncedUntil.getTime() / 1000] as const] : [],
      ),
  },
  {
    name: 'ordergraph_index_due_orders',
    type: 'gauge',
    isShared: true,
    help: 'Orders of a shop that are to be fetched one by one.',
    labels: ['shop'],
    read: ofSyncs(({ due }) => due),
  },
  {
    name: 'ordergraph_index_found_late_orders',
    type: 'gauge',
    isShared: true,
    help: 'Orders of a shop that only a sweep found, since the index was made: the overlap of its lists is too short.',
    labels: ['shop'],
    read: ofSyncs(({ streams }) => streams.reduce((sum, { foundLate }) => sum + foundLate, 0)),
  },
  {
    name: 'ordergraph_index_sync_calls_today',
    type: 'gauge',
    isShared: true,
    help: 'Calls that the sync of a shop made today, in Beijing.',
    labels: ['shop'],
    read: ofSyncs(({ streams }) => streams.reduce((sum, { calls }) => sum + calls, 0)),
  },
  {
    name: 'ordergraph_index_sync_budget_spent_ratio',
    type: 'gauge',
    isShared: true,
    help: 'The part that is spent of the calls that the sync of a shop may take today, in Beijing.',
    labels: ['shop'],
    read: async ({ app }) =>
      ((await app?.indexState())?.syncs ?? []).flatMap(({ shop, streams }) => {
        const spent = spentOf(streams, app?.maxCallsPerDay ?? 0);
        return spent ? [[{ shop }, spent.share] as const] : [];
      }),
  },
  {
    name: 'ordergraph_index_queue_length',
    type: 'gauge',
    help: 'Replies that wait to be recorded.',
    read: ({ app }) => (app?.index?.backlog ? [[{}, app.index.backlog().length]] : []),
  },
  {
    name: 'ordergraph_index_lag_seconds',
    type: 'gauge',
    isShared: true,
    help: 'How old the oldest reply is that waits to be recorded.',
    read: ({ app }) => (app?.index?.backlog ? [[{}, app.index.backlog().lagMs / 1000]] : []),
  },
  {
    name: 'ordergraph_index_dropped_replies_total',
    type: 'counter',
    help: 'Replies that were dropped unrecorded, as too many waited.',
    read: ({ app }) => (app?.index?.backlog ? [[{}, app.index.backlog().dropped]] : []),
  },
  {
    name: 'ordergraph_index_feed_listeners',
    type: 'gauge',
    help: 'Event streams that are open, which follow the change feed.',
    read: ({ app }) => (app ? [[{}, app.eventStreams()]] : []),
  },
];
