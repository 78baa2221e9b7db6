// What a process counts for its whole life, and how that is read: by itself, or together with others.
import type { Registry } from 'prom-client';
import type { MetricReport, MetricText } from './registry.js';
import { createMetricSource, type MetricSource } from './source.js';

export interface Metrics {
  readonly source: MetricSource;
  /** What Prometheus reads. */
  readonly read: () => Promise<MetricText>;
  /** What this process alone counted. */
  readonly report: () => Promise<MetricReport>;
}

/** @param readAll reads what all processes counted; by default there is this one alone */
export function createMetrics(readAll?: () => Promise<MetricText>): Metrics {
  const source = createMetricSource();
  let registry: Promise<Registry> | undefined;
  /** Loaded with the first question: no start waits for it. */
  const registryOf = async () => {
    const { createRegistry, textOf } = await import('./registry.js');
    registry ??= Promise.resolve(createRegistry(source));
    return { registry: await registry, textOf };
  };
  return {
    source,
    read: readAll ?? (async () => registryOf().then(({ registry: own, textOf }) => textOf(own))),
    report: async () => (await registryOf()).registry.getMetricsAsJSON() as Promise<unknown> as Promise<MetricReport>,
  };
}
