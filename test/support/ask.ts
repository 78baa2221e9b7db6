// Asks a server over real HTTP, and reads what it says beside the data.
import { parseJson } from '../../src/common/json.js';
import type { GraphqlError } from './graphql.js';
import type { Json, Part } from './json.js';

/** What one order of a plan says. */
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

export interface Told {
  readonly status: number;
  readonly data: Json | null | undefined;
  readonly errors: readonly GraphqlError[];
  readonly warnings: readonly Part[];
  readonly plan: Plan | undefined;
  /** The answer as sent. */
  readonly text: string;
  readonly ms: number;
}

export interface Asking {
  readonly variables?: Part;
  readonly signal?: AbortSignal;
  /** Whether the plan is wanted; it is unless a test says no. */
  readonly plan?: boolean;
}

export async function ask(
  url: string,
  query: string,
  { variables = {}, signal, plan = true }: Asking = {},
): Promise<Told> {
  const began = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(plan ? { 'x-ordergraph-plan': '1' } : {}) },
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
    ms: performance.now() - began,
  };
}

/** A query of many orders of one shop. */
export const ordersQuery = (selection: string): string =>
  `query($refs: [OrderRef!]!, $maxAge: Int) { orders(refs: $refs, maxAge: $maxAge) { ${selection} } }`;

export const refsOf = (shop: string, orderIds: readonly (string | number)[]): readonly Part[] =>
  orderIds.map((orderId) => ({ shop, orderId: String(orderId) }));
