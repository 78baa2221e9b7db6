// A replica as far as tokens are concerned: its credentials, and orders that are asked for with them.
import { Fault } from '../../src/common/fault.js';
import { createSecretRegistry, type SecretRegistry } from '../../src/config/secrets.js';
import type { GatewayTokens } from '../../src/credentials/gatewayTokens.js';
import { type Credentials, type CredentialsOptions, createCredentials } from '../../src/credentials/index.js';
import { gateways } from '../../src/platforms/index.js';
import { Cancellation } from '../../src/upstream/cancellation.js';
import { createAuthorize } from '../../src/upstream/layers/authorize.js';
import type { UpstreamCall, UpstreamDocument } from '../../src/upstream/types.js';
import { TOKEN_SENTINEL, type TokenPlatform } from './tokenPlatform.js';

export interface TokenReplica {
  readonly credentials: Credentials;
  readonly tokens: GatewayTokens;
  readonly secrets: SecretRegistry;
  /** Lines of the log, as JSON. */
  readonly lines: readonly string[];
  /** Asks for an order; resolves to the calls that reached the gateway. */
  readonly order: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export const RENEWED_SETTINGS = {
  type: 'TAOBAO_TOP',
  url: 'http://127.0.0.1:1/router/rest',
  appKey: '12345678',
  appSecret: 'application-secret',
  signMethod: 'hmac-sha256',
  sessionKey: `${TOKEN_SENTINEL}-of-settings`,
  refreshToken: `${TOKEN_SENTINEL}-refresh-of-settings`,
};

interface ReplicaOptions extends Pick<CredentialsOptions, 'store' | 'now' | 'machineNow'> {
  readonly platform: Pick<TokenPlatform, 'send' | 'isGood'>;
  readonly settings?: typeof RENEWED_SETTINGS;
  /** How long a request waits. */
  readonly requestMs?: number;
}

export function startTokenReplica({
  platform,
  settings = RENEWED_SETTINGS,
  requestMs = 5_000,
  ...options
}: ReplicaOptions): TokenReplica {
  const lines: string[] = [];
  const write = (details: object, message: string) => void lines.push(JSON.stringify({ ...details, message }));
  const secrets = createSecretRegistry();
  const credentials = createCredentials({
    ...options,
    ...{ send: platform.send, publicUrl: undefined, secrets, log: { info: write, warn: write } },
  });
  const tokens = credentials.open('flagship', gateways.TAOBAO_TOP, settings);
  if (tokens === undefined) throw new Error('The gateway has no tokens.');
  credentials.start();
  const shopGateway = { tokens };
  const handle = createAuthorize()(async (call: UpstreamCall) => {
    const used = call.settings?.() as typeof RENEWED_SETTINGS | undefined;
    call.request.trace.attempts += 1;
    if (platform.isGood(used?.sessionKey)) return {} as UpstreamDocument;
    throw new Fault('SHOP_NOT_AUTHORIZED', 'Invalid session', { upstreamCode: '27' });
  });
  return {
    ...{ credentials, tokens, secrets, lines },
    async order() {
      const trace = { attempts: 0 };
      const scope = { caller: 'test', deadline: performance.now() + requestMs, cancellation: new Cancellation() };
      const request = { gateways: [shopGateway], trace };
      await handle({ shopGateway, request, scope } as unknown as UpstreamCall);
      return trace.attempts;
    },
    close: credentials.close,
  };
}
