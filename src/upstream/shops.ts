// The configured shops, each with its gateways ready for use.
import { createHash } from 'node:crypto';
import { ConfigError } from '../config/configErrors.js';
import type { ShopSettings } from '../config/settings.js';
import type { Zone } from '../mapping/time.js';
import type { Gateway as GatewayType } from '../order/enums.js';
import type { Shop } from '../order/shop.js';
import type { Door } from '../platforms/compiledGateway.js';
import type { Addressed } from '../platforms/gateway.js';
import { doorOf } from '../platforms/index.js';
import type { GatewaySettings } from '../config/rules.js';
import { type Breaker, newBreaker } from './layers/circuitBreaker.js';
import { type HealthRecord, healthRecord } from './state/health.js';
import type { Paces } from './state/rateLimiter.js';
import { newQueue, type Queue } from './state/fairQueue.js';
import { newQuiet, type Quiet, type RetryBudget, retryBudget } from './layers/retry.js';

/** One gateway of one shop. */
export interface Entrance {
  readonly door: Door;
  readonly settings: Addressed<GatewaySettings>;
  /** The zone of times that name none. */
  readonly zone: Zone;
  readonly record: HealthRecord;
  readonly breaker: Breaker;
  readonly budget: RetryBudget;
  readonly quiet: Quiet;
  readonly queue: Queue;
  /** Names the account at the gateway, and tells nothing of its secrets. */
  readonly credential: string;
}

export interface OpenShop {
  /** The shop as the schema shows it. */
  readonly shop: Shop;
  /** The preferred one first; at least one. */
  readonly entrances: readonly [Entrance, ...Entrance[]];
}

export type Shops = ReadonlyMap<string, OpenShop>;

export interface OpenSettings {
  readonly now: () => Date;
  readonly paces: Paces;
  /** How many processes share what is allowed at once. */
  readonly workers: number;
}

/** @throws ConfigError where a shop's gateways lead to several platforms. */
export function openShops(settings: readonly ShopSettings[], { now, paces, workers }: OpenSettings): Shops {
  const queues = new Map<string, Queue>();
  return new Map(settings.map((shop, index) => [shop.id, openShop(shop, `shops[${index}]`)]));

  function openShop({ id, name, gateways }: ShopSettings, path: string): OpenShop {
    const [preferred, ...others] = gateways.map(openEntrance);
    if (preferred === undefined) throw new ConfigError([`${path}.gateways: must be a list of at least one gateway`]);
    const { platform } = preferred.door.gateway.document;
    if (others.some(({ door }) => door.gateway.document.platform !== platform)) {
      throw new ConfigError([`${path}.gateways: must all lead to one platform, as ${platform} of the first`]);
    }
    const entrances = [preferred, ...others] as const;
    const { view } = preferred.door.gateway;
    const shown = entrances.map(({ door: { gateway }, record: { health } }) => ({
      type: gateway.type,
      view: gateway.view,
      health,
    }));
    return { shop: { id, name, platform, view, gateways: shown }, entrances };
  }

  function openEntrance(settings: GatewaySettings): Entrance {
    const door = doorOf(settings.type as GatewayType);
    const { gateway } = door;
    const breaker = newBreaker();
    return {
      door,
      settings: { ...settings, url: settings.url ?? gateway.url },
      zone: gateway.zone?.(settings) ?? gateway.document.zone,
      record: healthRecord(now, breaker),
      breaker,
      budget: retryBudget(),
      quiet: newQuiet(),
      queue: queueOf(settings, fingerprint([gateway.type, gateway.account(settings)])),
      credential: fingerprint(Object.entries(settings).sort()),
    };
  }

  /** Shops that share an account at a gateway share its queue. */
  function queueOf({ requestsPerSecond, maxConcurrent }: GatewaySettings, account: string): Queue {
    const already = queues.get(account);
    if (already) return already;
    const pace = requestsPerSecond === undefined ? undefined : paces(account, requestsPerSecond);
    const share = Math.max(1, Math.floor((maxConcurrent ?? Number.POSITIVE_INFINITY) / workers));
    const queue = newQueue({ pace, maxConcurrent: share });
    queues.set(account, queue);
    return queue;
  }
}

const fingerprint = (secrets: unknown): string =>
  createHash('sha256').update(JSON.stringify(secrets)).digest('base64url');
