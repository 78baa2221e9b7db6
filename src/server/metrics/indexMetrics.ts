// The metrics of the order index and of its change feed.
import type { MetricDefinition } from './metric.js';
import type { MetricSource } from './source.js';

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
