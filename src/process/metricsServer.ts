// Metrics at an address of their own, for whoever can reach it: by default this machine alone.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { listenError } from '../config/environment.js';
import type { MetricsSettings } from '../config/operationSettings.js';
import { METRICS_PATH } from '../server/metrics/metricsRoute.js';
import type { MetricText } from '../server/metrics/registry.js';

/**
 * Listens where the settings name a port; resolves to what ends that.
 * @throws ConfigError when it cannot listen there
 */
export async function startMetricsServer(
  { port, host }: MetricsSettings,
  read: () => Promise<MetricText>,
): Promise<() => void> {
  if (port === undefined) return () => {};
  const server = createServer(async ({ method, url = '' }, response) => {
    if (method !== 'GET' || url.split('?')[0] !== METRICS_PATH) {
      response.writeHead(404).end();
      return;
    }
    try {
      const { contentType, text } = await read();
      response.writeHead(200, { 'content-type': contentType }).end(text);
    } catch {
      response.writeHead(503).end();
    }
  });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw listenError(error, 'metrics.port');
  }
  // It keeps no process alive.
  server.unref();
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
