// The real server with two shops and an order index that a test fills: what is not in it comes from a stub gateway.

import { VIEWS } from '../../src/orderIndex/codes.js';
import type { OrderRow } from '../../src/orderIndex/schema/tables.js';
import type { OrderIndex } from '../../src/orderIndex/types.js';
import { shopOf, smallReply } from './gateway.js';
import { type Answer, type Graphql, type GraphqlOptions, startGraphql } from './graphql.js';
import { openSqliteIndex, type TestIndex } from './indexEngines.js';
import type { Part } from './json.js';
import { type StubGateway, startStubGateway } from './stubGateway.js';
import { bearer, GATEWAY, post } from './twoShops.js';

export interface IndexedShops {
  readonly index: TestIndex;
  readonly graphql: Graphql;
  readonly gateway: StubGateway;
  /** The orders that the gateway was asked for since this was last called. */
  readonly called: () => readonly string[];
  /** Sends a query as a caller; as the office, which may do all, unless another is named. */
  readonly ask: (query: string, variables?: Part, caller?: string) => Promise<Answer>;
  /** The lines of the audit log since this was last called. */
  readonly audited: () => readonly Part[];
  readonly close: () => Promise<void>;
}

const SCOPES = ['orders:read', 'orders:import', 'pii:read', 'pii:search', 'orders:raw'];

/** As the settings have it: base64 of 32 bytes. */
export const INDEX_KEY = Buffer.alloc(32, 7).toString('base64');

/** The office may do all; the screen reads one shop, and no people; the clerk may import and nothing else. */
export const KEYS = [
  { key: 'office-key', name: 'office', shops: ['*'], scopes: SCOPES },
  { key: 'screen-key', name: 'screen', shops: ['mill'], scopes: ['orders:read'] },
  { key: 'clerk-key', name: 'clerk', shops: ['mill'], scopes: ['orders:import'] },
  { key: 'other-key', name: 'other', shops: ['mill'], scopes: ['orders:import'] },
] as const;

/** An order of 1688 as a row of the shop mill, except for what is said otherwise. */
export const millRow = (orderId: string, changes: Partial<OrderRow> = {}): Partial<OrderRow> => ({
  shop: 'mill',
  order_id: orderId,
  platform: 'ALIBABA_1688',
  gateway: 'VV_TOOL',
  view: VIEWS.indexOf('SELLER'),
  ...changes,
});

export async function startIndexedShops({
  settings = {},
  hasIndex = true,
  ...more
}: Partial<GraphqlOptions> & { readonly hasIndex?: boolean } = {}): Promise<IndexedShops> {
  const index = await openSqliteIndex();
  const gateway = await startStubGateway();
  gateway.respondWith((request) => ({ body: smallReply(GATEWAY, GATEWAY.callOf(request).orderId) }));
  const shops = ['mill', 'depot'].map((id) => ({ ...shopOf(GATEWAY, gateway.url), id, name: `Shop ${id}` }));
  let lines: Part[] = [];
  const graphql = await startGraphql({
    settings: { shops, auth: { apiKeys: KEYS }, index: { encryptionKey: INDEX_KEY }, ...settings },
    logger: { level: 'error', stream: { write: (line) => void lines.push(JSON.parse(line) as Part) } },
    ...(hasIndex && { index: () => served(index) }),
    ...more,
  });
  return {
    index,
    graphql,
    gateway,
    called: () => gateway.take().map((request) => GATEWAY.callOf(request).orderId),
    ask: (query, variables, caller = 'office') => graphql.send(post(bearer(`${caller}-key`), query, variables)),
    audited() {
      const taken = lines.filter(({ audit }) => audit !== undefined);
      lines = [];
      return taken;
    },
    async close() {
      await graphql.close();
      await gateway.close();
      await index.close();
    },
  };
}

/** An index that a test alone writes to. */
export const served = ({ reader }: TestIndex): OrderIndex => ({
  ...reader,
  record: () => {},
  bury: () => {},
  flush: async () => {},
  close: async () => {},
});
