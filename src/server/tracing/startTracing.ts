// Begins to trace, where there is a collector to send traces to: only then are the libraries for it loaded.
import type { Tracing, TracingOptions } from './tracing.js';

export async function startTracing(options: TracingOptions): Promise<Tracing> {
  const { createTracing } = await import('./openTelemetry.js');
  return createTracing(options);
}
