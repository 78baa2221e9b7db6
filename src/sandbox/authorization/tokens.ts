// The tokens that a sandbox's authorization server has issued: codes that are good once, access and refresh tokens.
import { randomUUID } from 'node:crypto';

/** What a code or a token was issued for. */
export interface Authorization {
  readonly member: string;
  readonly redirectUri: string;
}

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly member: string;
}

export interface TokenIssuer {
  readonly createCode: (authorization: Authorization) => string;
  /** What a code was issued for, once and in time. */
  readonly redeemCode: (code: string) => Authorization | undefined;
  readonly issue: (member: string) => IssuedTokens;
  /** Whose a refresh token is. */
  readonly memberOf: (refreshToken: string) => string | undefined;
  /** Whether it has issued an access token that has not ended. */
  readonly isGood: (accessToken: string) => boolean;
}

interface IssuerOptions {
  readonly codeSeconds: number;
  readonly tokenSeconds: number;
  /** Refresh tokens that were issued before it began, and whose they are. */
  readonly refreshTokens: Readonly<Record<string, string>>;
}

export function createTokenIssuer({ codeSeconds, tokenSeconds, refreshTokens }: IssuerOptions): TokenIssuer {
  const codes = new Map<string, Authorization & { readonly endsAt: number }>();
  const accessTokens = new Map<string, number>();
  const members = new Map(Object.entries(refreshTokens));
  return {
    createCode(authorization) {
      const code = randomUUID();
      codes.set(code, { ...authorization, endsAt: Date.now() + codeSeconds * 1000 });
      return code;
    },
    redeemCode(code) {
      const authorization = codes.get(code);
      codes.delete(code);
      return authorization && authorization.endsAt > Date.now() ? authorization : undefined;
    },
    issue(member) {
      const [accessToken, refreshToken] = [randomUUID(), randomUUID()];
      accessTokens.set(accessToken, Date.now() + tokenSeconds * 1000);
      members.set(refreshToken, member);
      return { accessToken, refreshToken, member };
    },
    memberOf: (refreshToken) => members.get(refreshToken),
    isGood: (accessToken) => (accessTokens.get(accessToken) ?? 0) > Date.now(),
  };
}
