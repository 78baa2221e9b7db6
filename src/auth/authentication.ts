// From a request's headers to its caller.

import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../common/clock.js';
import { Fault } from '../common/fault.js';
import type { AuthSettings } from '../config/authSettings.js';
import { anonymousCaller, isLoopbackHost } from './anonymous.js';
import { createApiKeyLookup } from './apiKeys.js';
import type { Caller } from './caller.js';
import { createTokenVerifier, isTokenShaped, TokenRefusal } from './jwt.js';

interface AuthenticatorOptions {
  readonly auth: AuthSettings | undefined;
  /** Whether the gateways are the sandbox's. */
  readonly sandbox: boolean;
  /** The clock that tokens are held against. */
  readonly now: Clock;
}

/** Takes why credentials were refused: for the log, never for whoever sent them. */
export type ReportRefusal = (reason: string) => void;

/** @throws Fault UNAUTHENTICATED, or FORBIDDEN for names that are not this machine's while there is no `auth`. */
export type Authenticate = (headers: IncomingHttpHeaders, report: ReportRefusal) => Caller | Promise<Caller>;

const NEEDED = 'An API key or a token is needed: send it as Authorization: Bearer KEY.';
const BEARER = /^Bearer +(\S+) *$/i;

/** @throws ConfigError when the token issuer's keys cannot be read. */
export function createAuthenticator({ auth, sandbox, now }: AuthenticatorOptions): Authenticate {
  const anonymous = anonymousCaller(auth, sandbox);
  const findCaller = createApiKeyLookup(auth?.apiKeys ?? []);
  const verifyToken = auth?.jwt && createTokenVerifier(auth.jwt, now);

  function identify(authorization: string, report: ReportRefusal): Caller | Promise<Caller> {
    const credentials = BEARER.exec(authorization)?.[1];
    if (credentials === undefined) throw refusal('The credentials are refused.', report, 'not Bearer');
    const caller = findCaller(credentials);
    if (caller) return caller;
    if (!verifyToken || !isTokenShaped(credentials)) throw refusal('The API key is refused.', report, 'unknown key');
    return verifyToken(credentials).catch((error: unknown) => {
      if (!(error instanceof TokenRefusal)) throw error;
      throw refusal('The token is refused.', report, error.message);
    });
  }

  // Only tokens take time.
  return ({ authorization, host }, report) => {
    // Without auth there are no credentials to be right or wrong.
    if (auth !== undefined && authorization !== undefined) return identify(authorization, report);
    if (auth === undefined && !sandbox && !isLoopbackHost(host))
      throw new Fault('FORBIDDEN', 'Without auth in its settings the server answers to names of its own machine only.');
    if (anonymous === undefined) throw refusal(NEEDED, report, 'none');
    return anonymous;
  };
}

function refusal(message: string, report: ReportRefusal, reason: string): Fault {
  report(reason);
  return new Fault('UNAUTHENTICATED', message);
}
