// The tokens that a process knows of one gateway, and what follows from them and from the clock.
import type { Clock } from '../common/clock.js';
import type { Fault, FaultCode } from '../common/fault.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { TokenProtocol } from '../platforms/tokenProtocol.js';
import type { StoredTokens, Tokens } from './types.js';

/** That the gateway does not take the access token, while its end has not come. */
interface Refusal {
  readonly fault: Fault;
  /** When it was tried last, by the clock. */
  readonly refusedAt: number;
}

/** That renewing fails. */
interface RenewalFailure {
  readonly code: FaultCode;
  /** Since when, how often in a row, and until when it is left alone in the background. */
  readonly since: number;
  readonly times: number;
  readonly notBefore: number;
}

export interface TokenState {
  readonly tokens: () => Tokens;
  /** 0 of those that stand in the settings. */
  readonly version: () => number;
  readonly adopt: (stored: StoredTokens) => void;
  /** Whether calls can be made with the access token, as far as is known. */
  readonly isUsable: () => boolean;
  /** Whether there is something to renew it with. */
  readonly canRenew: () => boolean;
  readonly isDue: () => boolean;
  readonly isPostponementDue: () => boolean;
  readonly refuse: (version: number, fault: Fault) => void;
  readonly refusal: () => Refusal | undefined;
  readonly probe: (instant: number) => void;
  readonly accept: (version: number) => void;
  /** Whether a call was answered with the token of a version. */
  readonly hasWorked: (version: number) => boolean;
  /** Whether the access token is refused that was renewed a moment ago, and never worked: to renew it again is no help yet. */
  readonly hasFailedFresh: () => boolean;
  readonly failure: () => RenewalFailure | undefined;
  readonly recordFailure: (code: FaultCode) => RenewalFailure;
}

interface TokenStateOptions {
  readonly protocol: TokenProtocol;
  readonly settings: GatewaySettings;
  readonly now: Clock;
}

/** How soon a token that was refused as soon as it was renewed may be renewed again. */
const FRESH_MS = 60_000;

/** How long renewing in the background waits after its first failure, and at most. */
const FIRST_BACKOFF_MS = 5_000;
const LONGEST_BACKOFF_MS = 300_000;

export function createTokenState({ protocol, settings, now }: TokenStateOptions): TokenState {
  let tokens = tokensOf(settings, protocol);
  let version = 0;
  let refusal: Refusal | undefined;
  let failure: RenewalFailure | undefined;
  let hasWorked = false;

  const instant = (): number => now().getTime();
  const isOver = (endsAt: number | undefined): boolean => endsAt !== undefined && endsAt <= instant();

  const isUsable = (): boolean =>
    tokens.accessToken !== undefined && !tokens.isRevoked && refusal === undefined && !isOver(tokens.expiresAt);
  const canRenew = (): boolean =>
    tokens.refreshToken !== undefined && !tokens.isRevoked && !isOver(tokens.refreshExpiresAt);

  function isRenewalTime(): boolean {
    const { renewedAt, expiresAt } = tokens;
    if (!isUsable()) return true;
    if (renewedAt === undefined || expiresAt === undefined) return false;
    return instant() >= renewedAt + (expiresAt - renewedAt) * protocol.renewAfter;
  }

  const isLeftAlone = (): boolean => failure !== undefined && instant() < failure.notBefore;
  const hasFailedFresh = (): boolean =>
    refusal !== undefined && !hasWorked && tokens.renewedAt !== undefined && instant() - tokens.renewedAt < FRESH_MS;

  return {
    tokens: () => tokens,
    version: () => version,
    adopt(stored) {
      ({ tokens, version } = stored);
      refusal = undefined;
      failure = undefined;
      hasWorked = false;
    },
    isUsable,
    canRenew,
    isDue: () => canRenew() && !isLeftAlone() && isRenewalTime() && !hasFailedFresh(),
    isPostponementDue() {
      const { postponeBeforeMs } = protocol;
      const { refreshExpiresAt } = tokens;
      if (postponeBeforeMs === undefined || refreshExpiresAt === undefined || isLeftAlone()) return false;
      return isUsable() && canRenew() && refreshExpiresAt - instant() < postponeBeforeMs;
    },
    refuse(refused, fault) {
      if (refused === version) refusal = { fault, refusedAt: instant() };
    },
    refusal: () => refusal,
    probe(at) {
      if (refusal) refusal = { ...refusal, refusedAt: at };
    },
    accept(worked) {
      if (worked !== version) return;
      hasWorked = true;
      refusal = undefined;
    },
    hasWorked: (asked) => hasWorked && asked === version,
    hasFailedFresh,
    failure: () => failure,
    recordFailure(code) {
      const times = (failure?.times ?? 0) + 1;
      const waitMs = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (times - 1));
      failure = { code, times, since: failure?.since ?? instant(), notBefore: instant() + waitMs };
      return failure;
    },
  };
}

/** Those that stand in the settings: nobody says when they end. */
const tokensOf = (settings: GatewaySettings, protocol: TokenProtocol): Tokens => ({
  ...protocol.initial(settings),
  expiresAt: undefined,
  refreshExpiresAt: undefined,
  renewedAt: undefined,
  account: undefined,
  isRevoked: false,
});
