// Where metrics are read from: counts that the process has for its whole life, and the state of the app that answers.
import type { OrderIndex } from '../../orderIndex/types.js';
import { createLoaderCounts, type LoaderCounts } from '../../query/loaderCounts.js';
import { createUpstreamCounts, type UpstreamCounts } from '../../upstream/counts.js';
import type { Shops } from '../../upstream/types.js';
import { type AlertMemory, createAlertMemory } from '../alerts/alertRegister.js';
import type { ReadIndexState } from './indexState.js';
import { createOperationCounts, type OperationCounts } from './operationCounts.js';

/** What is there at the moment. */
export interface AppState {
  readonly shops: Shops;
  readonly index: Pick<OrderIndex, 'backlog'> | undefined;
  readonly indexState: ReadIndexState;
  /** What the settings allow the sync of a shop. */
  readonly maxCallsPerDay: number;
  readonly compiledOperations: () => number;
  readonly eventStreams: () => number;
}

export interface MetricSource {
  readonly operations: OperationCounts;
  readonly upstream: UpstreamCounts;
  readonly loader: LoaderCounts;
  readonly alerts: AlertMemory;
  /** Of the app that answers; undefined until there is one. */
  app: AppState | undefined;
}

export const createMetricSource = (): MetricSource => ({
  operations: createOperationCounts(),
  upstream: createUpstreamCounts(),
  loader: createLoaderCounts(),
  alerts: createAlertMemory(),
  app: undefined,
});
