// Two shops behind a stand-in gateway, asked by callers of all kinds.
import { type GatewayCase, shopOf, smallReply } from './gateway.js';
import { VV_TOOL } from './gateways/1688.js';
import { type Answer, type Graphql, type GraphqlOptions, startGraphql } from './graphql.js';
import type { Part } from './json.js';
import { type StandIn, startStandIn } from './standIn.js';

export const GATEWAY: GatewayCase = VV_TOOL;
export const ORDER = '4355875836205969811';

export interface Door {
  readonly graphql: Graphql;
  readonly gateway: StandIn;
  /** Asks with an Authorization header; undefined sends none. */
  readonly askAs: (authorization: string | undefined, query: string, variables?: Part) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export const post = (authorization: string | undefined, query: string, variables: Part = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
  body: JSON.stringify({ query, variables }),
});

export async function openDoor({ settings, ...more }: GraphqlOptions): Promise<Door> {
  const gateway = await startStandIn();
  gateway.behave((request) => ({ body: smallReply(GATEWAY, GATEWAY.callOf(request).orderId) }));
  const shops = ['mill', 'depot'].map((id) => ({ ...shopOf(GATEWAY, gateway.url), id, name: `Shop ${id}` }));
  const graphql = await startGraphql({ settings: { shops, ...settings }, ...more });
  return {
    graphql,
    gateway,
    askAs: (authorization, query, variables) => graphql.send(post(authorization, query, variables)),
    async close() {
      await graphql.close();
      await gateway.close();
    },
  };
}

export const bearer = (key: string): string => `Bearer ${key}`;
