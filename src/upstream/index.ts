// The upstream: everything between the order loader and the gateways, put together.

import type { Clock } from '../common/clock.js';
import type { TransportName } from '../config/environment.js';
import type { Settings } from '../config/index.js';
import { createSecretRegistry, type SecretRegistry } from '../config/secrets.js';
import { type Credentials, createCredentials } from '../credentials/index.js';
import type { CredentialLog } from '../credentials/renewal.js';
import type { TokenStore } from '../credentials/types.js';
import { type CallGateway, createCallGateway } from './callGateway.js';
import { Cancellation } from './cancellation.js';
import { createUpstreamCounts, type UpstreamCounts } from './counts.js';
import { createAuthorize } from './layers/authorize.js';
import { createCache } from './layers/cache.js';
import { type CallBudget, createCallBudget } from './layers/callBudget.js';
import { createCircuitBreaker } from './layers/circuitBreaker.js';
import { createCoalesce } from './layers/coalesce.js';
import { createFailover } from './layers/failover.js';
import { type CallObserver, createObserveCalls } from './layers/observeCalls.js';
import { createRateLimit } from './layers/rateLimit.js';
import { createRetry } from './layers/retry.js';
import { createSend } from './layers/send.js';
import { createShops } from './shops.js';
import { createClusterRateLimiters } from './state/clusterRateLimiter.js';
import { createDocumentStore } from './state/documentStore.js';
import { createUpstreamMemory, type UpstreamMemory } from './state/memory.js';
import type { UpstreamLog } from './state/outageLog.js';
import { type CreateRateLimiter, createLocalRateLimiter } from './state/rateLimiter.js';
import { connectRedis, type RedisConnection } from './state/redis.js';
import { createRedisRateLimiters } from './state/redisRateLimiter.js';
import { createShare, type Share } from './state/share.js';
import { createPost } from './transports/index.js';
import type { DocumentArchive, FetchOrder, FindInMemory, Handler, Layer, OrderRecorder, Shops } from './types.js';

interface Upstream {
  readonly shops: Shops;
  readonly findInMemory: FindInMemory;
  readonly fetchOrder: FetchOrder;
  /** Creates what calls gateways in the background, under a caller's name. */
  readonly createCallGateway: (caller: string) => CallGateway;
  /** What processes share, for whoever else counts over all of them. */
  readonly shared: SharedRedis | undefined;
  /** The tokens of the shops' gateways. */
  readonly credentials: Credentials;
  readonly close: () => Promise<void>;
}

/** A Redis, and the part of what is counted there that this process may use without it. */
export interface SharedRedis {
  readonly redis: RedisConnection;
  readonly share: Share;
}

interface UpstreamOptions {
  /** The clock; it stamps requests and documents. */
  readonly now: Clock;
  /** Where the cache and rate limits are shared with other processes. */
  readonly redisUrl: string | undefined;
  /** How many processes of this machine answer together; 1: this one alone. */
  readonly workers: number;
  /** What carries calls to gateways. */
  readonly transport: TransportName;
  /** Counts the calls that each caller causes; without it, nothing does. */
  readonly callBudget: ((shared: SharedRedis | undefined) => CallBudget) | undefined;
  readonly log: UpstreamLog & CredentialLog;
  /** Takes down what gateways say of orders. */
  readonly recorder: OrderRecorder | undefined;
  /** Where tokens are kept beyond the process. */
  readonly tokenStore?: TokenStore | undefined;
  /** Takes down secrets that come up. */
  readonly secrets?: SecretRegistry;
  /** Documents that were recorded before. */
  readonly archive?: DocumentArchive | undefined;
  /** Takes down what is done; without it, nobody reads that. */
  readonly counts?: UpstreamCounts;
  /** What the process remembers from before; by default nothing. */
  readonly memory?: UpstreamMemory;
  /** Told of each call to a gateway. */
  readonly observers?: readonly CallObserver[];
}

export async function createUpstream(
  { shops, cache: cacheSettings, deadlines, retries, replicas, publicUrl }: Settings,
  {
    now,
    redisUrl,
    workers,
    transport,
    callBudget,
    log,
    recorder,
    archive,
    tokenStore,
    secrets = createSecretRegistry(),
    counts = createUpstreamCounts(),
    memory = createUpstreamMemory(),
    observers = [],
  }: UpstreamOptions,
): Promise<Upstream> {
  const redis = redisUrl ? await connectRedis(redisUrl, log) : undefined;
  const shared = redis && { redis, share: createShare({ redis, replicas, workers }) };
  const { post, close: closeTransport } = await createPost(transport);
  const { callMs } = deadlines;
  const credentials = createCredentials({
    ...{ store: tokenStore, memory: memory.tokens, now, publicUrl, secrets, log },
    send: (request, timeoutMs) => post(request, Math.min(callMs, timeoutMs), new Cancellation()),
  });
  const cache = createCache({
    store: createDocumentStore(cacheSettings, {
      ...{ redis, log, now, archive, counts },
      memory: memory.documents(cacheSettings.maxBytes),
    }),
    openMs: cacheSettings.openSeconds * 1000,
    finalMs: cacheSettings.finalSeconds * 1000,
    servesStale: cacheSettings.serveStale,
    minAgeMs: cacheSettings.minAgeSeconds * 1000,
    now,
    counts,
  });
  // What a request passes on its way to a gateway, from first to last.
  const handle = compose([
    cache.layer,
    createCoalesce(counts),
    createCallBudget(callBudget?.(shared)),
    createFailover(),
    createAuthorize(),
    createCircuitBreaker(),
    createRetry({ retries, callMs }),
    createRateLimit(),
    createObserveCalls(observers),
    createSend({ post, callMs, now, log, recorder }),
  ]);
  const createRateLimiter = rateLimitersFor(shared, workers);
  const upstreamShops = createShops(shops, { now, workers, createRateLimiter, credentials, secrets, counts, memory });
  credentials.start();
  return {
    shops: upstreamShops,
    credentials,
    findInMemory: cache.findInMemory,
    fetchOrder: (request, scope) => handle({ request, scope, shopGateway: request.gateways[0] }),
    createCallGateway: (caller) =>
      createCallGateway({ post, callMs, requestMs: deadlines.requestMs, now, log, caller }),
    shared,
    close: async () => {
      await credentials.close();
      await redis?.close();
      await closeTransport();
    },
  };
}

const compose = (layers: readonly Layer[]): Handler =>
  layers.reduceRight<Handler>(
    (next, layer) => layer(next),
    () => {
      throw new Error('The last layer calls no other.');
    },
  );

function rateLimitersFor(shared: SharedRedis | undefined, workers: number): CreateRateLimiter {
  if (shared) return createRedisRateLimiters(shared.redis, shared.share);
  if (workers > 1) return createClusterRateLimiters(workers);
  return (_account, requestsPerSecond) => createLocalRateLimiter(requestsPerSecond);
}
