// The tokens of one shop's gateway: those of the settings at first, renewed by the platform's rule, by one process at a time,
// and taken over from the others. They stand in closures alone, so that nothing that is shown or logged holds them.
import type { Clock } from '../common/clock.js';
import { Fault } from '../common/fault.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { GatewayAuthorization } from '../order/shop.js';
import type { WithUrl } from '../platforms/gateway.js';
import type { AuthorizationReply, AuthorizationRequest } from '../protocols/tokens.js';
import { authorizationOf } from './authorization.js';
import { lapseFault, refuseOtherAccount, unrenewableFault } from './faults.js';
import { createRenewal, type RenewalOptions } from './renewal.js';
import { createTokenState } from './tokenState.js';
import type { StoredTokens, TokensVersion } from './types.js';

/** How long, and how, whoever needs a token waits for it. */
export interface Patience {
  /** Milliseconds. */
  readonly remainingMs: () => number;
  /** @throws Fault when nobody waits any more. */
  readonly pause: (ms: number) => Promise<void>;
}

export interface GatewayTokens {
  /** As the schema shows it. */
  readonly authorization: () => GatewayAuthorization;
  /** Which tokens are known. */
  readonly version: () => TokensVersion;
  /** The settings of a call that goes out now. */
  readonly settings: () => WithUrl<GatewaySettings>;
  /**
   * Returns when there is a token to call with: at once, or once it has been renewed.
   * @throws Fault of local origin when there is none, or it cannot be renewed in time.
   */
  readonly prepare: (patience: Patience) => undefined | Promise<void>;
  readonly isTokenRefusal: (fault: unknown) => fault is Fault;
  /**
   * Renews the token of a version that was refused.
   * @throws Fault of local origin when that does not go.
   */
  readonly replaceRefused: (version: number, fault: Fault, patience: Patience) => Promise<void>;
  /** A call with a version's token was not refused for it. */
  readonly recordSuccess: (version: number) => void;
  /** The token of a version that was just renewed is refused too: the gateway is left alone, unless others are answered with it. @returns what to throw */
  readonly stop: (version: number, fault: Fault) => Fault;
  /** Renews in the background what is due, and keeps what is not stored yet. */
  readonly maintain: () => Promise<void>;
  /** The page of the platform where the shop's owner authorizes it. */
  readonly authorizeUrl: (request: AuthorizationRequest) => string;
  /**
   * Exchanges what the platform sent back with the shop's owner for tokens, and begins to use them.
   * @throws Fault FORBIDDEN when they are another account's than the shop's, or what the platform refuses with.
   */
  readonly connect: (reply: AuthorizationReply) => Promise<void>;
  /** Takes over what another process has stored. */
  readonly takeOver: (stored: StoredTokens) => void;
  /** Whether there is something to renew the access token with. */
  readonly isRenewed: () => boolean;
  readonly whenIdle: () => Promise<void>;
}

/** How long a gateway that refused its token is left alone before one call tries again. */
const PROBE_MS = 60_000;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

/** How soon it is looked again whether another process has renewed a token. */
const BUSY_PAUSE_MS = 100;

/** A platform that has failed to renew for so long is not waited for: callers are told at once. */
const OUTAGE_MS = 60_000;

export interface GatewayTokensOptions extends Omit<RenewalOptions, 'state'> {
  /** Where the shop's owner can authorize the gateway, if we can say. */
  readonly authorizeUrl: string | undefined;
  readonly now: Clock;
  /** Resolves when what is stored is known, or was waited for long enough; undefined once it has. */
  readonly whenLoaded: () => Promise<void> | undefined;
}

export function createGatewayTokens(options: GatewayTokensOptions): GatewayTokens {
  const { shop, name, protocol, settings, now, authorizeUrl, whenLoaded } = options;
  const state = createTokenState({ protocol, settings, now });
  const renewal = createRenewal({ ...options, state });
  const about = { authorizeUrl };

  let callVersion = -1;
  let callSettings = settings;
  const currentSettings = (): WithUrl<GatewaySettings> => {
    if (callVersion !== state.version()) {
      const { accessToken, account } = state.tokens();
      callSettings = Object.freeze(protocol.withToken(settings, accessToken, account));
      callVersion = state.version();
    }
    return callSettings;
  };

  /** Whether a refused token may be tried once more. */
  function mayProbe(): boolean {
    const { refusedAt } = state.refusal() ?? {};
    const instant = now().getTime();
    if (refusedAt === undefined || state.tokens().isRevoked || instant - refusedAt < PROBE_MS) return false;
    state.probe(instant);
    return true;
  }

  async function renewInTime({ remainingMs, pause }: Patience): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      const outcome = await renewal.renew({ isNeeded: true });
      if (state.isUsable()) return;
      if (!state.canRenew()) throw lapseFault(state, about);
      const waitMs = outcome === 'BUSY' ? BUSY_PAUSE_MS : pauseMs / 2 + (Math.random() * pauseMs) / 2;
      const isOutage = now().getTime() - (state.failure()?.since ?? now().getTime()) > OUTAGE_MS;
      if (isOutage || waitMs >= remainingMs()) throw unrenewableFault(state);
      await pause(waitMs);
    }
  }

  async function prepareLater(patience: Patience): Promise<void> {
    await whenLoaded();
    if (state.isUsable()) return;
    await renewal.look();
    if (state.isUsable() || mayProbe()) return;
    if (!state.canRenew() || state.hasFailedFresh()) throw lapseFault(state, about);
    await renewInTime(patience);
  }

  /** The account that the shop is, as far as the settings or its tokens tell; undefined: nobody has authorized it yet. */
  async function accountOf(): Promise<string | undefined> {
    await whenLoaded();
    await renewal.look();
    const known = () => protocol.account?.(settings) ?? state.tokens().account;
    // Tokens of the settings do not name it: those that they are renewed to do.
    if (known() === undefined && state.canRenew()) await renewal.renew({ isNeeded: true });
    if (known() === undefined && state.canRenew()) throw unrenewableFault(state);
    return known();
  }

  const isTokenRefusal = (fault: unknown): fault is Fault =>
    fault instanceof Fault && fault.origin === 'gateway' && protocol.isTokenRefusal(fault);

  return {
    authorization: () => authorizationOf(state, now),
    version: () => ({ shop, name, version: state.version() }),
    settings: currentSettings,
    prepare(patience) {
      if (whenLoaded() !== undefined || !state.isUsable()) return prepareLater(patience);
      if (state.isDue()) void renewal.renew({ isNeeded: false });
      return undefined;
    },
    isTokenRefusal,
    async replaceRefused(version, fault, patience) {
      state.refuse(version, fault);
      if (!state.isUsable() && !state.canRenew()) await renewal.look();
      if (state.isUsable()) return;
      if (!state.canRenew() || state.hasFailedFresh()) throw renewal.reportStop(lapseFault(state, about, fault));
      await renewInTime(patience);
    },
    recordSuccess: (version) => state.accept(version),
    stop(version, fault) {
      // Others are answered with the same token: it is about this call.
      if (state.hasWorked(version)) return fault;
      state.refuse(version, fault);
      return renewal.reportStop(lapseFault(state, about, fault));
    },
    async maintain() {
      await renewal.keepUnsaved();
      if (state.isDue()) await renewal.renew({ isNeeded: false });
      else if (state.isPostponementDue()) await renewal.postpone();
    },
    authorizeUrl: (request) => protocol.authorizeUrl(settings, request),
    async connect(reply) {
      const known = await accountOf();
      const grant = await renewal.exchange(reply);
      refuseOtherAccount(known, grant);
      await renewal.store(grant);
    },
    takeOver(stored) {
      if (stored.version > state.version()) renewal.adopt(stored);
    },
    isRenewed: state.canRenew,
    whenIdle: renewal.whenIdle,
  };
}
