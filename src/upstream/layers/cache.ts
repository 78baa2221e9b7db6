// Keeps documents with the subtrees they cover: a query that they cover asks nobody, another asks for what is missing.
import type { OrderStatus } from '../../order/enums.js';
import type { Order } from '../../order/order.js';
import { Fault } from '../../common/fault.js';
import type { Ready } from '../../common/maybePromise.js';
import { type AskOrder, callName, covers, type Held, type OrderQuestion, type RecallOrder } from '../types.js';
import { merge } from '../merge.js';
import { treatmentOf } from '../faultPolicy.js';
import type { Scope } from '../requestScope.js';
import type { Entrance } from '../shops.js';
import type { Entry, Store } from '../state/documentStore.js';

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

export interface Caching {
  readonly recall: RecallOrder;
  readonly before: (next: AskOrder) => AskOrder;
}

export function caching({ store, openMs, finalMs, servesStale }: CachingSettings): Caching {
  const lifeOf = (kept: Kept): number => (isFinal(kept) ? finalMs : openMs);
  const isFresh = (kept: Kept, { maxAgeMs, lacking }: OrderQuestion): boolean =>
    !lacking.has(kept.entrance) && ageOf(kept.entry) < (maxAgeMs ?? lifeOf(kept));
  return {
    recall(question) {
      for (const entrance of question.entrances) {
        const entry = store.recall(callName(question, entrance));
        if (entry === undefined || !covers(entry.subtrees, question.needed)) continue;
        const kept = { entry, entrance };
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
      const part = fresh.find(({ entrance }) => entrance === question.entrances[0]);
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
  treatmentOf(error).failsOver || (error instanceof Fault && error.code === 'DEADLINE_EXCEEDED');

interface Kept {
  readonly entry: Entry;
  readonly entrance: Entrance;
}

/** Asks only for what is missing, and puts it to what is there; all anew where the two do not fit. */
async function complete(
  next: AskOrder,
  question: OrderQuestion,
  scope: Scope,
  { entry, entrance }: Kept,
): Promise<Held> {
  question.trace.cache = 'PARTIAL';
  const missing = question.needed.filter((subtree) => !entry.subtrees.includes(subtree));
  const held = await next({ ...question, needed: missing }, scope);
  const document = held.entrance === entrance ? merge(entry.document, held.document) : undefined;
  if (document === undefined) return covers(held.subtrees, question.needed) ? held : next(question, scope);
  return {
    ...held,
    document: document as object,
    subtrees: [...new Set([...entry.subtrees, ...held.subtrees])],
    characters: entry.characters + held.characters,
    fetchedAt: new Date(entry.fetchedAt),
  };
}

function tell({ trace }: OrderQuestion, { entry, entrance }: Kept, cache: 'HIT' | 'STALE'): Held {
  trace.cache = cache;
  trace.gateway = entrance.door.gateway.type;
  if (cache === 'HIT') trace.subtrees = [];
  const { document, envelope, subtrees, characters, fetchedAt } = entry;
  return { document, envelope, subtrees, characters, entrance, fetchedAt: new Date(fetchedAt) };
}

/** What is held of the order, by gateway, in the order in which they are tried. */
function allKept(store: Store, question: OrderQuestion): Ready<readonly Kept[]> {
  const entries = question.entrances.map((entrance) => store.get(callName(question, entrance)));
  const keptIn = (entries: readonly (Entry | undefined)[]): readonly Kept[] =>
    question.entrances.flatMap((entrance, index) => {
      const entry = entries[index];
      return entry ? [{ entry, entrance }] : [];
    });
  return entries.some((entry) => entry instanceof Promise)
    ? Promise.all(entries).then(keptIn)
    : keptIn(entries as readonly (Entry | undefined)[]);
}

const newestOf = (kept: readonly Kept[]): Kept | undefined =>
  [...kept].sort((one, other) => other.entry.fetchedAt - one.entry.fetchedAt)[0];

const keep = (
  store: Store,
  question: OrderQuestion,
  { entrance, fetchedAt, document, envelope, subtrees, characters }: Held,
): void =>
  store.set(callName(question, entrance), { document, envelope, subtrees, characters, fetchedAt: fetchedAt.getTime() });

/** The clocks of processes that share a store differ: what comes from the future is new. */
const ageOf = ({ fetchedAt }: Entry): number => Math.max(0, Date.now() - fetchedAt);

const finality = new WeakMap<object, boolean>();

/** Whether an order can no longer change. */
function isFinal({ entry: { document }, entrance: { door, zone } }: Kept): boolean {
  let final = finality.get(document);
  if (final === undefined) {
    const { order } = door.read(document, { status: {} }, zone);
    final = FINAL.has((order as Order).status);
    finality.set(document, final);
  }
  return final;
}
