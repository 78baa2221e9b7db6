// Keeps documents with the subtrees they cover: a query that they cover asks nobody, another asks for what is missing.

import { Fault } from '../../common/fault.js';
import type { MaybePromise } from '../../common/maybePromise.js';
import type { OrderStatus } from '../../order/enums.js';
import type { Order } from '../../order/order.js';
import { policyFor } from '../faultPolicy.js';
import { merge } from '../merge.js';
import type { RequestScope } from '../requestScope.js';
import type { ShopGateway } from '../shops.js';
import type { DocumentEntry, DocumentStore } from '../state/documentStore.js';
import {
  covers,
  documentKey,
  type FetchOrder,
  type FindInMemory,
  type OrderRequest,
  type UpstreamDocument,
} from '../types.js';

export interface CachingSettings {
  readonly store: DocumentStore;
  /** How long an order that may still change stays fresh. */
  readonly openMs: number;
  /** How long one that is over stays fresh. */
  readonly finalMs: number;
  /** Whether an older document answers while no gateway does. */
  readonly servesStale: boolean;
}

const FINAL: ReadonlySet<OrderStatus> = new Set(['COMPLETED', 'CANCELLED', 'CLOSED']);

export interface Caching {
  readonly findInMemory: FindInMemory;
  readonly before: (next: FetchOrder) => FetchOrder;
}

export function caching({ store, openMs, finalMs, servesStale }: CachingSettings): Caching {
  const lifeOf = (kept: CacheCandidate): number => (isFinal(kept) ? finalMs : openMs);
  const isFresh = (kept: CacheCandidate, { maxAgeMs, incomplete }: OrderRequest): boolean =>
    !incomplete.has(kept.shopGateway) && ageOf(kept.entry) < (maxAgeMs ?? lifeOf(kept));
  return {
    findInMemory(question) {
      for (const shopGateway of question.gateways) {
        const entry = store.getFromMemory(documentKey(question, shopGateway));
        if (entry === undefined || !covers(entry.subtrees, question.needed)) continue;
        const kept = { entry, shopGateway };
        if (isFresh(kept, question)) return tell(question, kept, 'HIT');
      }
      return undefined;
    },
    before: (next) => async (question, scope) => {
      const found = allKept(store, question);
      const kept = found instanceof Promise ? await found : found;
      const fresh = kept.filter((one) => isFresh(one, question));
      const whole = fresh.find(({ entry }) => covers(entry.subtrees, question.needed));
      if (whole) return tell(question, whole, 'HIT');
      const part = fresh.find(({ shopGateway }) => shopGateway === question.gateways[0]);
      try {
        const held = part ? await complete(next, question, scope, part) : await next(question, scope);
        keep(store, question, held);
        return held;
      } catch (error) {
        const older = newestOf(kept.filter(({ entry }) => covers(entry.subtrees, question.needed)));
        if (!servesStale || !older || !isOutage(error)) throw error;
        return { ...tell(question, older, 'STALE'), staleBecause: error as Fault };
      }
    },
  };
}

/** No gateway could be asked; a refusal of this one order, on the other hand, is an answer. */
const isOutage = (error: unknown): boolean =>
  policyFor(error).failsOver || (error instanceof Fault && error.code === 'DEADLINE_EXCEEDED');

interface CacheCandidate {
  readonly entry: DocumentEntry;
  readonly shopGateway: ShopGateway;
}

/** Asks only for what is missing, and puts it to what is there; all anew where the two do not fit. */
async function complete(
  next: FetchOrder,
  question: OrderRequest,
  scope: RequestScope,
  { entry, shopGateway }: CacheCandidate,
): Promise<UpstreamDocument> {
  question.trace.cache = 'PARTIAL';
  const missing = question.needed.filter((subtree) => !entry.subtrees.includes(subtree));
  const held = await next({ ...question, needed: missing }, scope);
  const document = held.shopGateway === shopGateway ? merge(entry.document, held.document) : undefined;
  if (document === undefined) return covers(held.subtrees, question.needed) ? held : next(question, scope);
  return {
    ...held,
    document: document as object,
    subtrees: [...new Set([...entry.subtrees, ...held.subtrees])],
    characters: entry.characters + held.characters,
    fetchedAt: new Date(entry.fetchedAt),
  };
}

function tell(
  { trace }: OrderRequest,
  { entry, shopGateway }: CacheCandidate,
  cache: 'HIT' | 'STALE',
): UpstreamDocument {
  trace.cache = cache;
  trace.gateway = shopGateway.compiled.definition.type;
  if (cache === 'HIT') trace.subtrees = [];
  const { document, envelope, subtrees, characters, fetchedAt } = entry;
  return { document, envelope, subtrees, characters, shopGateway, fetchedAt: new Date(fetchedAt) };
}

/** What is held of the order, by gateway, in the order in which they are tried. */
function allKept(store: DocumentStore, question: OrderRequest): MaybePromise<readonly CacheCandidate[]> {
  const entries = question.gateways.map((shopGateway) => store.get(documentKey(question, shopGateway)));
  const keptIn = (entries: readonly (DocumentEntry | undefined)[]): readonly CacheCandidate[] =>
    question.gateways.flatMap((shopGateway, index) => {
      const entry = entries[index];
      return entry ? [{ entry, shopGateway }] : [];
    });
  return entries.some((entry) => entry instanceof Promise)
    ? Promise.all(entries).then(keptIn)
    : keptIn(entries as readonly (DocumentEntry | undefined)[]);
}

const newestOf = (kept: readonly CacheCandidate[]): CacheCandidate | undefined =>
  [...kept].sort((one, other) => other.entry.fetchedAt - one.entry.fetchedAt)[0];

const keep = (
  store: DocumentStore,
  question: OrderRequest,
  { shopGateway, fetchedAt, document, envelope, subtrees, characters }: UpstreamDocument,
): void =>
  store.set(documentKey(question, shopGateway), {
    document,
    envelope,
    subtrees,
    characters,
    fetchedAt: fetchedAt.getTime(),
  });

/** The clocks of processes that share a store differ: what comes from the future is new. */
const ageOf = ({ fetchedAt }: DocumentEntry): number => Math.max(0, Date.now() - fetchedAt);

const finality = new WeakMap<object, boolean>();

/** Whether an order can no longer change. */
function isFinal({ entry: { document }, shopGateway: { compiled, zone } }: CacheCandidate): boolean {
  let final = finality.get(document);
  if (final === undefined) {
    const { order } = compiled.read(document, { status: {} }, zone);
    final = FINAL.has((order as Order).status);
    finality.set(document, final);
  }
  return final;
}
