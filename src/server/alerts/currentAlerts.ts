// What a merchant should hear of now: read from what the process knows of shops and gateways, and from the index.
import type { AlertKind, Gateway } from '../../order/enums.js';
import { spentOf } from '../../orderIndex/sync/dayBudget.js';
import { nextMidnight } from '../../orderIndex/sync/faults.js';
import type { ShopGateway, Shops } from '../../upstream/types.js';
import type { IndexState, ReadIndexState } from '../metrics/indexState.js';

/** One state of affairs. Its members name nobody and hold nothing of orders. */
export interface AlertState {
  readonly kind: AlertKind;
  readonly shop: string;
  readonly gateway: Gateway | null;
  /** What tells it apart from others of its kind, such as the code that nobody knows. */
  readonly detail: string | null;
  readonly count: number | null;
}

/** How far the index may be behind a shop before that is told. */
export const BEHIND_MS = 30 * 60_000;

const DAY_MS = 86_400_000;

/** How long before its end an authorization that nothing renews is told of. */
const NOTICE_MS = 3 * DAY_MS;

/** The part of its daily budget that a sync may have spent before that is told. */
const LOW_SHARE = 0.8;

interface AlertSources {
  readonly shops: Shops;
  readonly index: ReadIndexState;
  /** What the settings allow the sync of a shop. */
  readonly maxCallsPerDay: number;
}

/** All that this process sees now. */
export async function currentAlerts(
  { shops, index, maxCallsPerDay }: AlertSources,
  now: Date,
): Promise<readonly AlertState[]> {
  const state = await index();
  const ofGateways = [...shops.values()].flatMap(({ gateways }) =>
    gateways.flatMap((gateway) => [
      ...authorizationAlerts(gateway, now),
      ...quotaAlerts(gateway),
      ...unknownCodeAlerts(gateway),
    ]),
  );
  return [...ofGateways, ...(state ? [...syncAlerts(state, now), ...budgetAlerts(state, maxCallsPerDay, now)] : [])];
}

const about = ({ counts }: ShopGateway) => ({ shop: counts.shop, gateway: counts.gateway });

function authorizationAlerts(gateway: ShopGateway, now: Date): readonly AlertState[] {
  const authorization = gateway.tokens?.authorization();
  if (!authorization) return [];
  const { state, expiresAt } = authorization;
  const detail = expiresAt?.toISOString() ?? null;
  if (state === 'REVOKED' || state === 'NOT_AUTHORIZED' || state === 'EXPIRED')
    return [{ ...about(gateway), kind: 'AUTHORIZATION_ENDED', detail, count: null }];
  const endsSoon = expiresAt !== null && expiresAt.getTime() - now.getTime() < NOTICE_MS;
  const isEnding = state === 'EXPIRING' || (endsSoon && gateway.tokens?.isRenewed() === false);
  return isEnding ? [{ ...about(gateway), kind: 'AUTHORIZATION_ENDING', detail, count: null }] : [];
}

function quotaAlerts(gateway: ShopGateway): readonly AlertState[] {
  const exhaustion = gateway.health.quotaExhaustion();
  if (exhaustion === undefined) return [];
  const detail = exhaustion.until?.toISOString() ?? null;
  return [{ ...about(gateway), kind: 'QUOTA_EXHAUSTED', detail, count: null }];
}

const unknownCodeAlerts = (gateway: ShopGateway): readonly AlertState[] =>
  [...gateway.counts.unknownCodes].map(([detail, count]) => ({
    ...about(gateway),
    kind: 'UNKNOWN_CODE',
    detail,
    count,
  }));

const syncAlerts = ({ coverage }: IndexState, now: Date): readonly AlertState[] =>
  coverage.flatMap(({ shop, syncedUntil }) =>
    syncedUntil !== null && now.getTime() - syncedUntil.getTime() > BEHIND_MS
      ? [{ kind: 'SYNC_BEHIND', shop, gateway: null, detail: syncedUntil.toISOString(), count: null }]
      : [],
  );

const budgetAlerts = ({ syncs }: IndexState, maxCallsPerDay: number, now: Date): readonly AlertState[] =>
  syncs.flatMap(({ shop, streams }) => {
    const spent = spentOf(streams, maxCallsPerDay);
    if (spent === undefined || spent.share < LOW_SHARE) return [];
    const detail = new Date(nextMidnight(now.getTime())).toISOString();
    return [{ kind: 'SYNC_BUDGET_LOW', shop, gateway: null, detail, count: spent.calls }];
  });
