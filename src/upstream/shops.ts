// Creates the configured shops, each with its gateways and the state that their calls share.

import { createHash } from 'node:crypto';
import type { Clock } from '../common/clock.js';
import { ConfigError } from '../config/configErrors.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import { createRedactor, type SecretRegistry, secretsOf } from '../config/secrets.js';
import type { ShopSettings } from '../config/settings.js';
import type { Credentials } from '../credentials/index.js';
import { compiledGatewayFor } from '../platforms/index.js';
import type { UpstreamCounts } from './counts.js';
import { createBackoff } from './state/backoff.js';
import { createCircuit } from './state/circuit.js';
import { createFairQueue, type FairQueue } from './state/fairQueue.js';
import { createHealthRecord } from './state/health.js';
import type { GatewayMemory, UpstreamMemory } from './state/memory.js';
import { type CreateRateLimiter, startingLater } from './state/rateLimiter.js';
import { createRetryBudget } from './state/retryBudget.js';
import type { ShopGateway, Shops, UpstreamShop } from './types.js';

interface ShopOptions {
  readonly now: Clock;
  readonly createRateLimiter: CreateRateLimiter;
  /** How many processes share what is allowed at once. */
  readonly workers: number;
  readonly credentials: Pick<Credentials, 'open'>;
  readonly secrets: SecretRegistry;
  readonly counts: Pick<UpstreamCounts, 'gatewayOf'>;
  readonly memory: Pick<UpstreamMemory, 'gateways' | 'queues'>;
}

/** @throws ConfigError where a shop's gateways lead to several platforms. */
export function createShops(
  shops: readonly ShopSettings[],
  { now, createRateLimiter, workers, credentials, secrets, counts, memory }: ShopOptions,
): Shops {
  /** Those that these settings have named so far. */
  const queues = new Map<string, FairQueue>();
  return new Map(shops.map((shop, index) => [shop.id, createShop(shop, `shops[${index}]`)]));

  function createShop({ id, name, gateways: configured }: ShopSettings, path: string): UpstreamShop {
    const [preferred, ...others] = configured.map((settings) => createShopGateway(id, settings));
    if (preferred === undefined) throw new ConfigError([`${path}.gateways: must be a list of at least one gateway`]);
    const { platform } = preferred.compiled.definition.document;
    if (others.some(({ compiled }) => compiled.definition.document.platform !== platform)) {
      throw new ConfigError([`${path}.gateways: must all lead to one platform, as ${platform} of the first`]);
    }
    const gateways = [preferred, ...others] as const;
    const { view } = preferred.compiled.definition;
    const shown = gateways.map(({ compiled: { definition }, health, tokens }) => ({
      type: definition.type,
      view: definition.view,
      health: health.current,
      get authorization() {
        return tokens?.authorization() ?? null;
      },
    }));
    return { shop: { id, name, platform, view, gateways: shown, health: { alerts: [] } }, gateways };
  }

  function createShopGateway(shop: string, settings: GatewaySettings): ShopGateway {
    const compiled = compiledGatewayFor(settings);
    const { definition } = compiled;
    const credential = credentialOf(settings);
    const { health, circuit, retryBudget, backoff } = gatewayMemoryOf(`${shop} ${credential}`);
    const callSettings = { ...settings, url: settings.url ?? definition.url };
    const redact = createRedactor(secretsOf(settings));
    return {
      compiled,
      settings: callSettings,
      tokens: credentials.open(shop, definition, callSettings),
      redact: (text) => secrets.redact(redact(text)),
      zone: definition.zone?.(settings) ?? definition.document.zone,
      health,
      circuit,
      retryBudget,
      backoff,
      queue: queueOf(settings, fingerprint([definition.type, definition.account(settings)])),
      counts: counts.gatewayOf(shop, definition.type),
      credential,
    };
  }

  /** Shops that share an account at a gateway share its queue. */
  function queueOf({ requestsPerSecond, maxConcurrent }: GatewaySettings, account: string): FairQueue {
    const already = queues.get(account);
    if (already) return already;
    const queue = rememberedQueue(account, requestsPerSecond, maxConcurrent);
    queues.set(account, queue);
    return queue;
  }

  /** The one from before, unless other limits were set for it. */
  function rememberedQueue(account: string, requestsPerSecond?: number, maxConcurrent?: number): FairQueue {
    const limits = JSON.stringify([requestsPerSecond, maxConcurrent]);
    const before = memory.queues.get(account);
    if (before?.limits === limits) return before.queue;
    const created = requestsPerSecond === undefined ? undefined : createRateLimiter(account, requestsPerSecond);
    // The calls of the last second were counted elsewhere.
    const rateLimiter = created && before ? startingLater(created) : created;
    const share = Math.max(1, Math.floor((maxConcurrent ?? Number.POSITIVE_INFINITY) / workers));
    const queue = createFairQueue({ rateLimiter, maxConcurrent: share });
    memory.queues.set(account, { limits, queue });
    return queue;
  }

  function gatewayMemoryOf(key: string): GatewayMemory {
    const before = memory.gateways.get(key);
    if (before) return before;
    const circuit = createCircuit();
    const health = createHealthRecord(now, circuit);
    const created = { health, circuit, retryBudget: createRetryBudget(), backoff: createBackoff() };
    memory.gateways.set(key, created);
    return created;
  }
}

/** Names the account at a gateway, and reveals none of its secrets. */
export const credentialOf = (settings: GatewaySettings): string => fingerprint(Object.entries(settings).sort());

const fingerprint = (secrets: unknown): string =>
  createHash('sha256').update(JSON.stringify(secrets)).digest('base64url');
