// Asks platforms for messages: takes what came, stores it, and only then says that it was taken. So what a process had not
// stored when it ended comes again.
import { Fault, type FaultCode } from '../../common/fault.js';
import { MINUTE, SECOND } from '../../platforms/orderList.js';
import type { OrderMessage } from '../../platforms/orderMessages.js';
import { intervalOf } from '../pace.js';
import type { SyncEnvironment } from '../sync/environment.js';
import { afterFault } from '../sync/faults.js';
import type { SideTask } from '../sync/runner.js';
import { heardOf, revokedBy, type Sender, type ToldShop } from './senders.js';

/** How soon a queue that had little to tell is asked again; and what posts may have missed. */
const QUEUE_MS = 5 * SECOND;
const POSTS_MS = 5 * MINUTE;

/** How often it is written that there was nothing. */
const TELL_MS = MINUTE;

/** After the platform was told to tell of a shop, or refused. */
const PERMIT_AGAIN_MS = 60 * MINUTE;

export function createMessageTask(sender: Sender, environment: SyncEnvironment): SideTask {
  const { store, owner, now, pace, elapsed, share, callGateway, log } = environment;
  const [first] = sender.shops;
  const permitted = new Map<string, { readonly version: number; readonly at: number }>();
  let failures = 0;
  /** Those that are not counted yet. */
  let calls = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  let startAt: number | undefined;

  /** Has the platform tell of a shop, once for each token that it has. */
  async function permit(): Promise<boolean> {
    for (const { id, gateway, messages } of sender.shops) {
      const version = gateway.tokens?.version().version ?? 0;
      const last = permitted.get(id);
      const isDone = last?.version === version || now() - (last?.at ?? Number.NEGATIVE_INFINITY) < PERMIT_AGAIN_MS;
      if (messages.kind !== 'QUEUE' || gateway.tokens === undefined || isDone) continue;
      permitted.set(id, { version: -1, at: now() });
      try {
        await callGateway(gateway, { buildRequest: messages.buildPermit, parseReply: messages.parseDone });
        permitted.set(id, { version, at: now() });
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        log.warn({ shop: id, fault: error.code }, 'The platform does not agree to tell of the orders of a shop');
      }
      return true;
    }
    return false;
  }

  const take = ({ gateway, messages }: ToldShop): Promise<readonly OrderMessage[]> =>
    callGateway(
      gateway,
      messages.kind === 'QUEUE'
        ? { buildRequest: messages.buildConsume, parseReply: messages.parseConsumed }
        : { buildRequest: messages.buildMissed, parseReply: messages.parseMissed },
    );

  const confirm = ({ gateway, messages }: ToldShop, ids: readonly string[]): Promise<void> =>
    callGateway(gateway, {
      buildRequest: (settings, clock) => messages.buildConfirm(ids, settings, clock),
      parseReply: messages.parseDone,
    });

  async function tell(fault: FaultCode | null): Promise<void> {
    toldAt = now();
    const shops = sender.shops.map(({ id }) => id);
    await store.tellMessages({ owner, now: now() }, { shops, calls, fault });
    calls = 0;
  }

  async function pull(): Promise<number> {
    const messages = await take(first);
    calls += 1;
    if (messages.length > 0) {
      await store.hear(sender.name, now(), heardOf(sender, messages, now()));
      for (const message of messages.filter(({ isRevocation }) => isRevocation)) await revoke(message);
      await confirm(
        first,
        messages.map(({ id }) => id),
      );
      calls += 1;
    }
    const { kind } = first.messages;
    const isMore = messages.length > 0 && (kind === 'POSTS' || messages.length >= first.messages.batch);
    return isMore ? 0 : kind === 'QUEUE' ? QUEUE_MS : POSTS_MS;
  }

  /** Its lists are read no more, and all of it is deleted in a while, unless it is connected again. */
  async function revoke(message: OrderMessage): Promise<void> {
    for (const { id, gateway } of revokedBy(sender, message)) {
      await store.revoke(id, gateway.credential, now());
      environment.onRevoked(id);
      log.warn({ shop: id }, 'The owner of a shop has taken the authorization back: it is not synced any more');
    }
  }

  return {
    async step() {
      startAt ??= pace.reserve(first.gateway.queue, intervalOf(first.gateway, share));
      const early = startAt - elapsed();
      if (early > 0) return Math.ceil(early);
      startAt = undefined;
      try {
        if (await permit()) return 0;
        const waitMs = await pull();
        if (failures > 0 || waitMs === 0 || now() - toldAt >= TELL_MS) {
          await tell(null);
        }
        failures = 0;
        return waitMs;
      } catch (error) {
        if (!(error instanceof Fault) || error.code === 'INDEX_UNAVAILABLE') throw error;
        const { nextAt } = afterFault(error, failures, now());
        failures += 1;
        calls += 1;
        await tell(error.code);
        return nextAt - now();
      }
    },
  };
}
