// Looks every half minute for what merchants should hear of, and has it told once in the deployment: in the log, in the
// shop's health, and to a webhook.
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../../common/clock.js';
import type { Shops } from '../../upstream/types.js';
import type { ReadIndexState } from '../metrics/indexState.js';
import type { AlertRegister, StandingAlert } from './alertRegister.js';
import { type AlertState, currentAlerts } from './currentAlerts.js';
import { messageOf, type SendAlert } from './webhook.js';

interface AlertWatchOptions {
  readonly shops: Shops;
  readonly index: ReadIndexState;
  /** What the settings allow the sync of a shop. */
  readonly maxCallsPerDay: number;
  readonly now: Clock;
  readonly log: FastifyBaseLogger;
  /** Undefined where the settings name no webhook. */
  readonly send: SendAlert | undefined;
  readonly register: AlertRegister;
}

export interface AlertWatch {
  /** Looks now. */
  readonly look: () => Promise<void>;
  readonly close: () => void;
}

const EVERY_MS = 30_000;

export function startAlertWatch(options: AlertWatchOptions): AlertWatch {
  const { shops, index, maxCallsPerDay, now, log, send, register } = options;
  let sent: Promise<unknown> = Promise.resolve();
  /** One after the other, so that nothing ends at the webhook before it has begun. */
  const tell = (...[alert, state, at]: Parameters<typeof messageOf>): void => {
    if (send) sent = sent.then(() => send(messageOf(alert, state, at)));
  };

  async function look(): Promise<void> {
    const at = now();
    const seen = await currentAlerts({ shops, index, maxCallsPerDay }, at);
    const { standing, begun, ended } = await register.look(new Map(seen.map((alert) => [nameOf(alert), alert])), at);
    for (const alert of begun) {
      log.warn({ alert: alert.kind, ...membersOf(alert) }, 'A shop needs somebody');
      tell(alert, 'BEGUN', at);
    }
    for (const alert of ended) {
      log.info({ alert: alert.name, since: alert.since }, 'What a shop needed somebody for is over');
      tell(alert, 'RESOLVED', at);
    }
    for (const { shop } of shops.values())
      shop.health.alerts = standing.filter((alert) => alert.shop === shop.id).map(shownOf);
  }

  const run = (): void =>
    void look().catch((error: unknown) => log.error({ err: error }, 'Alerts could not be looked for'));
  const timer = setInterval(run, EVERY_MS).unref();
  return { look, close: () => clearInterval(timer) };
}

/** Kinds of which a gateway has several at a time, told apart by their detail. A later end of an authorization is another. */
const SEVERAL = new Set<AlertState['kind']>(['AUTHORIZATION_ENDED', 'AUTHORIZATION_ENDING', 'UNKNOWN_CODE']);

/** The same as long as it lasts. */
const nameOf = ({ kind, shop, gateway, detail }: AlertState): string =>
  [kind, shop, gateway ?? '-', (SEVERAL.has(kind) ? detail : null) ?? '-'].join(' ');

const membersOf = ({ shop, gateway, detail, count }: AlertState) => ({
  shop,
  ...(gateway === null ? {} : { gateway }),
  ...(detail === null ? {} : { detail }),
  ...(count === null ? {} : { count }),
});

const shownOf = ({ kind, gateway, detail, count, since }: StandingAlert) => ({ kind, gateway, detail, count, since });
