// The tokens of 1688's open platform. Source: its pages on authorization (system.oauth2/getToken, postponeToken): forms
// that are not signed, expires_in as a text of seconds, older refresh tokens stay good.
import type { HttpRequest, ReceivedReply } from './http.js';
import {
  type Application,
  type AuthorizationReply,
  type AuthorizationRequest,
  addressWith,
  clientOf,
  filledText,
  parseGrant,
  secondsIn,
  type TokenGrant,
  tokenRequest,
} from './tokens.js';

export const AUTHORIZE_URL_1688 = 'https://auth.1688.com/oauth/authorize';

/** The address of a token call, on the host that the gateway's other calls go to. */
const addressOf = (url: string, protocol: 'http' | 'param2', name: string, { appKey }: Application): string =>
  new URL(`/openapi/${protocol}/1/system.oauth2/${name}/${encodeURIComponent(appKey)}`, url).href;

export const authorizeUrl1688 = (
  url: string,
  { appKey }: Application,
  { redirectUri, state }: AuthorizationRequest,
): string => addressWith(url, { client_id: appKey, site: '1688', redirect_uri: redirectUri, state });

export const exchange1688 = (
  url: string,
  application: Application,
  { code, redirectUri }: AuthorizationReply,
): HttpRequest =>
  tokenRequest(addressOf(url, 'http', 'getToken', application), {
    grant_type: 'authorization_code',
    need_refresh_token: 'true',
    ...clientOf(application),
    redirect_uri: redirectUri,
    code,
  });

export const refresh1688 = (url: string, application: Application, refreshToken: string): HttpRequest =>
  tokenRequest(addressOf(url, 'http', 'getToken', application), {
    grant_type: 'refresh_token',
    ...clientOf(application),
    refresh_token: refreshToken,
  });

/** Exchanges a refresh token that ends soon for one of another half year. */
export const postpone1688 = (
  url: string,
  application: Application,
  { accessToken, refreshToken }: { readonly accessToken: string; readonly refreshToken: string },
): HttpRequest =>
  tokenRequest(addressOf(url, 'param2', 'postponeToken', application), {
    ...clientOf(application),
    refresh_token: refreshToken,
    access_token: accessToken,
  });

export function parseGrant1688(reply: ReceivedReply): TokenGrant {
  const grant = parseGrant(reply);
  return {
    accessToken: grant.access_token,
    refreshToken: filledText(grant.refresh_token),
    lifetimeMs: secondsIn(grant.expires_in),
    refreshExpiresAt: instantIn(grant.refresh_token_timeout),
    account: filledText(grant.memberId),
  };
}

/** yyyyMMddHHmmssSSS and an offset. */
const TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})([+-]\d{2})(\d{2})$/;

function instantIn(value: unknown): number | undefined {
  const parts = TIME.exec(filledText(value) ?? '');
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, ms, offset, offsetMinutes] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}${offset}:${offsetMinutes}`);
  return Number.isNaN(time) ? undefined : time;
}
