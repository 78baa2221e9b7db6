// A metric as its definition has it: read from plain numbers when somebody asks, and in the form that prom-client writes.
import type { Metric, MetricValue, Registry } from 'prom-client';
import type { Histogram } from '../../common/histogram.js';
import type { MaybePromise } from '../../common/maybePromise.js';

export type Labels = Readonly<Record<string, string>>;

export type Sample<Value> = readonly [labels: Labels, value: Value];

interface Definition<Source, Type extends string, Value> {
  /** By the conventions of Prometheus: the unit at the end, and `_total` after what only rises. */
  readonly name: string;
  readonly type: Type;
  readonly help: string;
  readonly labels?: readonly string[];
  readonly read: (source: Source) => MaybePromise<readonly Sample<Value>[]>;
}

export type MetricDefinition<Source> =
  | Definition<Source, 'counter', number>
  | Definition<Source, 'histogram', Histogram>
  /** What worker processes say is added up, unless each says the same of something that they share. */
  | (Definition<Source, 'gauge', number> & { readonly isShared?: boolean });

/** Registers a metric that is read anew each time. */
export function register<Source>(registry: Registry, definition: MetricDefinition<Source>, source: Source): void {
  const { name, help, type } = definition;
  const aggregator = definition.type === 'gauge' && definition.isShared ? 'max' : 'sum';
  const get = async () => ({ name, help, type, aggregator, values: await valuesOf(definition, source) });
  // The registry needs nothing else of a metric; its type knows of prom-client's own classes alone.
  registry.registerMetric({ name, help, type, aggregator, get } as unknown as Metric);
}

async function valuesOf<Source>(
  definition: MetricDefinition<Source>,
  source: Source,
): Promise<readonly MetricValue<string>[]> {
  if (definition.type === 'histogram')
    return (await definition.read(source)).flatMap(([labels, histogram]) =>
      seriesOf(definition.name, labels, histogram),
    );
  return (await definition.read(source)).map(([labels, value]) => ({ labels, value }));
}

/** Each bucket counts what the ones before it do, as Prometheus has it. */
function seriesOf(name: string, labels: Labels, { bounds, counts, sum }: Histogram) {
  let count = 0;
  const buckets = counts.map((own, index) => {
    count += own;
    return { metricName: `${name}_bucket`, labels: { le: String(bounds[index] ?? '+Inf'), ...labels }, value: count };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: count },
  ];
}
