// Callers by token: JSON Web Tokens of one issuer, checked against its public keys.

import { readFileSync } from 'node:fs';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type FetchImplementation,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import type { Clock } from '../common/clock.js';
import { isObject } from '../common/object.js';
import { isAddress } from '../config/address.js';
import { type JwtSettings, type Scope, scopes } from '../config/authSettings.js';
import { ConfigError } from '../config/configErrors.js';
import { errorCode } from '../config/placeholders.js';
import { type Caller, createCaller } from './caller.js';

/** Signatures that only the issuer can make and everyone can check. A shared secret is none, and nor is `none`. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

const FETCH_MS = 5_000;
/** A key set of dozens of keys. Beyond it, whatever the address answers would be held and parsed. */
const MAX_KEY_SET_BYTES = 256 * 1024;
/** Between two fetches: where the first one failed, tokens alone must not make a stream of them. */
const PAUSE_MS = 2_000;

/** Why a token is refused: for the log, never for whoever sent it. */
export class TokenRefusal extends Error {
  override readonly name = 'RefusedToken';
}

/** The caller that a token names. @throws TokenRefusal */
type VerifyToken = (token: string) => Promise<Caller>;

/** Three parts of base64url with dots between them. */
export const isTokenShaped = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text);

/** @throws ConfigError when the key set's file cannot be used. */
export function createTokenVerifier(settings: JwtSettings, now: Clock): VerifyToken {
  const { issuer, audience, jwks, clockToleranceSeconds } = settings;
  const keys = isAddress(jwks) ? keysAt(new URL(jwks)) : keysIn(jwks);
  return async (token) => {
    const claims = await verify(token, keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      clockTolerance: clockToleranceSeconds,
      currentDate: now(),
      // A token that never ends could never be taken back.
      requiredClaims: ['exp'],
    });
    return holderOf(claims, settings);
  };
}

function holderOf(claims: JWTPayload, settings: JwtSettings): Caller {
  const { nameClaim, shopsClaim, scopesClaim, clockToleranceSeconds } = settings;
  const name = claimOf(claims, nameClaim);
  if (typeof name !== 'string' || name === '') throw new TokenRefusal(`no claim ${nameClaim}`);
  const granted = new Set(wordsIn(claimOf(claims, scopesClaim)));
  const grant = {
    shops: wordsIn(claimOf(claims, shopsClaim)),
    // Tokens may hold scopes of other programs as well.
    scopes: scopes.filter((scope): scope is Scope => granted.has(scope)),
  };
  // It is there: a token without it is refused.
  return createCaller(`jwt:${name}`, grant, new Date(((claims.exp ?? 0) + clockToleranceSeconds) * 1000));
}

const claimOf = (claims: JWTPayload, name: string): unknown => (Object.hasOwn(claims, name) ? claims[name] : undefined);

/** A claim that lists words, as a list or in one text with spaces between; anything else lists none. */
function wordsIn(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return claim.split(' ').filter(Boolean);
  return Array.isArray(claim) ? claim.filter((word): word is string => typeof word === 'string') : [];
}

async function verify(token: string, keys: JWTVerifyGetKey, rules: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, rules).catch(async (error: unknown) => {
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
      return verifyWithAny(token, error, rules);
    });
    return payload;
  } catch (error) {
    throw new TokenRefusal(reasonOf(error));
  }
}

/** A token need not say which of several keys made it. */
async function verifyWithAny(token: string, candidates: errors.JWKSMultipleMatchingKeys, rules: JWTVerifyOptions) {
  for await (const key of candidates) {
    try {
      return await jwtVerify(token, key, rules);
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    }
  }
  throw new errors.JWSSignatureVerificationFailed();
}

/** jose's errors carry the claims, so no more than their kind is told. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired)
    return `${error.code} ${error.claim}`;
  return error instanceof errors.JOSEError ? error.code : `key set ${errorCode(error)}`;
}

/** The key set at an address, fetched when first needed and again when an unknown key turns up. */
function keysAt(address: URL): JWTVerifyGetKey {
  let notBefore = Number.NEGATIVE_INFINITY;
  const fetchNowAndThen: FetchImplementation = async (url, request) => {
    if (performance.now() < notBefore) throw new errors.JWKSTimeout();
    notBefore = performance.now() + PAUSE_MS;
    // The signal in the request ends the reading of the body too.
    return bounded(await fetch(url, request), MAX_KEY_SET_BYTES);
  };
  return createRemoteJWKSet(address, { timeoutDuration: FETCH_MS, [customFetch]: fetchNowAndThen });
}

/** The same response, whose body fails once it is longer than so many bytes, unpacked. */
function bounded(response: Response, maxBytes: number): Response {
  let bytes = 0;
  const body = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > maxBytes) controller.error(new errors.JWKSInvalid('The key set is too long.'));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, headers } = response;
  return new Response(body ?? null, { status, headers });
}

/** The key set in a file. */
function keysIn(path: string): JWTVerifyGetKey {
  const refuse = (problem: string): never => {
    throw new ConfigError([`auth.jwt.jwks: ${problem}`]);
  };
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    refuse(`cannot read file ${path} (${errorCode(error)})`);
  }
  const keySet = keySetOf(text);
  if (keySet === undefined) return refuse(`file ${path} is not a JSON Web Key Set: {"keys": […]}`);
  if (keySet.keys.some(({ kty, d }) => kty === 'oct' || d !== undefined))
    refuse(`file ${path} holds a secret key; put public keys there`);
  return createLocalJWKSet(keySet);
}

function keySetOf(text: string): JSONWebKeySet | undefined {
  try {
    const keySet: unknown = JSON.parse(text);
    const isKeySet = isObject(keySet) && Array.isArray(keySet.keys) && keySet.keys.every(isObject);
    return isKeySet ? (keySet as unknown as JSONWebKeySet) : undefined;
  } catch {
    return undefined;
  }
}
