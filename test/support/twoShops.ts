// The real server with two shops at a stub gateway, for tests of callers.
import { type GatewayCase, shopOf, smallReply } from './gateway.js';
import { VV_TOOL } from './gateways/vvTool.js';
import { type Answer, type Graphql, type GraphqlOptions, startGraphql } from './graphql.js';
import type { Part } from './json.js';
import { type StubGateway, startStubGateway } from './stubGateway.js';

export const GATEWAY: GatewayCase = VV_TOOL;
export const ORDER = '4355875836205969811';

export interface TwoShops {
  readonly graphql: Graphql;
  readonly gateway: StubGateway;
  /** Sends a query with an Authorization header; undefined sends none. */
  readonly queryAs: (authorization: string | undefined, query: string, variables?: Part) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export const post = (authorization: string | undefined, query: string, variables: Part = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
  body: JSON.stringify({ query, variables }),
});

export async function startTwoShops({ settings, ...more }: GraphqlOptions): Promise<TwoShops> {
  const gateway = await startStubGateway();
  gateway.respondWith((request) => ({ body: smallReply(GATEWAY, GATEWAY.callOf(request).orderId) }));
  const shops = ['mill', 'depot'].map((id) => ({ ...shopOf(GATEWAY, gateway.url), id, name: `Shop ${id}` }));
  const graphql = await startGraphql({ settings: { shops, ...settings }, ...more }).catch(async (error: unknown) => {
    await gateway.close();
    throw error;
  });
  return {
    graphql,
    gateway,
    queryAs: (authorization, query, variables) => graphql.send(post(authorization, query, variables)),
    async close() {
      await graphql.close();
      await gateway.close();
    },
  };
}

export const bearer = (key: string): string => `Bearer ${key}`;
