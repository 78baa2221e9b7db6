// Traces by OpenTelemetry, exported as OTLP over HTTP: a span for each operation, each call to a gateway and each query of
// the order index. They hold names, codes and durations, and nothing of orders, callers or variables.
import {
  type Context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { Fault } from '../../common/fault.js';
import { VERSION } from '../../common/version.js';
import type { IndexReader } from '../../orderIndex/types.js';
import type { CallObserver } from '../../upstream/layers/observeCalls.js';
import type { TracedOperation, Tracing, TracingOptions } from './tracing.js';

const SERVICE_NAME = 'ordergraph';

/** How long what was traced last may take to be exported. */
const EXPORT_MS = 2_000;

/** What of the reader are queries that somebody waits for. */
const QUERIES = ['list', 'count', 'statistics', 'changes', 'coverage'] as const;

/** Names come from callers. */
const LONGEST_NAME = 100;

const propagator = new W3CTraceContextPropagator();

export function createTracing({ endpoint, serviceName = SERVICE_NAME }: TracingOptions): Tracing {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': VERSION }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url, timeoutMillis: EXPORT_MS }))],
  });
  const tracer = provider.getTracer('ordergraph', VERSION);
  return {
    startOperation: (headers) =>
      startOperation(tracer, propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter)),
    observer: createCallObserver(tracer),
    close: () => provider.shutdown().catch(() => {}),
  };
}

function startOperation(tracer: Tracer, remote: Context): TracedOperation {
  const span = tracer.startSpan('GraphQL operation', { kind: SpanKind.SERVER }, remote);
  const parent = trace.setSpan(ROOT_CONTEXT, span);
  return {
    parent,
    tracedReader: (reader) => tracedReader(tracer, parent, reader),
    end({ operation, outcome, codes, orders }) {
      const { operation: type, name } = operation?.operation ?? {};
      const named = name?.value.slice(0, LONGEST_NAME);
      // As the conventions for GraphQL servers have it.
      if (type !== undefined) {
        span.updateName(named === undefined ? type : `${type} ${named}`);
        span.setAttribute('graphql.operation.type', type);
      }
      if (named !== undefined) span.setAttribute('graphql.operation.name', named);
      span.setAttributes({ 'ordergraph.outcome': outcome, 'ordergraph.orders': orders });
      if (codes.length > 0) span.setAttribute('ordergraph.errors', [...codes]);
      if (outcome === 'failure') span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** A call of a request that nobody traces, such as one of an import, begins a trace of its own. */
const createCallObserver =
  (tracer: Tracer): CallObserver =>
  ({ request, scope, shopGateway }) => {
    const { counts, compiled, settings } = shopGateway;
    const attributes = {
      'ordergraph.shop': counts.shop,
      'ordergraph.gateway': counts.gateway,
      'ordergraph.attempt': request.trace.attempts + 1,
      'ordergraph.subtrees': [...compiled.requestedSubtrees(request.needed)],
      'server.address': new URL(settings.url).hostname,
    };
    const parent = (scope.parent as Context | undefined) ?? ROOT_CONTEXT;
    const span = tracer.startSpan(`call ${counts.gateway}`, { kind: SpanKind.CLIENT, attributes }, parent);
    const headers: Record<string, string> = {};
    if (settings.traceContext) propagator.inject(trace.setSpan(parent, span), headers, defaultTextMapSetter);
    return {
      headers,
      end({ code }) {
        if (code !== undefined) {
          span.setAttribute('ordergraph.fault', code);
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end();
      },
    };
  };

function tracedReader(tracer: Tracer, parent: Context, reader: IndexReader): IndexReader {
  const traced = QUERIES.map((name) => {
    const query = reader[name] as (...given: readonly unknown[]) => Promise<unknown>;
    return [
      name,
      async (...given: readonly unknown[]) => {
        const span = tracer.startSpan(`index ${name}`, { attributes: { 'db.operation.name': name } }, parent);
        try {
          return await query(...given);
        } catch (error) {
          span.setAttribute('ordergraph.fault', error instanceof Fault ? error.code : 'DEFECT');
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      },
    ] as const;
  });
  return { ...reader, ...(Object.fromEntries(traced) as Pick<IndexReader, (typeof QUERIES)[number]>) };
}
