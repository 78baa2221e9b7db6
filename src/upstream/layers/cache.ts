// Caches documents with the subtrees they cover: a request that they cover calls no gateway, another fetches what is
// missing.
import type { Clock } from '../../common/clock.js';
import { Fault } from '../../common/fault.js';
import type { MaybePromise } from '../../common/maybePromise.js';
import { memoize } from '../../common/memoize.js';
import type { OrderStatus } from '../../order/enums.js';
import type { Order } from '../../order/order.js';
import type { UpstreamCounts } from '../counts.js';
import { policyFor } from '../faultPolicy.js';
import { merge } from '../merge.js';
import { ageOf, type DocumentEntry, type DocumentStore } from '../state/documentStore.js';
import {
  covers,
  documentKey,
  type FindInMemory,
  type Handler,
  type Layer,
  type OrderRequest,
  type ShopGateway,
  type UpstreamCall,
  type UpstreamDocument,
} from '../types.js';

interface CacheOptions {
  readonly store: DocumentStore;
  /** How long an order that may still change stays fresh. */
  readonly openMs: number;
  /** How long one that is over stays fresh. */
  readonly finalMs: number;
  /** Whether an older document answers while no gateway does. */
  readonly servesStale: boolean;
  /** How long one answers in any case. */
  readonly minAgeMs: number;
  readonly now: Clock;
  readonly counts: Pick<UpstreamCounts, 'answers' | 'lookups'>;
}

interface Cache {
  readonly layer: Layer;
  readonly findInMemory: FindInMemory;
}

/** A cached document, and the gateway that sent it. */
interface CacheHit {
  readonly entry: DocumentEntry;
  readonly shopGateway: ShopGateway;
}

export function createCache({ store, openMs, finalMs, servesStale, minAgeMs, now, counts }: CacheOptions): Cache {
  const isFresh = ({ entry, shopGateway }: CacheHit, { maxAgeMs, incomplete }: OrderRequest): boolean =>
    !incomplete.has(shopGateway) &&
    ageOf(entry, now) < Math.max(maxAgeMs ?? lifeOf(entry.document, shopGateway), minAgeMs);
  const lifeOf = (document: object, shopGateway: ShopGateway): number =>
    isFinal(document, shopGateway) ? finalMs : openMs;

  return {
    findInMemory(request) {
      for (const shopGateway of request.gateways) {
        const entry = store.getFromMemory(documentKey(request, shopGateway));
        if (entry === undefined || !covers(entry.subtrees, request.needed)) continue;
        const hit = { entry, shopGateway };
        if (!isFresh(hit, request)) continue;
        counts.answers.HIT += 1;
        counts.lookups.memory.hits += 1;
        return answerFrom(hit, request, 'HIT');
      }
      return undefined;
    },

    layer: (next) => {
      const answer = answerBy(next);
      return async (call) => {
        try {
          return await answer(call);
        } finally {
          counts.answers[call.request.trace.cache] += 1;
        }
      };
    },
  };

  function answerBy(next: Handler): Handler {
    return async (call) => {
      const { request } = call;
      const found = findAll(store, request);
      const hits = found instanceof Promise ? await found : found;
      const fresh = hits.filter((hit) => isFresh(hit, request));
      const whole = fresh.find(({ entry }) => covers(entry.subtrees, request.needed));
      if (whole) return answerFrom(whole, request, 'HIT');
      const part = fresh.find(({ shopGateway }) => shopGateway === request.gateways[0]);
      try {
        const document = part ? await complete(part, call, next) : await next(call);
        store.set(documentKey(request, document.shopGateway), toEntry(document));
        return document;
      } catch (error) {
        const older = newestOf(
          hits.filter(({ entry }) => covers(entry.subtrees, request.needed)),
          now,
        );
        if (!servesStale || !older || !isOutage(error)) throw error;
        return { ...answerFrom(older, request, 'STALE'), staleBecause: error as Fault };
      }
    };
  }
}

/** No gateway could be called; a refusal of this one order, on the other hand, is an answer. */
const isOutage = (error: unknown): boolean =>
  policyFor(error).failsOver || (error instanceof Fault && error.code === 'DEADLINE_EXCEEDED');

/** Fetches only what is missing, and merges it with what is cached; all anew where the two do not fit. */
async function complete(
  { entry, shopGateway }: CacheHit,
  call: UpstreamCall,
  next: Handler,
): Promise<UpstreamDocument> {
  const { request, scope } = call;
  request.trace.cache = 'PARTIAL';
  const missing = request.needed.filter((subtree) => !entry.subtrees.includes(subtree));
  const fetched = await next({ request: { ...request, needed: missing }, scope, shopGateway: call.shopGateway });
  const { isIdName } = shopGateway.compiled.definition.document;
  const document = fetched.shopGateway === shopGateway ? merge(entry.document, fetched.document, isIdName) : undefined;
  if (document === undefined) return covers(fetched.subtrees, request.needed) ? fetched : next(call);
  return {
    ...fetched,
    document: document as object,
    subtrees: [...new Set([...entry.subtrees, ...fetched.subtrees])],
    characters: entry.characters + fetched.characters,
    fetchedAt: new Date(entry.fetchedAt),
  };
}

function answerFrom(
  { entry, shopGateway }: CacheHit,
  { trace }: OrderRequest,
  cache: 'HIT' | 'STALE',
): UpstreamDocument {
  trace.cache = cache;
  trace.gateway = shopGateway.compiled.definition.type;
  if (cache === 'HIT') trace.subtrees = [];
  const { document, envelope, subtrees, characters, fetchedAt } = entry;
  return { document, envelope, subtrees, characters, shopGateway, fetchedAt: new Date(fetchedAt) };
}

/** What is cached of the order, by gateway, in the order in which they are tried. */
function findAll(store: DocumentStore, request: OrderRequest): MaybePromise<readonly CacheHit[]> {
  const entries = request.gateways.map((shopGateway) => store.get(documentKey(request, shopGateway)));
  const hitsIn = (found: readonly (DocumentEntry | undefined)[]): readonly CacheHit[] =>
    request.gateways.flatMap((shopGateway, index) => {
      const entry = found[index];
      return entry ? [{ entry, shopGateway }] : [];
    });
  return entries.some((entry) => entry instanceof Promise)
    ? Promise.all(entries).then(hitsIn)
    : hitsIn(entries as readonly (DocumentEntry | undefined)[]);
}

const newestOf = (hits: readonly CacheHit[], now: Clock): CacheHit | undefined =>
  hits.reduce<CacheHit | undefined>(
    (newest, hit) => (newest && ageOf(newest.entry, now) <= ageOf(hit.entry, now) ? newest : hit),
    undefined,
  );

const toEntry = ({ document, envelope, subtrees, characters, fetchedAt }: UpstreamDocument): DocumentEntry => ({
  document,
  envelope,
  subtrees,
  characters,
  fetchedAt: fetchedAt.getTime(),
});

const FINAL: ReadonlySet<OrderStatus> = new Set(['COMPLETED', 'CANCELLED', 'CLOSED']);

/** Whether an order can no longer change; read once for each document at a gateway. */
const finalityAt = memoize(({ compiled, zone }: ShopGateway) =>
  memoize((document: object): boolean => {
    const { order } = compiled.read(document, { status: {} }, zone);
    return FINAL.has((order as Order).status);
  }),
);
const isFinal = (document: object, shopGateway: ShopGateway): boolean => finalityAt(shopGateway)(document);
