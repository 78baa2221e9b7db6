// What the benchmarks ask, and how.
import { Agent } from 'node:http';
import fetch from 'node-fetch';

/** The callers' connections. */
export const connections = new Agent({ keepAlive: true });

export interface Asked {
  readonly status: number;
  /** Codes of the errors. */
  readonly codes: readonly string[];
  /** Calls that the server says it made. */
  readonly calls: number;
  readonly ms: number;
}

export interface OrderRef {
  readonly shop: string;
  readonly orderId: string;
}

/** A page of orders in a dashboard. */
export const PAGE =
  'query($refs: [OrderRef!]!) { orders(refs: $refs) { orderId status totals { total { amount currencyCode } } items { name quantity } } }';

/** The same with one more subtree. */
export const PAGE_WITH_SHIPMENTS = PAGE.replace(
  'items',
  'logistics { shipments { trackingNumber carrierName } } items',
);

export async function ask(
  url: string,
  query: string,
  refs: readonly OrderRef[],
  signal: AbortSignal | null = null,
): Promise<Asked> {
  const began = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-ordergraph-plan': '1' },
    body: JSON.stringify({ query, variables: { refs } }),
    signal,
    agent: connections,
  });
  const { errors = [], extensions } = (await response.json()) as {
    errors?: readonly { extensions: { code: string } }[];
    extensions?: { upstream?: { totals: { calls: number } } };
  };
  return {
    status: response.status,
    codes: errors.map(({ extensions: { code } }) => code),
    calls: extensions?.upstream?.totals.calls ?? 0,
    ms: performance.now() - began,
  };
}
