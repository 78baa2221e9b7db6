// The settings of one OrderGraph: shops, limits, deadlines, pages; who may ask and what is kept stand beside them. Each
// setting has its default where it is declared, and nowhere else.
import { ArrayMinSize, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { isLoopback } from './address.js';
import type { AuthSettings } from './authSettings.js';
import type { GatewaySettings } from './gatewaySettings.js';
import { AlertSettings, LogSettings, MetricsSettings, ShutdownSettings } from './operationSettings.js';
import { Flag, Integer, LONGEST_TIMER, OneOf, Text, Texts } from './rules.js';
import { CacheSettings, IndexSettings } from './storageSettings.js';
import { ShopSyncSettings, SyncSettings } from './syncSettings.js';

/** One configured account: what queries name. */
export class ShopSettings {
  /** What queries call the shop: 1 to 64 of A-Z a-z 0-9 . _ -, unique in the file. */
  @Text('must be 1 to 64 characters of A-Z a-z 0-9 . _ -', (text) => /^[A-Za-z0-9._-]{1,64}$/.test(text))
  readonly id!: string;

  /** What people call the shop: 1 to 100 characters. */
  @Text('must be a string of 1 to 100 characters', (text) => text.length <= 100)
  readonly name!: string;

  /** The gateways to the shop's orders, first preferred; at least one. */
  @ArrayMinSize(1, { message: 'must be a list of at least one gateway' })
  @ValidateNested()
  readonly gateways: readonly GatewaySettings[] = [];

  /** How its orders come into the index by themselves. */
  @ValidateNested()
  readonly sync: ShopSyncSettings = new ShopSyncSettings();
}

/** What one operation may ask for at most, and one caller in a minute. */
export class LimitSettings {
  /** Points of cost: 100 for each distinct order, 1 for each field of each; default 300000. */
  @Integer(1)
  readonly maxCost: number = 300_000;

  /** Points that all operations of one caller may cost in a minute; default no limit. */
  @IsOptional()
  @Integer(1)
  readonly costPerMinute?: number;

  /** Times that orders are fetched from gateways for one caller in a minute; default 6000, 0 no limit. */
  @Integer(0)
  readonly callsPerMinute: number = 6_000;

  /** Levels of nested fields; default 20, which lets introspection through. */
  @Integer(1)
  readonly maxDepth: number = 20;

  /** Aliases, fragments expanded; default 500. */
  @Integer(1)
  readonly maxAliases: number = 500;

  /** Directives in the query text; default 200. */
  @Integer(1)
  readonly maxDirectives: number = 200;

  /** Lexical tokens of the query text; default 10000. */
  @Integer(1)
  readonly maxTokens: number = 10_000;

  /** Orders asked for, over all fields of the operation; default 200. */
  @Integer(1)
  readonly maxOrders: number = 200;

  /** Event streams that are open at once for one caller, in each process; default 20. */
  @Integer(1)
  readonly streams: number = 20;

  /** Values in one answer: fields and members of lists; default 200000. */
  @Integer(1)
  readonly maxAnswerValues: number = 200_000;

  /** Bytes of one answer's data; default 8388608 (8 MiB). */
  @Integer(1)
  readonly maxAnswerBytes: number = 8 * 1024 * 1024;
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

/** How long clients may take on their connections. */
export class HttpSettings {
  /** Milliseconds within which a request must have come in, its body included; default 30000. */
  @Integer(1, LONGEST_TIMER)
  readonly requestTimeoutMs: number = 30_000;

  /** Milliseconds within which a client must have read what was sent to it; default 60000. */
  @Integer(1, LONGEST_TIMER)
  readonly answerTimeoutMs: number = 60_000;

  /** Milliseconds that an idle connection is kept for the next request, longer than a proxy keeps it; default 75000. */
  @Integer(1, LONGEST_TIMER)
  readonly keepAliveMs: number = 75_000;
}

/** What is sent there is a code that tokens are had for. */
function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin } = new URL(text);
  const isBare = text === origin || text === `${origin}/`;
  return isBare && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** Pages of which other sites may ask from a browser. */
export class CorsSettings {
  /** Their origins, written as browsers send them; at least one. */
  @ArrayMinSize(1, { message: 'must be a list of at least one origin' })
  @Texts('must be a list of origins such as https://dashboard.example', isOrigin)
  readonly origins!: readonly string[];
}

/** A host, or with `*.` before it all below it. */
const isHostPattern = (text: string): boolean =>
  /^(?:\*\.)?(?:[a-z0-9-]{1,63}\.){1,8}[a-z0-9-]{1,63}(?::\d{1,5})?$/i.test(text);

/** The page at /dashboard. */
export class DashboardSettings {
  /** Hosts that pictures of products are loaded from, over https, or http on this machine; `*.` before one stands for all below. */
  @Texts('must be a list of hosts such as cbu01.alicdn.com or *.alicdn.com', isHostPattern)
  readonly pictureHosts: readonly string[] = ['*.alicdn.com', '*.aliexpress-media.com', '*.taobaocdn.com'];
}

/** What is done with a query that is not in the manifest; `off` leaves the manifest unread. */
const documentModes = ['off', 'log', 'enforce'] as const;

/** Queries known beforehand, which clients may name by hash. */
export class TrustedDocumentSettings {
  /** JSON file of them, as graphql-codegen's client preset writes it; read again when it changes. */
  @Text()
  readonly manifest!: string;

  /** What is done with any other query: nothing, a line in the log, or refusal; default enforce. */
  @OneOf(documentModes)
  readonly mode: (typeof documentModes)[number] = 'enforce';
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

  /** How long clients may take. */
  @ValidateNested()
  readonly http: HttpSettings = new HttpSettings();

  /** How the process ends. */
  @ValidateNested()
  readonly shutdown: ShutdownSettings = new ShutdownSettings();

  /** Where metrics are told. */
  @ValidateNested()
  readonly metrics: MetricsSettings = new MetricsSettings();

  /** What is logged of requests. */
  @ValidateNested()
  readonly log: LogSettings = new LogSettings();

  /** Who hears of what merchants should see to. */
  @ValidateNested()
  readonly alerts: AlertSettings = new AlertSettings();

  /** What is kept, and for how long. */
  @ValidateNested()
  readonly cache: CacheSettings = new CacheSettings();

  /** What is kept of orders for lists, counts and the change feed; false keeps nothing. */
  @ValidateIf(({ index }: Settings) => index !== false)
  @ValidateNested()
  readonly index: IndexSettings | false = new IndexSettings();

  /** How orders come into the index by themselves. */
  @ValidateNested()
  readonly sync: SyncSettings = new SyncSettings();

  /** Who may ask; default this machine alone. */
  @IsOptional()
  @ValidateNested()
  readonly auth?: AuthSettings;

  /** Whether the schema is served as a subgraph of an Apollo federation; default false. */
  @Flag()
  readonly federation: boolean = false;

  /** Times that a call which may succeed later is tried again; default 2, 0 never. */
  @Integer(0, 5)
  readonly retries: number = 2;

  /** How many OrderGraphs share a Redis at most; default as many as were seen there and one more, 10 where none was. */
  @IsOptional()
  @Integer(1)
  readonly replicas?: number;

  /** Address by which browsers reach this server, https, or http on this machine; default none: no shop can be connected. */
  @IsOptional()
  @Text('must be an https URL, or an http URL of this machine, without path', isPublicUrl)
  readonly publicUrl?: string;

  /** Which other sites' pages may ask; default none. */
  @IsOptional()
  @ValidateNested()
  readonly cors?: CorsSettings;

  /** What the dashboard may load. */
  @ValidateNested()
  readonly dashboard: DashboardSettings = new DashboardSettings();

  /** Queries known beforehand; default none: every query may be asked. */
  @IsOptional()
  @ValidateNested()
  readonly trustedDocuments?: TrustedDocumentSettings;

  /** Whether the schema may be asked for and mistakes are met with suggestions; default true, unless in production. */
  @Flag()
  readonly introspection: boolean = process.env.NODE_ENV !== 'production';

  /** Whether the playground is served; default true. */
  @Flag()
  readonly playground: boolean = true;
}
