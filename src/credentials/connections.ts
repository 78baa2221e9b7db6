// Connecting a shop: links and states that are good for one use, and who may use them.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../common/clock.js';
import { Fault } from '../common/fault.js';
import { isObject } from '../common/object.js';
import { callbackUrl } from './connectUrl.js';
import type { GatewayTokens } from './gatewayTokens.js';
import type { TokenStore } from './types.js';

/** The gateway of a shop that is to be connected. */
export interface Connectable {
  readonly shop: string;
  /** Its type. */
  readonly gateway: string;
}

/** Who begins, or is back: a caller, or only the browser that began. */
export interface Visitor {
  /** The caller's name; undefined where nobody has said it. */
  readonly caller: string | undefined;
  /** What the browser was given when it began. */
  readonly nonce: string | undefined;
}

export interface Departure {
  /** The platform's page, with a state. */
  readonly location: string;
  /** For the browser alone, to be brought back under this name. */
  readonly nonce: string;
  readonly nonceName: string;
}

export interface Connections {
  /** A link's secret: whoever has it may begin once. */
  readonly createLink: (target: Connectable, caller: string) => Promise<{ secret: string; expiresAt: Date }>;
  /** Whom a link was made by; undefined when it is not known, used or over, or of another shop. */
  readonly redeemLink: (target: Connectable, secret: string) => Promise<string | undefined>;
  readonly begin: (target: Connectable, tokens: GatewayTokens, caller: string) => Promise<Departure>;
  /** The name under which the browser brings back what it was given. */
  readonly nonceNameOf: (state: string) => string;
  /** @throws Fault FORBIDDEN for a state that is not known, used or over, or was begun by somebody else. */
  readonly end: (state: string, visitor: Visitor) => Promise<Connectable & { readonly caller: string }>;
  /** Registered with each platform: it sends people back to no other. */
  readonly redirectUri: string;
}

interface ConnectionsOptions {
  readonly store: TokenStore;
  readonly publicUrl: string;
  readonly now: Clock;
  /** Whether all processes that may be asked remember what was begun. */
  readonly isRemembered: boolean;
}

export const STATE_MS = 600_000;
const LINK_MS = 3_600_000;

const SECRET_BYTES = 32;
const createSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** What a secret is good for, beside the target. */
interface Purpose extends Connectable {
  readonly kind: 'link' | 'state';
  readonly caller: string;
  /** Of a state: the hash of what the browser was given. */
  readonly nonceHash?: string;
}

export function createConnections({ store, publicUrl, now, isRemembered }: ConnectionsOptions): Connections {
  const redirectUri = callbackUrl(publicUrl);
  // Browsers take cookies of this prefix from nobody but the host itself, over https.
  const prefix = publicUrl.startsWith('https:') ? '__Host-' : '';
  const nonceNameOf = (state: string): string => `${prefix}ordergraph-connect-${hashOf(state).slice(0, 8)}`;

  async function issue(purpose: Purpose, ms: number): Promise<{ secret: string; expiresAt: Date }> {
    if (!isRemembered) throw unremembered();
    const secret = createSecret();
    const instant = now().getTime();
    const expiresAt = instant + ms;
    await store.addSecret({ hash: hashOf(secret), purpose: JSON.stringify(purpose), expiresAt, now: instant });
    return { secret, expiresAt: new Date(expiresAt) };
  }

  async function redeem(kind: Purpose['kind'], secret: string): Promise<Purpose | undefined> {
    const text = await store.redeemSecret({ hash: hashOf(secret), now: now().getTime() });
    const purpose: unknown = text === undefined ? undefined : JSON.parse(text);
    return isObject(purpose) && purpose.kind === kind ? (purpose as unknown as Purpose) : undefined;
  }

  return {
    redirectUri,
    nonceNameOf,
    createLink: (target, caller) => issue({ kind: 'link', ...target, caller }, LINK_MS),
    async redeemLink({ shop, gateway }, secret) {
      const purpose = await redeem('link', secret);
      return purpose?.shop === shop && purpose.gateway === gateway ? purpose.caller : undefined;
    },
    async begin(target, tokens, caller) {
      const nonce = createSecret();
      const { secret: state } = await issue({ kind: 'state', ...target, caller, nonceHash: hashOf(nonce) }, STATE_MS);
      return { location: tokens.authorizeUrl({ redirectUri, state }), nonce, nonceName: nonceNameOf(state) };
    },
    async end(state, { caller, nonce }) {
      const purpose = await redeem('state', state);
      if (purpose === undefined) throw refusal('This has been used already, or took too long.');
      const isBrowser = nonce !== undefined && isEqual(hashOf(nonce), purpose.nonceHash ?? '');
      if (caller === undefined ? !isBrowser : caller !== purpose.caller)
        throw refusal('This was begun by somebody else, or in another browser.');
      return { shop: purpose.shop, gateway: purpose.gateway, caller: purpose.caller };
    },
  };
}

const unremembered = (): Fault =>
  new Fault(
    'INDEX_UNAVAILABLE',
    'Several processes answer, and only one would remember what is begun: index.encryptionKey lets them share it.',
    {},
    { origin: 'local' },
  );

const refusal = (message: string): Fault => new Fault('FORBIDDEN', message, {}, { origin: 'local' });

const isEqual = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
