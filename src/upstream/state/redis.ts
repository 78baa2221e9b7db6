// The connection to Redis, which is optional at every moment: a command fails at once while Redis is away, and the
// connection comes back by itself.
import { randomUUID } from 'node:crypto';
import type { Redis, RedisOptions } from 'ioredis';
import { type Heartbeat, isTimeout, startHeartbeat } from './heartbeat.js';
import { createOutageLog, type UpstreamLog } from './outageLog.js';
import { createRecovery, type Recovery } from './recovery.js';

export interface RedisConnection extends Recovery, Pick<Heartbeat, 'processes'> {
  readonly client: Redis;
  /** Names this process to the others. */
  readonly self: string;
  /**
   * Gives a command to Redis.
   * @throws Error when it fails, which is logged; at once while Redis is away.
   */
  readonly run: <Reply>(command: (client: Redis) => Promise<Reply>) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

const COMMAND_MS = 250;

/** How long a start waits for Redis. */
const FIRST_ANSWER_MS = 1_500;

/** How long a Redis that did not answer in time is left alone. */
const REST_MS = 500;

/** How often a Redis that has become read-only is connected to anew: its address may lead to another by then. */
const RECONNECT_EVERY_MS = 1_000;

/** Loads the client as well, which only those wait for who have a Redis. Resolves once Redis has answered, or has not. */
export async function connectRedis(url: string, log: UpstreamLog): Promise<RedisConnection> {
  const ioredis = await import('ioredis');
  const client = new ioredis.Redis(url, optionsOfClient());
  const self = randomUUID();
  const outages = createOutageLog(log);
  const recovery = createRecovery();
  const { beat, processes, stop } = startHeartbeat({ client, self, outages, recovery });
  let restUntil = Number.NEGATIVE_INFINITY;
  client.on('close', recovery.recordOutage);
  client.on('error', (error: Error) => {
    outages.failed(error);
    // The client would go on in the first database, which may be somebody else's.
    if (isOfSelect(error)) client.disconnect(true);
  });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, FIRST_ANSWER_MS);
    const proceed = (): void => {
      clearTimeout(timer);
      resolve();
    };
    client.on('ready', () => void beat().then(proceed));
    client.once('error', proceed);
  });
  return {
    ...recovery,
    client,
    self,
    processes,
    async run(command) {
      if (performance.now() < restUntil) throw new Error('Redis did not answer just now.');
      try {
        return await command(client);
      } catch (error) {
        if (isTimeout(error)) restUntil = performance.now() + REST_MS;
        if (error instanceof Error) outages.failed(error);
        throw error;
      }
    },
    async close() {
      await stop();
      client.disconnect();
    },
  };
}

function optionsOfClient(): RedisOptions {
  let lastReconnect = Number.NEGATIVE_INFINITY;
  return {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_MS,
    connectTimeout: 1_000,
    disconnectTimeout: COMMAND_MS,
    retryStrategy: (attempt) => Math.min(attempt * 100, 1_000),
    reconnectOnError({ message }) {
      const isDue = performance.now() - lastReconnect > RECONNECT_EVERY_MS;
      if (!isDue || !message.includes('READONLY')) return false;
      lastReconnect = performance.now();
      return true;
    },
  };
}

const isOfSelect = (error: Error & { readonly command?: { readonly name?: unknown } }): boolean =>
  error.command?.name === 'select';
