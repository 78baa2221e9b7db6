// The tokens of the Taobao Open Platform: a session key is an OAuth 2.0 access token. Source: its page on authorization
// (用户授权介绍). Only applications that are subscribed to may refresh; each refresh ends the refresh token before.
import type { Fault } from '../common/fault.js';
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

export const TOP_AUTHORIZE_URL = 'https://oauth.taobao.com/authorize';
export const TOP_TOKEN_URL = 'https://oauth.taobao.com/token';

export const topAuthorizeUrl = (
  url: string,
  { appKey }: Application,
  { redirectUri, state }: AuthorizationRequest,
): string =>
  addressWith(url, { response_type: 'code', client_id: appKey, redirect_uri: redirectUri, state, view: 'web' });

export const exchangeTopCode = (
  url: string,
  application: Application,
  { code, redirectUri }: AuthorizationReply,
): HttpRequest =>
  tokenRequest(url, {
    grant_type: 'authorization_code',
    ...clientOf(application),
    code,
    redirect_uri: redirectUri,
  });

export const refreshTopToken = (url: string, application: Application, refreshToken: string): HttpRequest =>
  tokenRequest(url, { grant_type: 'refresh_token', ...clientOf(application), refresh_token: refreshToken });

export function parseTopGrant(reply: ReceivedReply): TokenGrant {
  const grant = parseGrant(reply);
  const refreshMs = secondsIn(grant.re_expires_in);
  // 0: the application may not refresh, whatever stands beside it.
  const mayRefresh = refreshMs !== 0;
  return {
    accessToken: grant.access_token,
    refreshToken: mayRefresh ? filledText(grant.refresh_token) : null,
    lifetimeMs: secondsIn(grant.expires_in),
    refreshExpiresAt: mayRefresh && refreshMs !== undefined ? reply.receivedAt.getTime() + refreshMs : undefined,
    account: filledText(grant.taobao_user_id),
  };
}

/** Codes of a session key that is missing, expired or not valid (any more): 26, 27, and what follows TOP. */
const SESSION_CODES = /^(?:26|27|IllegalAccessToken)$|session/i;

/** Whether a call was refused for its session key, rather than for an order that is not the session's. */
export const isSessionRefusal = ({ code, details }: Fault): boolean =>
  code === 'SHOP_NOT_AUTHORIZED' && SESSION_CODES.test(details.upstreamCode ?? '');
