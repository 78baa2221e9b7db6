// Looks every half minute for what merchants should hear of, and tells it once: in the log, in the shop's health, and to a
// webhook.
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../../common/clock.js';
import type { Shops } from '../../upstream/types.js';
import type { ReadIndexState } from '../metrics/indexState.js';
import { type AlertState, currentAlerts } from './currentAlerts.js';
import type { SendAlert } from './webhook.js';

interface AlertWatchOptions {
  readonly shops: Shops;
  readonly index: ReadIndexState;
  readonly now: Clock;
  readonly log: FastifyBaseLogger;
  /** Undefined where the settings name no webhook. */
  readonly send: SendAlert | undefined;
  /** What was told before, which outlives the settings. */
  readonly told: Map<string, Date>;
}

export interface AlertWatch {
  /** Looks now. */
  readonly look: () => Promise<void>;
  readonly close: () => void;
}

const EVERY_MS = 30_000;

export function startAlertWatch({ shops, index, now, log, send, told }: AlertWatchOptions): AlertWatch {
  async function look(): Promise<void> {
    const at = now();
    const states = new Map((await currentAlerts(shops, index, at)).map((state) => [nameOf(state), state]));
    for (const [name, state] of states) {
      if (told.has(name)) continue;
      told.set(name, at);
      log.warn({ alert: state.kind, ...membersOf(state) }, 'A shop needs somebody');
      void send?.({ id: `${name} ${at.getTime()}`, at, state: 'BEGUN', ...state });
    }
    for (const [name, since] of told) {
      if (states.has(name)) continue;
      told.delete(name);
      log.info({ alert: name, since }, 'What a shop needed somebody for is over');
    }
    for (const { shop } of shops.values()) shop.health.alerts = [...states].flatMap(shownIn(shop.id, told));
  }

  const run = (): void =>
    void look().catch((error: unknown) => log.error({ err: error }, 'Alerts could not be looked for'));
  const timer = setInterval(run, EVERY_MS).unref();
  return { look, close: () => clearInterval(timer) };
}

/** The same as long as it lasts. A later end of an authorization is another. */
const nameOf = ({ kind, shop, gateway, detail }: AlertState): string =>
  [kind, shop, gateway ?? '-', kind === 'SYNC_BEHIND' ? '-' : (detail ?? '-')].join(' ');

const membersOf = ({ shop, gateway, detail, count }: AlertState) => ({
  shop,
  ...(gateway === null ? {} : { gateway }),
  ...(detail === null ? {} : { detail }),
  ...(count === null ? {} : { count }),
});

const shownIn =
  (shopId: string, told: ReadonlyMap<string, Date>) =>
  ([name, { kind, shop, gateway, detail, count }]: readonly [string, AlertState]) => {
    const since = told.get(name);
    return shop === shopId && since ? [{ kind, gateway, detail, count, since }] : [];
  };
