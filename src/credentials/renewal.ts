// Renews one gateway's tokens: one process at a time by a claim in the store, the others take over what it stored.
import { Fault } from '../common/fault.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { SecretRegistry } from '../config/secrets.js';
import type { WithUrl } from '../platforms/gateway.js';
import type { TokenProtocol } from '../platforms/tokenProtocol.js';
import type { HttpReply, HttpRequest } from '../protocols/http.js';
import type { AuthorizationReply, TokenGrant } from '../protocols/tokens.js';
import type { TokenState } from './tokenState.js';
import type { StoredTokens, TokenStore, Tokens } from './types.js';

export interface CredentialLog {
  readonly info: (details: object, message: string) => void;
  readonly warn: (details: object, message: string) => void;
}

/** How a renewal went; busy: another process is at it. */
export type RenewalOutcome = 'RENEWED' | 'BUSY' | 'FAILED';

export interface RenewalOptions {
  readonly shop: string;
  readonly name: string;
  /** The gateway's type, for the log. */
  readonly gateway: string;
  readonly settings: WithUrl<GatewaySettings>;
  readonly protocol: TokenProtocol;
  readonly state: TokenState;
  readonly store: TokenStore;
  /** Names this process. */
  readonly owner: string;
  /** Sends a call to the platform, for so many milliseconds at most. */
  readonly send: (request: HttpRequest, timeoutMs: number) => Promise<HttpReply>;
  readonly now: () => Date;
  /** The machine's clock, by which claims end: they are no matter of the calendar that tokens are dated by. */
  readonly machineNow: () => number;
  /** Tokens are redacted wherever they turn up. */
  readonly secrets: SecretRegistry;
  readonly log: CredentialLog;
}

/** How long the platform may take. */
const CALL_MS = 5_000;

/** Longer than a renewal takes; where a process is killed in the middle of one the others wait so long. */
const CLAIM_MS = 8_000;

/** A store that fails for longer is away: whoever needs a token then has it renewed without a claim. */
const STORE_PATIENCE_MS = 2_000;

/** How often it is looked, for a caller, whether another process has stored other tokens. */
const LOOK_EVERY_MS = 1_000;

export function createRenewal({ state, store, protocol, settings, owner, now, secrets, log, ...rest }: RenewalOptions) {
  const { shop, name, gateway, send, machineNow } = rest;
  const about = { shop, gateway };
  let running: Promise<RenewalOutcome> | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let storeFailsSince: number | undefined;
  /** What was given while it could not be stored, and the version before it. */
  let unsaved: StoredTokens | undefined;
  let isStopReported = false;

  function adopt(stored: StoredTokens): void {
    secrets.add(stored.tokens.accessToken, stored.tokens.refreshToken);
    state.adopt(stored);
    if (!stored.tokens.isRevoked) isStopReported = false;
  }

  async function request(httpRequest: HttpRequest): Promise<TokenGrant> {
    const reply = await send(httpRequest, CALL_MS);
    const grant = protocol.parseGrant({ ...reply, receivedAt: now() });
    secrets.add(grant.accessToken, grant.refreshToken ?? undefined);
    return grant;
  }

  /** Stores tokens, or holds them in memory until they can be. */
  async function keep(tokens: Tokens, { version = state.version(), isForced = false } = {}): Promise<void> {
    const change = { shop, name, version, tokens, owner, isForced, now: now().getTime() };
    try {
      const stored = await store.save(change);
      unsaved = undefined;
      adopt(stored ?? { version: version + 1, tokens });
    } catch {
      if (unsaved?.tokens === tokens) return;
      unsaved = { version, tokens };
      adopt({ version: version + 1, tokens });
    }
  }

  const tokensOf = (grant: TokenGrant, before: Tokens): Tokens => {
    const instant = now().getTime();
    return {
      accessToken: grant.accessToken,
      refreshToken: grant.refreshToken === null ? undefined : (grant.refreshToken ?? before.refreshToken),
      expiresAt: grant.lifetimeMs === undefined ? undefined : instant + grant.lifetimeMs,
      refreshExpiresAt: grant.refreshExpiresAt ?? (grant.refreshToken ? undefined : before.refreshExpiresAt),
      renewedAt: instant,
      account: grant.account ?? before.account,
      isRevoked: false,
    };
  };

  /** Whether this process alone may ask the platform now. Without its database it may, where somebody needs the token. */
  async function claim(isNeeded: boolean): Promise<RenewalOutcome | 'CLAIMED'> {
    try {
      const known = { shop, name, version: state.version() };
      const claimedAt = machineNow();
      const { isClaimed, newer } = await store.claim({ ...known, owner, now: claimedAt, ms: CLAIM_MS });
      if (newer) adopt(newer);
      // A process that was held up may have lost its claim by the time that the platform answers.
      storeFailsSince = undefined;
      const isLate = machineNow() - claimedAt > CLAIM_MS - CALL_MS;
      return newer ? 'RENEWED' : isClaimed && !isLate ? 'CLAIMED' : 'BUSY';
    } catch {
      storeFailsSince ??= performance.now();
      const isAway = performance.now() - storeFailsSince > STORE_PATIENCE_MS;
      return isAway && isNeeded && !state.isUsable() ? 'CLAIMED' : 'BUSY';
    }
  }

  const release = (): Promise<void> => store.release({ shop, name, owner, now: machineNow() }).catch(() => {});

  async function fail(error: unknown): Promise<RenewalOutcome> {
    if (!(error instanceof Fault)) log.warn({ err: error, ...about }, 'defect');
    const code = error instanceof Fault ? error.code : 'UPSTREAM_MALFORMED';
    const { times } = state.recordFailure(code);
    const reason = error instanceof Fault ? secrets.redact(error.message) : undefined;
    if (code === 'SHOP_NOT_AUTHORIZED') {
      log.warn(
        { ...about, reason },
        'The platform refuses to renew the access token: the shop has to authorize it again',
      );
      // What is still good is used to its end.
      await keep({ ...state.tokens(), refreshToken: undefined, isRevoked: !state.isUsable() });
      if (!state.canRenew()) state.recordFailure(code);
      return 'FAILED';
    }
    // While callers wait it is tried many times.
    if (isPowerOfTwo(times))
      log.warn({ ...about, code, reason, times }, 'The access token could not be renewed, and it is tried again');
    await release();
    return 'FAILED';
  }

  async function attempt(isNeeded: boolean, requestOf: (tokens: Tokens) => HttpRequest | undefined) {
    const claimed = await claim(isNeeded);
    if (claimed !== 'CLAIMED') return claimed;
    const before = state.tokens();
    try {
      const httpRequest = requestOf(before);
      if (httpRequest === undefined) return 'FAILED';
      await keep(tokensOf(await request(httpRequest), before));
      log.info({ ...about, expiresAt: dateOf(state.tokens().expiresAt) }, 'The access token was renewed');
      return 'RENEWED';
    } catch (error) {
      return fail(error);
    }
  }

  /** Never fails; all that ask at once share one. */
  function share(start: () => Promise<RenewalOutcome>): Promise<RenewalOutcome> {
    running ??= start().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    renew: ({ isNeeded }: { readonly isNeeded: boolean }): Promise<RenewalOutcome> =>
      share(() =>
        attempt(isNeeded, ({ refreshToken }) =>
          refreshToken === undefined ? undefined : protocol.refresh(settings, refreshToken),
        ),
      ),
    postpone: (): Promise<RenewalOutcome> =>
      share(() =>
        attempt(false, ({ accessToken, refreshToken }) =>
          accessToken === undefined || refreshToken === undefined
            ? undefined
            : protocol.postpone?.(settings, { accessToken, refreshToken }),
        ),
      ),
    /** Takes over what another process has stored; more often than now and then it does nothing. */
    async look(): Promise<void> {
      if (performance.now() - lookedAt < LOOK_EVERY_MS) return;
      lookedAt = performance.now();
      const known = { shop, name, version: state.version() };
      const [newer] = await store.findNewer([known]).catch(() => []);
      if (newer && newer.version > state.version()) adopt(newer);
    },
    adopt,
    async keepUnsaved(): Promise<void> {
      if (unsaved !== undefined) await keep(unsaved.tokens, unsaved);
    },
    /** Exchanges what the platform sent back with the shop's owner. */
    async exchange(reply: AuthorizationReply): Promise<TokenGrant> {
      secrets.add(reply.code);
      return request(protocol.exchange(settings, reply));
    },
    store: (grant: TokenGrant): Promise<void> =>
      keep(tokensOf(grant, { ...state.tokens(), refreshToken: undefined, refreshExpiresAt: undefined }), {
        isForced: true,
      }),
    /** Says once that a gateway is left alone; returns the fault that says so to the caller. */
    reportStop(fault: Fault): Fault {
      if (!isStopReported) {
        const { upstreamCode } = fault.details;
        log.warn({ ...about, upstreamCode }, 'The gateway does not accept the shop’s access token, and is left alone');
      }
      isStopReported = true;
      return fault;
    },
    whenIdle: async (): Promise<void> => void (await running),
  };
}

export type Renewal = ReturnType<typeof createRenewal>;

const isPowerOfTwo = (count: number): boolean => (count & (count - 1)) === 0;

const dateOf = (instant: number | undefined): string | null =>
  instant === undefined ? null : new Date(instant).toISOString();
