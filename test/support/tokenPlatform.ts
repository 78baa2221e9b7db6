// A platform that issues tokens, and counts who renews them at the same time. Its refresh tokens stay good.
import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { HttpReply, HttpRequest } from '../../src/protocols/http.js';

/** Its tokens begin with this, whoever shows one. */
export const TOKEN_SENTINEL = 'sentinel-token';

export interface TokenPlatform {
  /** Answers a call to its token endpoint. */
  readonly send: (request: HttpRequest) => Promise<HttpReply>;
  readonly isGood: (accessToken: string | undefined) => boolean;
  /** Ends all access tokens, though it said that they would last. */
  readonly endAll: () => void;
  /** Refuses to renew from now on, for good. */
  readonly revoke: () => void;
  readonly renewals: () => number;
  /** How many are at it. */
  readonly running: () => number;
  /** The most that were at it at the same time. */
  readonly mostAtOnce: () => number;
}

interface TokenPlatformOptions {
  readonly now: () => Date;
  readonly lifetimeMs: number;
  /** Whether a call meets an outage. */
  readonly fails?: () => boolean;
  /** What a call waits for before it is answered. */
  readonly delay?: () => Promise<void>;
}

export function createTokenPlatform({
  now,
  lifetimeMs,
  fails = () => false,
  delay = () => endOfTurn(),
}: TokenPlatformOptions): TokenPlatform {
  const endsAt = new Map<string, number>();
  let issued = 0;
  let running = 0;
  let most = 0;
  let isRevoked = false;

  function answer(form: URLSearchParams): Omit<HttpReply, 'retryAfter'> {
    if (fails()) return { status: 503, text: '{"error":"busy"}' };
    if (isRevoked || !form.get('refresh_token')?.startsWith(`${TOKEN_SENTINEL}-refresh`))
      return { status: 400, text: '{"error":"invalid_grant","error_description":"refresh token expired"}' };
    issued += 1;
    const accessToken = `${TOKEN_SENTINEL}-access-${issued}`;
    endsAt.set(accessToken, now().getTime() + lifetimeMs);
    const grant = { access_token: accessToken, refresh_token: `${TOKEN_SENTINEL}-refresh-${issued}` };
    return { status: 200, text: JSON.stringify({ ...grant, expires_in: String(lifetimeMs / 1000) }) };
  }

  return {
    async send({ body }) {
      running += 1;
      most = Math.max(most, running);
      try {
        await delay();
        return { ...answer(new URLSearchParams(body)), retryAfter: undefined };
      } finally {
        running -= 1;
      }
    },
    isGood: (accessToken = '') => (endsAt.get(accessToken) ?? 0) > now().getTime(),
    endAll: () => endsAt.clear(),
    revoke() {
      isRevoked = true;
      endsAt.clear();
    },
    renewals: () => issued,
    running: () => running,
    mostAtOnce: () => most,
  };
}
