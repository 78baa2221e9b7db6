// The real server with its index, whose writer runs in the test's own thread.

import type { EngineSource } from '../../src/orderIndex/engine/source.js';
import { createOrderIndex } from '../../src/orderIndex/index.js';
import type { OrderIndex } from '../../src/orderIndex/types.js';
import { startWriter } from '../../src/orderIndex/writer/writer.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { buildServer, type ServerOptions } from '../../src/server/index.js';
import type { Part } from './json.js';
import { type QueryOptions, type QueryResult, sendQuery } from './sendQuery.js';

export interface IndexedServer {
  readonly index: OrderIndex;
  readonly query: (query: string, options?: QueryOptions) => Promise<QueryResult>;
  readonly close: () => Promise<void>;
}

export async function startIndexedServer(
  settings: Part,
  source: EngineSource,
  logger: ServerOptions['logger'] = false,
): Promise<IndexedServer> {
  const parsed = parseSettings(JSON.stringify(settings), {});
  let index: OrderIndex | undefined;
  const server = await buildServer({
    settings: parsed,
    logger,
    index: (log) => {
      index = createOrderIndex({ settings: parsed, source, log, now: () => new Date(), startWriter });
      return index;
    },
  });
  const url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  return {
    index: index as OrderIndex,
    query: (query, options) => sendQuery(url, query, options),
    async close() {
      server.server.closeAllConnections();
      await server.close();
    },
  };
}
