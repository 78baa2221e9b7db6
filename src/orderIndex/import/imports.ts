// Imports of orders: takes references in, refuses those that cannot be fetched, and tells how far an import has come.
import { createHash, randomBytes } from 'node:crypto';
import { type Caller, requireScope } from '../../auth/caller.js';
import type { Clock } from '../../common/clock.js';
import { endOfTurn } from '../../common/eventLoop.js';
import { Fault } from '../../common/fault.js';
import type { ImportStore, NewItem, StoredImport } from './storeTypes.js';
import type { ImportOptions, ImportRef, OrderImport, OrderImports, RefusedRef } from './types.js';

/** References of one import. */
export const MAX_REFS = 100_000;

/** Refused references of one import: with more of them it is not the file that was meant. */
export const MAX_REFUSED = 1_000;

/** Orders that a caller's imports may still have to fetch when another begins. */
export const MAX_PENDING = 500_000;

/** Written in one transaction, for which nothing else has to wait long. */
const BATCH = 200;

export interface ImportsOptions {
  readonly store: ImportStore;
  readonly now: Clock;
  /** How long an order of a shop takes at the pace of imports, in milliseconds; undefined: there is no such shop. */
  readonly intervalOf: (shop: string) => number | undefined;
  /** What is wrong with a reference, in words. */
  readonly mistakeIn: (ref: ImportRef) => string | undefined;
  /** Called when there is something to fetch. */
  readonly onStart: () => void;
}

type Refusal = Pick<RefusedRef, 'code' | 'message'>;

const BURIED: Refusal = { code: 'ORDER_ARCHIVED', message: 'The platform has put this order away for good.' };

export function createImports({ store, now, intervalOf, mistakeIn, onStart }: ImportsOptions): OrderImports {
  const show = ({ id, accepted, refused, done, failed, itemMs, pausedUntil }: StoredImport): OrderImport => {
    const left = accepted - done - failed;
    const shown = { id, accepted, refused, done, failed };
    if (left === 0) return { ...shown, state: 'DONE', expectedAt: null };
    const goesOnAt = Math.max(now().getTime(), pausedUntil);
    const expectedAt = new Date(goesOnAt + left * itemMs);
    return { ...shown, state: pausedUntil > now().getTime() ? 'PAUSED' : 'RUNNING', expectedAt };
  };

  const showStored = async (id: string): Promise<OrderImport> => {
    const stored = await store.find(id, now().getTime());
    if (stored === undefined) throw new Fault('INDEX_UNAVAILABLE', 'The import was lost.');
    return show(stored);
  };

  /** An import that was begun under the same key: it goes on, and what failed of it is tried again. */
  async function resume(id: string): Promise<OrderImport | undefined> {
    const stored = await store.find(id, now().getTime());
    if (stored === undefined) return undefined;
    if (stored.shops.length === 0) {
      // Its references never came in as a whole.
      await store.remove(id);
      return undefined;
    }
    if (stored.failed > 0) await store.retryFailed(id);
    return showStored(id);
  }

  const refusalOf = (caller: Caller, ref: ImportRef): Refusal | undefined => {
    const mistake = mistakeIn(ref);
    if (mistake !== undefined) return { code: 'BAD_USER_INPUT', message: mistake };
    // A shop that the caller may not know of is refused as one that does not exist.
    if (caller.mayAccess(ref.shop) && intervalOf(ref.shop) !== undefined) return undefined;
    return { code: 'SHOP_NOT_FOUND', message: `There is no shop ${ref.shop}.` };
  };

  async function takeIn(
    caller: Caller,
    id: string,
    refs: Iterable<ImportRef> | AsyncIterable<ImportRef>,
  ): Promise<void> {
    const refused: RefusedRef[] = [];
    const counts = new Map<string, number>();
    const seen = new Set<string>();
    let batch: NewItem[] = [];
    let next = 0;
    const refuse = (item: Pick<RefusedRef, 'position' | 'shop' | 'orderId'>, why: Refusal): void => {
      refused.push({ position: item.position, shop: cut(item.shop), orderId: cut(item.orderId), ...why });
      if (refused.length > MAX_REFUSED) throw tooManyRefused(refused);
    };
    const flush = async (): Promise<void> => {
      const isBuried = batch.length > 0 ? await store.buried(batch) : [];
      const items = batch.filter((_item, at) => !isBuried[at]);
      for (const [at, item] of batch.entries()) if (isBuried[at]) refuse(item, BURIED);
      for (const { shop } of items) counts.set(shop, (counts.get(shop) ?? 0) + 1);
      if (items.length > 0) await store.addItems(id, items);
      batch = [];
      onStart();
      await endOfTurn();
    };
    for await (const ref of refs) {
      const { shop, orderId, outOrderId = null, position = next } = ref;
      next += 1;
      if (next > MAX_REFS) throw new Fault('BAD_USER_INPUT', `An import has at most ${MAX_REFS} references.`);
      const name = JSON.stringify([shop, orderId, outOrderId]);
      if (seen.has(name)) continue;
      seen.add(name);
      const refusal = refusalOf(caller, ref);
      if (refusal) refuse({ position, shop, orderId }, refusal);
      else batch.push({ position, shop, orderId, outOrderId });
      if (batch.length === BATCH) await flush();
    }
    await flush();
    refused.sort((one, other) => one.position - other.position);
    await store.complete(id, { refused, shops: [...counts.keys()], itemMs: itemMsOf(counts) });
  }

  /** All shops are fetched from side by side, so the slowest one tells how long it takes. */
  function itemMsOf(counts: ReadonlyMap<string, number>): number {
    let [longest, items] = [0, 0];
    for (const [shop, count] of counts) {
      longest = Math.max(longest, count * (intervalOf(shop) ?? 0));
      items += count;
    }
    return items === 0 ? 0 : Math.ceil(longest / items);
  }

  return {
    async start(caller, refs, { isRefresh = false, key }: ImportOptions = {}) {
      requireScope(caller, 'orders:import');
      const id = key === undefined ? randomBytes(16).toString('base64url') : idOf(caller, key);
      const already = key === undefined ? undefined : await resume(id);
      if (already) {
        onStart();
        return already;
      }
      if ((await store.countPending(caller.name)) >= MAX_PENDING)
        throw new Fault('RATE_LIMITED', `Imports of this caller still have ${MAX_PENDING} orders to fetch.`);
      const createdAt = now().getTime();
      await store.create({ id, caller: caller.name, createdAt, maxAgeMs: isRefresh ? 0 : null });
      try {
        await takeIn(caller, id, refs);
      } catch (error) {
        await store.remove(id);
        throw error;
      }
      return showStored(id);
    },
    async find(caller, id) {
      requireScope(caller, 'orders:import');
      const stored = await store.find(id, now().getTime());
      return stored?.caller === caller.name ? show(stored) : undefined;
    },
  };
}

const idOf = ({ name }: Caller, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([name, key]))
    .digest('base64url')
    .slice(0, 22);

const SHOWN_CHARACTERS = 64;
const cut = (text: string): string => String(text).slice(0, SHOWN_CHARACTERS);

const tooManyRefused = ([first]: readonly RefusedRef[]): Fault =>
  new Fault(
    'BAD_USER_INPUT',
    `More than ${MAX_REFUSED} references are refused, so none is taken. The first, at ${first?.position}: ${first?.message}`,
  );
