// The settings of who may ask: keys, tokens, and callers without either.
import { IsOptional, ValidateNested } from 'class-validator';
import { isAddress, isLoopback } from './address.js';
import { HeaderWord, Integer, Text, Texts } from './rules.js';
import { Secret } from './secret.js';

/** What an API key may be allowed to do. */
export const scopes = [
  'orders:read',
  'orders:import',
  'pii:read',
  'pii:search',
  'orders:raw',
  'metrics:read',
  'shops:connect',
] as const;
export type Scope = (typeof scopes)[number];

/** What logs call whoever sends no credentials. */
export const ANONYMOUS = 'anonymous';

/** Which shops may be asked, and what for. */
export class GrantSettings {
  /** Ids of shops; `*` stands for all. */
  @Texts('must be a list of shop ids, or ["*"]')
  readonly shops!: readonly string[];

  /** What may be asked of them. */
  @Texts(`must be a list of ${scopes.join(', ')}`, (text) => scopes.some((scope) => scope === text))
  readonly scopes!: readonly Scope[];
}

/** One key that callers send as `Authorization: Bearer KEY`: either itself or its hash. */
export class ApiKeySettings extends GrantSettings {
  /** The key itself, unique in the file. Its hash serves as well and gives nothing away. */
  @Secret()
  @IsOptional()
  @HeaderWord()
  readonly key?: string;

  /** The key's SHA-256 in hexadecimal, as `npm run key` prints it. */
  @Secret()
  @IsOptional()
  @Text('must be 64 hexadecimal digits, as npm run key prints', (text) => /^[0-9a-f]{64}$/i.test(text))
  readonly sha256?: string;

  /** What logs call the holder; default the key's place in the file. The colon keeps it apart from a token's name. */
  @IsOptional()
  @Text(
    'must be 1 to 64 characters without a colon, and not anonymous',
    (text) => text.length <= 64 && !text.includes(':') && text !== ANONYMOUS,
  )
  readonly name?: string;
}

/** A key set comes from a file, or over a way that nobody can change it on. */
function isKeySource(text: string): boolean {
  if (!isAddress(text)) return true;
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Tokens that callers send as `Authorization: Bearer TOKEN`, and what in them counts. */
export class JwtSettings {
  /** Who makes the tokens: their claim `iss`. */
  @Text()
  readonly issuer!: string;

  /** Whom they are made for: their claim `aud`, or one of it. */
  @Text()
  readonly audience!: string;

  /** The issuer's public keys, a JSON Web Key Set: its address, or a file read at start. */
  @Text('must be a path, an https URL or an http URL of this machine', isKeySource)
  readonly jwks!: string;

  /** Seconds by which clocks may differ, 0 to 300; default 5. */
  @Integer(0, 300)
  readonly clockToleranceSeconds: number = 5;

  /** Claim that lists the ids of the shops the holder may ask, `*` for all; default shops. */
  @Text()
  readonly shopsClaim: string = 'shops';

  /** Claim that lists what the holder may do; default scope. */
  @Text()
  readonly scopesClaim: string = 'scope';

  /** Claim that logs call the holder by; default sub. */
  @Text()
  readonly nameClaim: string = 'sub';
}

/** Who may ask. */
export class AuthSettings {
  /** The known keys; default none. */
  @ValidateNested()
  readonly apiKeys: readonly ApiKeySettings[] = [];

  /** Which tokens are taken; default none. */
  @IsOptional()
  @ValidateNested()
  readonly jwt?: JwtSettings;

  /** What callers without a key or token may ask; default nothing. */
  @IsOptional()
  @ValidateNested()
  readonly anonymous?: GrantSettings;
}
