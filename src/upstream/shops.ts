// The configured shops, each with its gateways ready for use.
import { createHash } from 'node:crypto';
import { ConfigError } from '../config/configErrors.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import { createRedactor, secretsOf } from '../config/secrets.js';
import type { ShopSettings } from '../config/settings.js';
import type { Zone } from '../mapping/time.js';
import type { Gateway as GatewayType } from '../order/enums.js';
import type { Shop } from '../order/shop.js';
import type { CompiledGateway } from '../platforms/compiledGateway.js';
import type { WithUrl } from '../platforms/gateway.js';
import { compiledGatewayOf } from '../platforms/index.js';
import { type CircuitBreaker, createCircuitBreaker } from './layers/circuitBreaker.js';
import { type Backoff, createBackoff, createRetryBudget, type RetryBudget } from './layers/retry.js';
import { createFairQueue, type FairQueue } from './state/fairQueue.js';
import { createHealthRecord, type HealthRecord } from './state/health.js';
import type { RateLimiters } from './state/rateLimiter.js';

/** One gateway of one shop. */
export interface ShopGateway {
  readonly compiled: CompiledGateway;
  readonly settings: WithUrl<GatewaySettings>;
  /** Redacts the secrets of its settings in a text. */
  readonly redact: (text: string) => string;
  /** The zone of times that name none. */
  readonly zone: Zone;
  readonly record: HealthRecord;
  readonly circuit: CircuitBreaker;
  readonly retryBudget: RetryBudget;
  readonly backoff: Backoff;
  readonly queue: FairQueue;
  /** Names the account at the gateway, and tells nothing of its secrets. */
  readonly credential: string;
}

export interface UpstreamShop {
  /** The shop as the schema shows it. */
  readonly shop: Shop;
  /** The preferred one first; at least one. */
  readonly gateways: readonly [ShopGateway, ...ShopGateway[]];
}

export type Shops = ReadonlyMap<string, UpstreamShop>;

export interface ShopOptions {
  readonly now: () => Date;
  readonly paces: RateLimiters;
  /** How many processes share what is allowed at once. */
  readonly workers: number;
}

/** @throws ConfigError where a shop's gateways lead to several platforms. */
export function createShops(settings: readonly ShopSettings[], { now, paces, workers }: ShopOptions): Shops {
  const queues = new Map<string, FairQueue>();
  return new Map(settings.map((shop, index) => [shop.id, createShop(shop, `shops[${index}]`)]));

  function createShop({ id, name, gateways: configured }: ShopSettings, path: string): UpstreamShop {
    const [preferred, ...others] = configured.map(createShopGateway);
    if (preferred === undefined) throw new ConfigError([`${path}.gateways: must be a list of at least one gateway`]);
    const { platform } = preferred.compiled.definition.document;
    if (others.some(({ compiled }) => compiled.definition.document.platform !== platform)) {
      throw new ConfigError([`${path}.gateways: must all lead to one platform, as ${platform} of the first`]);
    }
    const gateways = [preferred, ...others] as const;
    const { view } = preferred.compiled.definition;
    const shown = gateways.map(({ compiled: { definition }, record: { health } }) => ({
      type: definition.type,
      view: definition.view,
      health,
    }));
    return { shop: { id, name, platform, view, gateways: shown }, gateways };
  }

  function createShopGateway(settings: GatewaySettings): ShopGateway {
    const compiled = compiledGatewayOf(settings.type as GatewayType);
    const { definition: gateway } = compiled;
    const breaker = createCircuitBreaker();
    return {
      compiled,
      settings: { ...settings, url: settings.url ?? gateway.url },
      redact: createRedactor(secretsOf(settings)),
      zone: gateway.zone?.(settings) ?? gateway.document.zone,
      record: createHealthRecord(now, breaker),
      circuit: breaker,
      retryBudget: createRetryBudget(),
      backoff: createBackoff(),
      queue: queueOf(settings, fingerprint([gateway.type, gateway.account(settings)])),
      credential: fingerprint(Object.entries(settings).sort()),
    };
  }

  /** Shops that share an account at a gateway share its queue. */
  function queueOf({ requestsPerSecond, maxConcurrent }: GatewaySettings, account: string): FairQueue {
    const already = queues.get(account);
    if (already) return already;
    const pace = requestsPerSecond === undefined ? undefined : paces(account, requestsPerSecond);
    const share = Math.max(1, Math.floor((maxConcurrent ?? Number.POSITIVE_INFINITY) / workers));
    const queue = createFairQueue({ rateLimiter: pace, maxConcurrent: share });
    queues.set(account, queue);
    return queue;
  }
}

const fingerprint = (secrets: unknown): string =>
  createHash('sha256').update(JSON.stringify(secrets)).digest('base64url');
