// What an answer says of its own cost, and that in one line.

/** What was done upstream for one order: a row of `extensions.upstream.orders`. */
export interface Trace {
  readonly shop: string;
  readonly orderId: string;
  readonly gateway: string | null;
  readonly subtrees: readonly string[];
  readonly cache: 'MISS' | 'PARTIAL' | 'HIT' | 'STALE';
  readonly joined: boolean;
  readonly attempts: number;
  readonly cost: string | null;
  readonly waitedMs: number;
  readonly totalMs: number;
}

interface Totals {
  readonly calls: number;
  readonly hits: number;
  readonly stale: number;
  readonly joined: number;
}

export interface Extensions {
  readonly cost?: { readonly requested: number; readonly limit: number; readonly remaining?: number };
  readonly upstream?: { readonly orders: readonly Trace[]; readonly totals: Totals };
}

/** The extensions of an answer as text; none when it is no answer. */
export function extensionsOf(answer: string): Extensions {
  try {
    return (JSON.parse(answer) as { extensions?: Extensions }).extensions ?? {};
  } catch {
    return {};
  }
}

const MOST_NAMED = 3;

export const callsIn = (count: number): string => (count === 0 ? 'no call' : count === 1 ? '1 call' : `${count} calls`);

/** Such as "2 calls · 1 from cache · subtrees NativeLogistics · 41 points". */
export function summaryOf({ cost, upstream }: Extensions): string {
  const parts: string[] = [];
  if (upstream) {
    const { calls, hits, stale, joined } = upstream.totals;
    const subtrees = [...new Set(upstream.orders.flatMap((order) => order.subtrees))];
    const waitedMs = Math.max(0, ...upstream.orders.map((order) => order.waitedMs));
    parts.push(callsIn(calls));
    if (hits > 0) parts.push(`${hits} from cache`);
    if (stale > 0) parts.push(`${stale} stale`);
    if (joined > 0) parts.push(`${joined} joined`);
    if (subtrees.length > MOST_NAMED) parts.push(`${subtrees.length} subtrees`);
    else if (subtrees.length > 0) parts.push(`subtrees ${subtrees.join(', ')}`);
    if (waitedMs > 0) parts.push(`waited ${waitedMs} ms`);
  }
  if (cost) parts.push(`${cost.requested} points`);
  return parts.join(' · ');
}
