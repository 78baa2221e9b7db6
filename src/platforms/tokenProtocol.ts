// How a gateway's tokens are had from its platform and renewed there, as its row says.
import type { Fault } from '../common/fault.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { HttpRequest, ReceivedReply } from '../protocols/http.js';
import type { AuthorizationReply, AuthorizationRequest, TokenGrant } from '../protocols/tokens.js';

/** Settings with their address filled in. */
type WithUrl<Settings> = Settings & { readonly url: string };

export interface InitialTokens {
  readonly accessToken: string | undefined;
  readonly refreshToken: string | undefined;
}

export interface TokenProtocol<Settings extends GatewaySettings = GatewaySettings> {
  /** The tokens of the settings, which all begins with. */
  initial(settings: Settings): InitialTokens;
  /**
   * The settings with another access token.
   * @param account whose token it is, where the platform has said so
   */
  withToken(
    settings: WithUrl<Settings>,
    accessToken: string | undefined,
    account?: string | undefined,
  ): WithUrl<Settings>;
  /** The part of an access token's lifetime after which it is renewed. */
  readonly renewAfter: number;
  /** How long before its end a refresh token is renewed itself, in milliseconds, where the platform can. */
  readonly postponeBeforeMs?: number;
  /** The page where the shop's owner authorizes the application. */
  authorizeUrl(settings: WithUrl<Settings>, request: AuthorizationRequest): string;
  exchange(settings: WithUrl<Settings>, reply: AuthorizationReply): HttpRequest;
  refresh(settings: WithUrl<Settings>, refreshToken: string): HttpRequest;
  postpone?(
    settings: WithUrl<Settings>,
    tokens: { readonly accessToken: string; readonly refreshToken: string },
  ): HttpRequest;
  /** @throws Fault SHOP_NOT_AUTHORIZED where the platform refuses for good. */
  parseGrant(reply: ReceivedReply): TokenGrant;
  /** Whether a call was refused for its access token, rather than for what it asked. */
  isTokenRefusal(fault: Fault): boolean;
  /** The account that the shop is, where the settings say so. */
  account?(settings: Settings): string | undefined;
}

/** Why a gateway has no tokens that end and are renewed: what it is called with stands in its settings. */
export interface NoTokens {
  readonly reason: string;
}

export const noTokens = (reason: string): NoTokens => ({ reason });

/** Undefined for a gateway that has none. */
export const tokenProtocolOf = (tokens: TokenProtocol | NoTokens): TokenProtocol | undefined =>
  'reason' in tokens ? undefined : tokens;
