// Sends a query to a server over real HTTP, and reads the plan, the warnings and the duration beside the data.
import { parseJson } from '../../src/common/json.js';
import type { GraphqlError } from './graphql.js';
import type { Json, Part } from './json.js';

/** One order of the upstream plan. */
export interface PlanOrder {
  readonly shop: string;
  readonly orderId: string;
  readonly gateway: string | null;
  readonly subtrees: readonly string[];
  readonly cache: string;
  readonly joined: boolean;
  readonly attempts: number;
  readonly waitedMs: number;
  readonly totalMs: number;
  readonly cost: string | null;
}

export interface Plan {
  readonly orders: readonly PlanOrder[];
  readonly totals: Part;
}

export interface QueryResult {
  readonly status: number;
  readonly data: Json | null | undefined;
  readonly errors: readonly GraphqlError[];
  readonly warnings: readonly Part[];
  readonly plan: Plan | undefined;
  /** The answer as sent. */
  readonly text: string;
  readonly ms: number;
}

export interface QueryOptions {
  readonly variables?: Part;
  readonly signal?: AbortSignal;
  /** Whether to request the upstream plan; true by default. */
  readonly plan?: boolean;
  /** Beside those of every query. */
  readonly headers?: Readonly<Record<string, string>>;
}

export async function sendQuery(
  url: string,
  query: string,
  { variables = {}, signal, plan = true, headers = {} }: QueryOptions = {},
): Promise<QueryResult> {
  const startedAt = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(plan ? { 'x-ordergraph-plan': '1' } : {}), ...headers },
    body: JSON.stringify({ query, variables }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  const { data, errors, extensions } = parseJson(text) as {
    data?: Json | null;
    errors?: readonly GraphqlError[];
    extensions?: { warnings?: readonly Part[]; upstream?: Plan };
  };
  return {
    status: response.status,
    data,
    errors: errors ?? [],
    warnings: extensions?.warnings ?? [],
    plan: extensions?.upstream,
    text,
    ms: performance.now() - startedAt,
  };
}

/** A query of many orders of one shop. */
export const ordersQuery = (selection: string): string =>
  `query($refs: [OrderRef!]!, $maxAge: Int) { orders(refs: $refs, maxAge: $maxAge) { ${selection} } }`;

export const refsOf = (shop: string, orderIds: readonly (string | number)[]): readonly Part[] =>
  orderIds.map((orderId) => ({ shop, orderId: String(orderId) }));
