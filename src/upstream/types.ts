// What travels through the layers between the order loader and a gateway, and the one shape of a layer.
import type { Fault } from '../common/fault.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { GatewayTokens } from '../credentials/gatewayTokens.js';
import type { Zone } from '../mapping/time.js';
import type { Gateway, OrderView } from '../order/enums.js';
import type { OrderKey } from '../order/globalId.js';
import type { Shop } from '../order/shop.js';
import type { CompiledGateway } from '../platforms/compiledGateway.js';
import type { WithUrl } from '../platforms/gateway.js';
import type { OrderReply } from '../protocols/http.js';
import type { GatewayCounts } from './counts.js';
import type { RequestScope } from './requestScope.js';
import type { Backoff } from './state/backoff.js';
import type { CircuitBreaker } from './state/circuit.js';
import type { FairQueue } from './state/fairQueue.js';
import type { HealthRecord } from './state/health.js';
import type { OnSent } from './state/rateLimiter.js';
import type { RetryBudget } from './state/retryBudget.js';
import type { Trace } from './trace.js';

/** One gateway of one shop, and the state that its calls share. */
export interface ShopGateway {
  readonly compiled: CompiledGateway;
  readonly settings: WithUrl<GatewaySettings>;
  /** Its tokens, where it has some that end. */
  readonly tokens: GatewayTokens | undefined;
  /** Redacts the secrets of its settings, and renewed tokens, in a text. */
  readonly redact: (text: string) => string;
  /** The zone of times that name none. */
  readonly zone: Zone;
  readonly health: HealthRecord;
  readonly circuit: CircuitBreaker;
  readonly retryBudget: RetryBudget;
  readonly backoff: Backoff;
  readonly queue: FairQueue;
  readonly counts: GatewayCounts;
  /** Names the account at the gateway, and reveals none of its secrets. */
  readonly credential: string;
}

export interface UpstreamShop {
  /** The shop as the schema shows it. */
  readonly shop: Shop;
  /** The preferred one first; at least one. */
  readonly gateways: readonly [ShopGateway, ...ShopGateway[]];
}

/** The configured shops by their ids. */
export type Shops = ReadonlyMap<string, UpstreamShop>;

/** What is needed of one order. */
export interface OrderRequest {
  readonly upstreamShop: UpstreamShop;
  readonly key: OrderKey;
  /** The subtrees that the selection needs, in one order. */
  readonly needed: readonly string[];
  readonly attributeKeys: readonly string[];
  /** Gateways in the order in which they are tried. */
  readonly gateways: UpstreamShop['gateways'];
  /** Those of them that do not document all that is selected, while others do: what is cached of them is not enough. */
  readonly incomplete: ReadonlySet<ShopGateway>;
  /** How old the answer may be, in milliseconds; undefined: as old as the settings allow. */
  readonly maxAgeMs: number | undefined;
  readonly trace: Trace;
}

/** A call of one gateway, for an order or for something else. */
export interface GatewayCall {
  readonly request: {
    /** The gateways that may be called in the place of this one, and itself. */
    readonly gateways: readonly ShopGateway[];
    readonly trace: Pick<Trace, 'waitedMs'>;
  };
  readonly scope: RequestScope;
  /** The gateway that is called: the preferred one until failover names another. */
  readonly shopGateway: ShopGateway;
  /** The gateway's settings with the token of the moment, where it has one that is renewed. */
  readonly settings?: (() => WithUrl<GatewaySettings>) | undefined;
  /** Called when the call has gone out, where a rate limiter counts from then. */
  readonly onSent?: OnSent | undefined;
  /** Sent beside what the gateway's protocol asks for. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A request of an order on its way through the layers. */
export interface UpstreamCall extends GatewayCall {
  readonly request: OrderRequest;
  /** Called with each gateway that failover tries. */
  readonly onGateway?: ((shopGateway: ShopGateway) => void) | undefined;
}

/** An order's document as a gateway sent it, and what is known of it. */
export interface UpstreamDocument extends OrderReply {
  readonly shopGateway: ShopGateway;
  /** The subtrees it covers. */
  readonly subtrees: readonly string[];
  /** The length of the replies that it came in. */
  readonly characters: number;
  readonly fetchedAt: Date;
  /** Why it is older than it should be. */
  readonly staleBecause?: Fault | undefined;
}

/** What a gateway's reply is of, and how it was asked for. */
export interface ReplyOrigin {
  readonly shop: string;
  /** As the document names it, where it does so exactly. */
  readonly orderId: string;
  readonly outOrderId?: string | undefined;
  /** Keys of extended attributes that were requested; others are then missing. */
  readonly attributeKeys?: readonly string[] | undefined;
  readonly gateway: Gateway;
  /** Through whose eyes; as the gateway usually shows orders where nothing is said. */
  readonly view?: OrderView | undefined;
  /** The account at the gateway, as ShopGateway.credential names it. */
  readonly credential: string;
  /** The subtrees that were requested of it. */
  readonly subtrees: readonly string[];
  readonly status: number;
  /** Milliseconds. */
  readonly fetchedAt: number;
}

/** A gateway's reply of one order, as it came: whoever records it reads it where nobody waits for it. */
export interface RecordedReply extends ReplyOrigin {
  readonly text: string;
}

/** Takes down what gateways say of orders. Nobody waits for it, and it fails for nobody. */
export interface OrderRecorder {
  /**
   * The text stands by itself: V8 comes to allocate origins among the old objects, as those of recorded replies live for
   * a while, and each would keep its text alive until the next full collection.
   */
  readonly record: (origin: ReplyOrigin, text: string) => void;
  /** The platform has put this order away for good. */
  readonly bury: (shop: string, orderId: string) => void;
}

export type Handler = (call: UpstreamCall) => Promise<UpstreamDocument>;

/** Wraps the handler of the layers below it. */
export type Layer = (next: Handler) => Handler;

/** A layer that every call of a gateway passes, whatever it is for. */
export type GatewayLayer = <Call extends GatewayCall, Result>(
  next: (call: Call) => Promise<Result>,
) => (call: Call) => Promise<Result>;

/** @throws Fault that says which gateway was called for what. */
export type FetchOrder = (request: OrderRequest, scope: RequestScope) => Promise<UpstreamDocument>;

/** What is in memory and answers a request as it is: no gateway is called, and nothing is waited for. */
export type FindInMemory = (request: OrderRequest) => UpstreamDocument | undefined;

export const covers = (subtrees: readonly string[], needed: readonly string[]): boolean =>
  needed.every((subtree) => subtrees.includes(subtree));

/** Documents beyond the process that somebody else writes; what fails is as good as none. */
export interface DocumentArchive {
  readonly find: (name: ArchivedName) => Promise<ArchivedDocument | undefined>;
}

export interface ArchivedName {
  readonly shop: string;
  readonly credential: string;
  readonly orderId: string;
}

/** A document as an archive holds it. */
export interface ArchivedDocument extends OrderReply {
  readonly subtrees: readonly string[];
  /** Of the replies that it came in. */
  readonly characters: number;
  /** Milliseconds. */
  readonly fetchedAt: number;
}

/**
 * Names an order as one account of one gateway answers it. No id of ours has spaces; what a caller may write freely
 * stands in JSON.
 */
export function documentKey(
  { upstreamShop: { shop }, key, attributeKeys }: OrderRequest,
  { credential }: ShopGateway,
): string {
  const name = `${shop.id} ${credential} ${key.orderId}`;
  const isPlain = key.outOrderId === undefined && attributeKeys.length === 0;
  return isPlain ? name : `${name} ${JSON.stringify([key.outOrderId ?? null, attributeKeys])}`;
}

/** What a document's key names; undefined for one that is about more than the order itself. */
export function archivedNameIn(key: string): ArchivedName | undefined {
  const [shop = '', credential = '', orderId = '', ...more] = key.split(' ');
  return more.length > 0 ? undefined : { shop, credential, orderId };
}
