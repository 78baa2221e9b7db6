// The real server with its index, which is written and read in the test's own thread.
import { createEngine, type EngineSource } from '../../src/orderIndex/engine/source.js';
import { createOrderIndex } from '../../src/orderIndex/index.js';
import { openReading } from '../../src/orderIndex/read/reading.js';
import type { OrderIndex } from '../../src/orderIndex/types.js';
import { startWriter } from '../../src/orderIndex/writer/writer.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { buildServer, type ServerOptions } from '../../src/server/index.js';
import type { Part } from './json.js';
import { type QueryOptions, type QueryResult, sendQuery } from './sendQuery.js';

export interface IndexedServer {
  readonly url: string;
  readonly index: OrderIndex;
  readonly query: (query: string, options?: QueryOptions) => Promise<QueryResult>;
  readonly close: () => Promise<void>;
}

export async function startIndexedServer(
  settings: Part,
  source: EngineSource,
  options: Pick<ServerOptions, 'logger' | 'sandbox' | 'syncAfterMs'> = {},
): Promise<IndexedServer> {
  const parsed = parseSettings(JSON.stringify(settings), {});
  const engine = await createEngine(source);
  let index: OrderIndex | undefined;
  const server = await buildServer({
    settings: parsed,
    ...options,
    index: (log) => {
      index = createOrderIndex({
        ...{ settings: parsed, source, log, now: () => new Date(), startWriter },
        startReading: ({ encryptionKey }) => openReading({ engine, encryptionKey, log }),
      });
      return index;
    },
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    index: index as OrderIndex,
    query: (query, sent) => sendQuery(`${url}/graphql`, query, sent),
    async close() {
      server.server.closeAllConnections();
      await server.close();
    },
  };
}
