// All metrics in one registry: OrderGraph's own, read when somebody asks, and those of the process that prom-client has.
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from 'prom-client';
import { indexMetrics } from './indexMetrics.js';
import { register } from './metric.js';
import { operationMetrics } from './operationMetrics.js';
import type { MetricSource } from './source.js';
import { upstreamMetrics } from './upstreamMetrics.js';

export const METRICS = [...operationMetrics, ...upstreamMetrics, ...indexMetrics];

/** How often it is looked how late the event loop is; each look takes some of its time. */
const EVENT_LOOP_PRECISION_MS = 20;

/** What a registry says, in a form that processes can hand each other. */
export type MetricReport = readonly MetricObjectWithValues<MetricValue<string>>[];

/** Sums of what is told by type, whose names Prometheus takes for those of counters. */
const MISNAMED = ['handles', 'requests', 'resources'].map((kind) => `nodejs_active_${kind}_total`);

export function createRegistry(source: MetricSource): Registry {
  const registry = new Registry();
  for (const definition of METRICS) register(registry, definition, source);
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: EVENT_LOOP_PRECISION_MS });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  return registry;
}

/** As Prometheus reads it. */
export interface MetricText {
  readonly contentType: string;
  readonly text: string;
}

export const textOf = async (registry: Registry): Promise<MetricText> => ({
  contentType: registry.contentType,
  text: await registry.metrics(),
});

/** What several processes report together. */
export const textOfAll = (reports: readonly MetricReport[]): Promise<MetricText> =>
  textOf(AggregatorRegistry.aggregate([...reports]));

/** What several processes counted, as one report. */
export const sumOf = (reports: readonly MetricReport[]): Promise<MetricReport> =>
  AggregatorRegistry.aggregate([...reports]).getMetricsAsJSON() as Promise<unknown> as Promise<MetricReport>;
