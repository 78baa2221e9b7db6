// The settings of one OrderGraph: shops, limits, deadlines, cache, access. Defaults have their one home here.
import { ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { Flag, type GatewaySettings, Integer, Text, Texts } from '../platforms/settings.js';

/** What an API key may be allowed to do. */
export const scopes = ['orders:read', 'pii:read', 'orders:raw', 'metrics:read'] as const;
export type Scope = (typeof scopes)[number];

/** Node fires timers set beyond this many milliseconds (24.8 days) at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** One configured account: what queries name. */
export class ShopSettings {
  /** What queries call the shop: 1 to 64 of A-Z a-z 0-9 . _ -, unique in the file. */
  @Text('must be 1 to 64 characters of A-Z a-z 0-9 . _ -', (text) => /^[A-Za-z0-9._-]{1,64}$/.test(text))
  readonly id!: string;

  /** What people call the shop: 1 to 100 characters. */
  @Text('must be a string of 1 to 100 characters', (text) => text.length <= 100)
  readonly name!: string;

  /** Doors to the shop's orders, first preferred; at least one. */
  @ArrayMinSize(1, { message: 'must be a list of at least one gateway' })
  @ValidateNested()
  readonly gateways: readonly GatewaySettings[] = [];
}

/** What one operation may ask for at most. */
export class LimitSettings {
  /** Points of cost; default 100000. */
  @Integer(1)
  readonly maxCost: number = 100_000;

  /** Levels of nested fields; default 20, which lets introspection through. */
  @Integer(1)
  readonly maxDepth: number = 20;

  /** Aliases; default 500. */
  @Integer(1)
  readonly maxAliases: number = 500;

  /** Lexical tokens of the query text; default 10000. */
  @Integer(1)
  readonly maxTokens: number = 10_000;

  /** Orders asked for, over all fields of the operation; default 200. */
  @Integer(1)
  readonly maxOrders: number = 200;
}

/** How long gateways may take. */
export class DeadlineSettings {
  /** Milliseconds for one call to a gateway; default 8000. */
  @Integer(1, LONGEST_TIMER)
  readonly callMs: number = 8_000;

  /** Milliseconds for a whole GraphQL request, retries and other gateways included; default 15000. */
  @Integer(1, LONGEST_TIMER)
  readonly requestMs: number = 15_000;
}

const isAesKey = (text: string): boolean =>
  /^[A-Za-z0-9+/]{43}=$/.test(text) && Buffer.from(text, 'base64').length === 32;

/** What is kept of the documents gateways sent, and for how long. */
export class CacheSettings {
  /** Bytes held in memory at most; default 67108864 (64 MiB), 0 holds nothing. */
  @Integer(0)
  readonly maxBytes: number = 64 * 1024 * 1024;

  /** Seconds an order that may still change stays fresh; default 30, 0 never. */
  @Integer(0)
  readonly openSeconds: number = 30;

  /** Seconds an order that is completed, cancelled or closed stays fresh; default 86400 (a day), 0 never. */
  @Integer(0)
  readonly finalSeconds: number = 86_400;

  /** Whether a document no longer fresh may answer while its gateways are down; default true. */
  @Flag()
  readonly serveStale: boolean = true;

  /** Base64 of the 32 bytes that encrypt what is cached outside the process, a secret; default none. */
  @IsOptional()
  @Text('must be the base64 of 32 bytes, as openssl rand -base64 32 prints', isAesKey)
  readonly encryptionKey?: string;
}

/** Which shops may be asked, and what for. */
export class GrantSettings {
  /** Ids of shops; `*` stands for all. */
  @Texts('must be a list of shop ids, or ["*"]')
  readonly shops!: readonly string[];

  /** What may be asked of them. */
  @Texts(`must be a list of ${scopes.join(', ')}`, (text) => scopes.some((scope) => scope === text))
  readonly scopes!: readonly Scope[];
}

/** One key that callers send as `Authorization: Bearer KEY`. */
export class ApiKeySettings extends GrantSettings {
  /** The key itself, unique in the file; a secret. */
  @Text()
  readonly key!: string;

  /** What logs call the holder; default none. */
  @IsOptional()
  @Text()
  readonly name?: string;
}

/** Who may ask. */
export class AuthSettings {
  /** The known keys; default none. */
  @ValidateNested()
  readonly apiKeys: readonly ApiKeySettings[] = [];

  /** What callers without a key may ask; default nothing. */
  @IsOptional()
  @ValidateNested()
  readonly anonymous?: GrantSettings;
}

/** Everything ORDERGRAPH_CONFIG says. */
export class Settings {
  /** The shops queries may name; at least one. */
  @ArrayMinSize(1, { message: 'must be a list of at least one shop' })
  @ValidateNested()
  readonly shops: readonly ShopSettings[] = [];

  /** What one operation may ask for. */
  @ValidateNested()
  readonly limits: LimitSettings = new LimitSettings();

  /** How long gateways may take. */
  @ValidateNested()
  readonly deadlines: DeadlineSettings = new DeadlineSettings();

  /** What is kept, and for how long. */
  @ValidateNested()
  readonly cache: CacheSettings = new CacheSettings();

  /** Who may ask; default anyone, anything. */
  @IsOptional()
  @ValidateNested()
  readonly auth?: AuthSettings;

  /** Whether the schema can be a subgraph of an Apollo federation; default false. */
  @Flag()
  readonly federation: boolean = false;

  /** Times that a call which may succeed later is tried again; default 2, 0 never. */
  @Integer(0, 5)
  readonly retries: number = 2;

  /** Whether the playground is served; default true. */
  @Flag()
  readonly playground: boolean = true;
}
