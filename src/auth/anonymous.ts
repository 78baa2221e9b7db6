// Callers who send no credentials: what they may do, and from where.
import { LRUCache } from 'lru-cache';
import { isLoopback } from '../config/address.js';
import { ANONYMOUS, type AuthSettings, type GrantSettings, scopes } from '../config/authSettings.js';
import { ConfigError } from '../config/configErrors.js';
import { type Caller, createCaller } from './caller.js';

/** The people in the sandbox's orders are invented. */
const ON_SANDBOX: GrantSettings = { shops: ['*'], scopes };
/** Those in real orders are not, and stay masked. */
const ON_REAL_GATEWAYS: GrantSettings = { shops: ['*'], scopes: ['orders:read'] };

/** Who a caller without credentials is; undefined when such callers are not let in. */
export function anonymousCaller(auth: AuthSettings | undefined, sandbox: boolean): Caller | undefined {
  const grant = auth === undefined ? (sandbox ? ON_SANDBOX : ON_REAL_GATEWAYS) : auth.anonymous;
  return grant && createCaller(ANONYMOUS, grant);
}

/**
 * Makes sure that whoever can reach the server may do so.
 * @throws ConfigError when others than this machine can, and the settings do not say who may ask.
 */
export function requireAuthBeyondLoopback(host: string, auth: AuthSettings | undefined): void {
  if (auth !== undefined || isLoopback(host)) return;
  throw new ConfigError([
    'HOST: must be a loopback address such as 127.0.0.1 while the settings have no auth. Say in auth.apiKeys or ' +
      'auth.jwt who may ask, or in auth.anonymous what anyone may.',
  ]);
}

const known = new LRUCache<string, boolean>({ maxSize: 10_000, sizeCalculation: (_, host) => host.length || 1 });

/** Whether a request is meant for this machine by name. A page elsewhere can point a name of its own here. */
export function isLoopbackHost(hostHeader = ''): boolean {
  let isLocal = known.get(hostHeader);
  if (isLocal === undefined) {
    const url = `http://${hostHeader}`;
    isLocal = URL.canParse(url) && isLoopback(new URL(url).hostname);
    known.set(hostHeader, isLocal);
  }
  return isLocal;
}
