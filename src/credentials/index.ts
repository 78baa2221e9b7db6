// The tokens of all shops' gateways: which gateways have some, and the work on them that no caller waits for.
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../common/clock.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { SecretRegistry } from '../config/secrets.js';
import type { GatewayDefinition, WithUrl } from '../platforms/gateway.js';
import { tokenProtocolOf } from '../platforms/tokenProtocol.js';
import { connectUrl } from './connectUrl.js';
import { createGatewayTokens, type GatewayTokens } from './gatewayTokens.js';
import { createMemoryStore } from './memoryStore.js';
import type { CredentialLog, RenewalOptions } from './renewal.js';
import type { TokenStore } from './types.js';

export interface CredentialsOptions {
  /** Undefined: tokens are kept in memory only. */
  readonly store: TokenStore | undefined;
  /** Where they are kept then; by default a memory of its own. */
  readonly memory?: TokenStore;
  readonly send: RenewalOptions['send'];
  readonly now: Clock;
  /** The machine's clock; that of the calendar may be another's. */
  readonly machineNow?: () => number;
  /** The address by which this server is reached from outside; without one no shop can be connected. */
  readonly publicUrl: string | undefined;
  readonly secrets: SecretRegistry;
  readonly log: CredentialLog;
}

export interface Credentials {
  /** The tokens of a shop's gateway; undefined where it has none that end. Equal settings of one shop share them. */
  readonly open: (
    shop: string,
    definition: GatewayDefinition,
    settings: WithUrl<GatewaySettings>,
  ) => GatewayTokens | undefined;
  /** Begins to renew in the background; resolves never later than callers would wait for what is stored. */
  readonly start: () => void;
  /** Takes over what other processes have stored, and renews what is due. */
  readonly maintain: () => Promise<void>;
  readonly store: TokenStore;
  /** Whether all processes that share a database share these. */
  readonly isShared: boolean;
  readonly close: () => Promise<void>;
}

/** How long the first callers wait for what is stored, where the database is away. */
const LOAD_MS = 2_000;

const MAINTAIN_EVERY_MS = 5_000;

/** So many are renewed at once. */
const PARALLEL = 8;

export function createCredentials(options: CredentialsOptions): Credentials {
  const { now, machineNow = Date.now, publicUrl, secrets, log, send } = options;
  const store = options.store ?? options.memory ?? createMemoryStore();
  const owner = randomUUID();
  const all = new Map<string, GatewayTokens>();
  let loading: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** Takes over what is stored; what cannot be read now is read the next time. */
  async function takeOver(): Promise<void> {
    const known = [...all.values()].map(({ version }) => version());
    const found = await store.findNewer(known).catch(() => []);
    for (const { shop, name, ...stored } of found) all.get(keyOf(shop, name))?.takeOver(stored);
  }

  async function maintain(): Promise<void> {
    if (all.size === 0) return;
    await takeOver();
    const waiting = [...all.values()];
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await next.maintain();
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
  }

  return {
    open(shop, definition, settings) {
      const protocol = tokenProtocolOf(definition.tokens);
      if (protocol === undefined) return undefined;
      const name = fingerprint([definition.type, definition.account(settings), protocol.initial(settings)]);
      // Of a shop that names none.
      const isFirst = ![...all.values()].some((other) => other.version().shop === shop);
      const already = all.get(keyOf(shop, name));
      if (already) return already;
      const tokens = createGatewayTokens({
        ...{
          shop,
          name,
          gateway: definition.type,
          settings,
          protocol,
          store,
          owner,
          send,
          now,
          machineNow,
          secrets,
          log,
        },
        authorizeUrl:
          publicUrl === undefined ? undefined : connectUrl(publicUrl, shop, isFirst ? undefined : definition.type),
        whenLoaded: () => loading,
      });
      all.set(keyOf(shop, name), tokens);
      return tokens;
    },
    start() {
      if (all.size === 0) return;
      if (options.store === undefined)
        log.warn(
          { gateways: all.size },
          'Renewed access tokens are kept in memory only, and each process renews its own: index.encryptionKey has them stored',
        );
      loading = Promise.race([takeOver(), pause(LOAD_MS, undefined, { ref: false })]).then(() => {
        loading = undefined;
      });
      timer = setInterval(() => void maintain(), MAINTAIN_EVERY_MS).unref();
    },
    maintain,
    store,
    isShared: options.store !== undefined,
    async close() {
      clearInterval(timer);
      await Promise.all([...all.values()].map(({ whenIdle }) => whenIdle()));
    },
  };
}

const keyOf = (shop: string, name: string): string => `${shop} ${name}`;

const fingerprint = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
