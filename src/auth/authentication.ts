// From a request's headers to who asks.
import type { IncomingHttpHeaders } from 'node:http';
import type { AuthSettings } from '../config/settings.js';
import { Fault } from '../common/fault.js';
import { anonymousCaller, isForThisMachine } from './anonymous.js';
import type { Caller } from './caller.js';
import { keyring } from './apiKeys.js';
import { looksLikeToken, RefusedToken, tokenReader } from './jwt.js';

export interface AuthenticationSettings {
  readonly auth: AuthSettings | undefined;
  /** Whether the gateways are the sandbox's. */
  readonly sandbox: boolean;
  /** The clock that tokens are held against. */
  readonly now: () => Date;
}

/** Hears why credentials were refused, which is not for whoever sent them. */
export type HearReason = (reason: string) => void;

/** @throws Fault UNAUTHENTICATED, or FORBIDDEN for names that are not this machine's while there is no `auth`. */
export type Authenticate = (headers: IncomingHttpHeaders, hear: HearReason) => Caller | Promise<Caller>;

const NEEDED = 'An API key or a token is needed: send it as Authorization: Bearer KEY.';
const BEARER = /^Bearer +(\S+) *$/i;

/** @throws ConfigError when the token issuer's keys cannot be read. */
export function authentication({ auth, sandbox, now }: AuthenticationSettings): Authenticate {
  const anonymous = anonymousCaller(auth, sandbox);
  const findHolder = keyring(auth?.apiKeys ?? []);
  const readToken = auth?.jwt && tokenReader(auth.jwt, now);

  function identify(authorization: string, hear: HearReason): Caller | Promise<Caller> {
    const credentials = BEARER.exec(authorization)?.[1];
    if (credentials === undefined) throw refusal('The credentials are refused.', hear, 'not Bearer');
    const holder = findHolder(credentials);
    if (holder) return holder;
    if (!readToken || !looksLikeToken(credentials)) throw refusal('The API key is refused.', hear, 'unknown key');
    return readToken(credentials).catch((error: unknown) => {
      if (!(error instanceof RefusedToken)) throw error;
      throw refusal('The token is refused.', hear, error.message);
    });
  }

  // Only tokens take time.
  return ({ authorization, host }, hear) => {
    // Without auth there are no credentials to be right or wrong.
    if (auth !== undefined && authorization !== undefined) return identify(authorization, hear);
    if (auth === undefined && !sandbox && !isForThisMachine(host))
      throw new Fault('FORBIDDEN', 'Without auth in its settings the server answers to names of its own machine only.');
    if (anonymous === undefined) throw refusal(NEEDED, hear, 'none');
    return anonymous;
  };
}

function refusal(message: string, hear: HearReason, reason: string): Fault {
  hear(reason);
  return new Fault('UNAUTHENTICATED', message);
}
