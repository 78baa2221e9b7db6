// The gateways of settings as a server would call them: with the token that it has stored, where it has one.
import { systemClock } from '../common/clock.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { Settings } from '../config/index.js';
import { createSecretRegistry } from '../config/secrets.js';
import { createCredentials } from '../credentials/index.js';
import type { TokenStore } from '../credentials/types.js';
import type { CompiledGateway } from '../platforms/compiledGateway.js';
import type { WithUrl } from '../platforms/gateway.js';
import { compiledGatewayFor } from '../platforms/index.js';

export interface CalledGateway {
  readonly shop: string;
  readonly compiled: CompiledGateway;
  /** Looks for the token, and renews none. */
  readonly settings: () => Promise<WithUrl<GatewaySettings>>;
}

export type StoredTokens = Pick<TokenStore, 'findNewer'>;

export function calledGateways(settings: Settings, stored: StoredTokens | undefined): readonly CalledGateway[] {
  const credentials = createCredentials({
    store: undefined,
    send: async () => {
      throw new Error('Tokens are renewed by servers alone.');
    },
    now: systemClock,
    publicUrl: settings.publicUrl,
    secrets: createSecretRegistry(),
    log: { info: () => {}, warn: () => {} },
  });
  return settings.shops.flatMap(({ id: shop, gateways }) =>
    gateways.map((gateway) => {
      const compiled = compiledGatewayFor(gateway);
      const configured = { ...gateway, url: gateway.url ?? compiled.definition.url };
      const tokens = credentials.open(shop, compiled.definition, configured);
      return {
        shop,
        compiled,
        async settings() {
          const found = tokens && (await stored?.findNewer([tokens.version()]).catch(() => []));
          for (const newer of found ?? []) tokens?.takeOver(newer);
          return tokens?.settings() ?? configured;
        },
      };
    }),
  );
}
