// TAOBAO_TOP: Taobao trades as the seller sees them, through the Taobao Open Platform.
import { IsOptional } from 'class-validator';
import { GatewaySettings } from '../../../config/gatewaySettings.js';
import { Address, OneOf, SignedText, TokenText } from '../../../config/rules.js';
import { Secret } from '../../../config/secret.js';
import { reference } from '../../../mapping/spelling.js';
import { buildRequest, parseReply } from '../../../protocols/top.js';
import { SIGN_METHODS, type SignMethod } from '../../../protocols/topSignature.js';
import {
  exchangeTopCode,
  isSessionRefusal,
  parseTopGrant,
  refreshTopToken,
  TOP_AUTHORIZE_URL,
  TOP_TOKEN_URL,
  topAuthorizeUrl,
} from '../../../protocols/topTokens.js';
import type { GatewayDefinition } from '../../gateway.js';
import { document } from '../document.js';
import { list } from '../list.js';
import { messages } from '../messages.js';
import { PLATFORM_PATHS } from '../platformPaths.js';

class TaobaoTopSettings extends GatewaySettings {
  /** The application's key, digits. */
  @SignedText()
  readonly appKey!: string;

  /** The application's secret, which signs every call. */
  @Secret()
  @SignedText()
  readonly appSecret!: string;

  /** Session key of the seller's authorization; not needed where the shop is connected by publicUrl. */
  @Secret()
  @TokenText()
  readonly sessionKey?: string;

  /** What renews the session key, where the application may; default none. */
  @Secret()
  @IsOptional()
  @SignedText()
  readonly refreshToken?: string;

  /** The seller's taobao_user_id: connecting the shop as anybody else is refused. Default whoever connects it first. */
  @IsOptional()
  @SignedText()
  readonly userId?: string;

  /** The page where the seller authorizes the application; default the platform's. */
  @IsOptional()
  @Address()
  readonly authorizeUrl?: string;

  /** Absolute http or https URL that session keys are issued at; default the platform's. */
  @IsOptional()
  @Address()
  readonly tokenUrl?: string;

  /** How calls are signed: md5, hmac (HMAC-MD5) or hmac-sha256; default hmac-sha256. */
  @OneOf(SIGN_METHODS)
  readonly signMethod: SignMethod = 'hmac-sha256';
}

export const TAOBAO_TOP: GatewayDefinition<TaobaoTopSettings> = {
  type: 'TAOBAO_TOP',
  settings: TaobaoTopSettings,
  view: 'SELLER',
  document,
  spellings: [reference],
  url: 'https://gw.api.taobao.com/router/rest',
  documents: { ofPlatform: PLATFORM_PATHS },
  tokens: {
    initial: ({ sessionKey, refreshToken }) => ({ accessToken: sessionKey, refreshToken }),
    withToken: (settings, sessionKey) => ({ ...settings, sessionKey: sessionKey ?? '' }),
    renewAfter: 0.5,
    authorizeUrl: ({ authorizeUrl = TOP_AUTHORIZE_URL, ...application }, request) =>
      topAuthorizeUrl(authorizeUrl, application, request),
    exchange: ({ tokenUrl = TOP_TOKEN_URL, ...application }, reply) => exchangeTopCode(tokenUrl, application, reply),
    refresh: ({ tokenUrl = TOP_TOKEN_URL, ...application }, token) => refreshTopToken(tokenUrl, application, token),
    parseGrant: parseTopGrant,
    isTokenRefusal: isSessionRefusal,
    account: ({ userId }) => userId,
  },
  list,
  messages,
  account: ({ appKey }) => appKey,
  buildRequest: ({ orderId, subtrees }, { url, appKey, appSecret, sessionKey = '', signMethod }, clock) =>
    buildRequest(
      {
        url,
        method: 'taobao.trade.fullinfo.get.customization',
        appSecret,
        signMethod,
        common: { app_key: appKey, session: sessionKey },
        business: { fields: subtrees.join(','), tid: orderId },
      },
      clock,
    ),
  parseReply: (reply) => parseReply(reply, 'trade'),
};
