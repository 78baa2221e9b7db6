// Keeps documents with the subtrees they cover: a query that they cover asks nobody, another asks for what is missing.
import { createHash } from 'node:crypto';
import type { OrderStatus } from '../order/enums.js';
import type { Order } from '../order/order.js';
import { Fault } from '../protocols/fault.js';
import { type AskOrder, covers, type Held, type OrderCall } from './call.js';
import { merge } from './merge.js';
import { treatmentOf } from './policy.js';
import type { Entrance } from './shops.js';
import type { Entry, Store } from './store.js';

export interface CachingSettings {
  readonly store: Store;
  /** How long an order that may still change stays fresh. */
  readonly openMs: number;
  /** How long one that is over stays fresh. */
  readonly finalMs: number;
  /** Whether an older document answers while no gateway does. */
  readonly servesStale: boolean;
}

const FINAL: ReadonlySet<OrderStatus> = new Set(['COMPLETED', 'CANCELLED', 'CLOSED']);

export const caching =
  ({ store, openMs, finalMs, servesStale }: CachingSettings) =>
  (next: AskOrder): AskOrder => {
    const lifeOf = (kept: Kept): number => (isFinal(kept) ? finalMs : openMs);
    return async (call) => {
      const kept = await firstKept(store, call);
      const isFresh = kept !== undefined && ageOf(kept.entry) <= (call.maxAgeMs ?? lifeOf(kept));
      if (kept && isFresh && covers(kept.entry.subtrees, call.needed)) return tell(call, kept, 'HIT');
      try {
        const held = kept && isFresh ? await complete(next, call, kept) : await next(call);
        keep(store, call, held);
        return held;
      } catch (error) {
        if (!servesStale || !kept || !covers(kept.entry.subtrees, call.needed) || !isOutage(error)) throw error;
        return { ...tell(call, kept, 'STALE'), staleBecause: error as Fault };
      }
    };
  };

/** No gateway could be asked; a refusal of this one order, on the other hand, is an answer. */
const isOutage = (error: unknown): boolean =>
  treatmentOf(error).failsOver || (error instanceof Fault && error.code === 'DEADLINE_EXCEEDED');

interface Kept {
  readonly entry: Entry;
  readonly entrance: Entrance;
}

/** Asks only for what is missing, and puts it to what is there; all anew where the two do not fit. */
async function complete(next: AskOrder, call: OrderCall, { entry, entrance }: Kept): Promise<Held> {
  call.trace.cache = 'PARTIAL';
  const missing = call.needed.filter((subtree) => !entry.subtrees.includes(subtree));
  const held = await next({ ...call, needed: missing });
  const document = held.entrance === entrance ? merge(entry.document, held.document) : undefined;
  if (document === undefined) return covers(held.subtrees, call.needed) ? held : next(call);
  return {
    ...held,
    document: document as object,
    subtrees: [...new Set([...entry.subtrees, ...held.subtrees])],
    fetchedAt: new Date(entry.fetchedAt),
  };
}

function tell({ trace }: OrderCall, { entry, entrance }: Kept, cache: 'HIT' | 'STALE'): Held {
  trace.cache = cache;
  trace.gateway = entrance.door.gateway.type;
  if (cache === 'HIT') trace.subtrees = [];
  return { ...entry, entrance, fetchedAt: new Date(entry.fetchedAt) };
}

async function firstKept(store: Store, call: OrderCall): Promise<Kept | undefined> {
  for (const entrance of call.entrances) {
    const entry = await store.get(keyOf(call, entrance));
    if (entry) return { entry, entrance };
  }
  return undefined;
}

const keep = (store: Store, call: OrderCall, { entrance, document, envelope, subtrees, fetchedAt }: Held): void =>
  store.set(keyOf(call, entrance), { document, envelope, subtrees, fetchedAt: fetchedAt.getTime() });

function keyOf({ openShop: { shop }, key, attributeKeys }: OrderCall, { credential }: Entrance): string {
  const identity = JSON.stringify([shop.id, credential, key.orderId, key.outOrderId ?? null, attributeKeys]);
  return `ordergraph:order:${createHash('sha256').update(identity).digest('base64url')}`;
}

const ageOf = ({ fetchedAt }: Entry): number => Date.now() - fetchedAt;

/** Whether an order can no longer change. */
function isFinal({ entry, entrance: { door, zone } }: Kept): boolean {
  const { order } = door.read(entry.document, { status: {} }, zone);
  return FINAL.has((order as Order).status);
}
