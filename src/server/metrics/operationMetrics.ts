// The metrics of operations, and of how their orders were loaded.
import type { MetricDefinition } from './metric.js';
import { OUTCOMES } from './operationCounts.js';
import type { MetricSource } from './source.js';

export const operationMetrics: readonly MetricDefinition<MetricSource>[] = [
  {
    name: 'ordergraph_operation_duration_seconds',
    type: 'histogram',
    help: 'How long operations took, from their request to their answer.',
    labels: ['operation', 'outcome'],
    read: ({ operations }) =>
      [...operations.durations].flatMap(([operation, byOutcome]) =>
        OUTCOMES.flatMap((outcome) => {
          const durations = byOutcome[outcome];
          return durations ? [[{ operation, outcome }, durations] as const] : [];
        }),
      ),
  },
  {
    name: 'ordergraph_errors_total',
    type: 'counter',
    help: 'Errors in answers.',
    labels: ['code'],
    read: ({ operations }) => [...operations.errors].map(([code, count]) => [{ code }, count]),
  },
  {
    name: 'ordergraph_operation_runs_total',
    type: 'counter',
    help: 'Operations that ran, compiled or interpreted.',
    labels: ['executor'],
    read: ({ operations: { compiledRuns, interpretedRuns } }) => [
      [{ executor: 'compiled' }, compiledRuns],
      [{ executor: 'interpreted' }, interpretedRuns],
    ],
  },
  {
    name: 'ordergraph_compiled_operations',
    type: 'gauge',
    help: 'Operations that are held compiled.',
    read: ({ app }) => (app ? [[{}, app.compiledOperations()]] : []),
  },
  {
    name: 'ordergraph_loader_batches_total',
    type: 'counter',
    help: 'Turns in which loads of orders were gathered.',
    read: ({ loader }) => [[{}, loader.batches]],
  },
  {
    name: 'ordergraph_loader_loads_total',
    type: 'counter',
    help: 'Loads of orders: gathered into batches, or direct out of memory.',
    labels: ['way'],
    read: ({ loader: { batchedLoads, directLoads } }) => [
      [{ way: 'batched' }, batchedLoads],
      [{ way: 'direct' }, directLoads],
    ],
  },
];
