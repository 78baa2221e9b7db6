// What is known of a gateway's tokens, and where that is kept beyond the process.

/** The tokens of one authorization. Instants are milliseconds. */
export interface Tokens {
  /** Undefined: there is only what the first one can be had with. */
  readonly accessToken: string | undefined;
  readonly refreshToken: string | undefined;
  /** Undefined where nobody has said when it ends. */
  readonly expiresAt: number | undefined;
  readonly refreshExpiresAt: number | undefined;
  /** When the platform issued them; undefined of those that stand in the settings. */
  readonly renewedAt: number | undefined;
  /** The platform's id of the account that they are of, once it has said so. */
  readonly account: string | undefined;
  /** Whether the platform has refused them for good. */
  readonly isRevoked: boolean;
}

/** Tokens as a store keeps them: each change has the next version. */
export interface StoredTokens {
  readonly version: number;
  readonly tokens: Tokens;
}

/** Which tokens: those of one shop, by the settings that they began with. */
export interface TokensName {
  readonly shop: string;
  /** Reveals none of the settings' secrets. */
  readonly name: string;
}

export interface TokensVersion extends TokensName {
  /** 0: those of the settings. */
  readonly version: number;
}

export interface Claim extends TokensVersion {
  /** Names the process. */
  readonly owner: string;
  readonly now: number;
  /** For how long nobody else may renew them. */
  readonly ms: number;
}

export interface ClaimAnswer {
  /** Whether this process alone may renew them now. */
  readonly isClaimed: boolean;
  /** What is stored, where it is newer than what was named. */
  readonly newer: StoredTokens | undefined;
}

export interface TokensChange extends TokensVersion {
  readonly tokens: Tokens;
  /** Overwrites whatever is stored; else only the version that is named. */
  readonly isForced?: boolean;
  /** Whose claim ends with it. */
  readonly owner: string;
  readonly now: number;
}

/** A secret that is good for one use, by its hash, and what it is good for. */
export interface OneTimeSecret {
  readonly hash: string;
  /** JSON. */
  readonly purpose: string;
  readonly expiresAt: number;
}

/** Keeps tokens, and lets one process at a time renew them. Everything it takes and gives can be handed to another thread. */
export interface TokenStore {
  /** Those of them that are stored in a newer version. */
  readonly findNewer: (known: readonly TokensVersion[]) => Promise<readonly (TokensName & StoredTokens)[]>;
  readonly claim: (claim: Claim) => Promise<ClaimAnswer>;
  /** Ends a claim without a change. */
  readonly release: (claim: Omit<Claim, 'ms' | 'version'>) => Promise<void>;
  /** What is stored then: the change, or what somebody else has stored before. Undefined where nothing can be. */
  readonly save: (change: TokensChange) => Promise<StoredTokens | undefined>;
  readonly addSecret: (secret: OneTimeSecret & { readonly now: number }) => Promise<void>;
  /** Its purpose, once; undefined when it is not known, used or over. */
  readonly redeemSecret: (use: { readonly hash: string; readonly now: number }) => Promise<string | undefined>;
}
