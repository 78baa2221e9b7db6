// The order index as the rest of the program meets it: what is recorded, and what can be read.
import type { SharedTexts } from '../common/sharedTexts.js';
import type { TokenStore } from '../credentials/types.js';
import type {
  FulfillmentStatus,
  Gateway,
  OrderStatus,
  OrderView,
  OverdueRisk,
  PaymentStatus,
  Platform,
  RefundStatus,
  ShippingStatus,
} from '../order/enums.js';
import type { Money } from '../order/money.js';
import type { DocumentArchive, OrderRecorder, RecordedReply } from '../upstream/types.js';
import type { Aspect, Basis, ChangeKind } from './codes.js';
import type { ImportStore } from './import/storeTypes.js';
import type { SyncStore } from './sync/types.js';

export type { RecordedReply };

/** An order as a row tells it, and what of it the row knows. */
export interface IndexedOrder {
  readonly shop: string;
  readonly orderId: string;
  readonly outOrderId: string | null;
  readonly platform: Platform;
  readonly gateway: Gateway;
  readonly view: OrderView;
  readonly status: OrderStatus;
  readonly statusCode: string | null;
  readonly paymentStatus: PaymentStatus;
  readonly paymentStatusCode: string | null;
  readonly shippingStatus: ShippingStatus;
  readonly shippingStatusCode: string | null;
  readonly refundStatus: RefundStatus;
  readonly refundStatusCode: string | null;
  readonly createdAt: Date | null;
  readonly modifiedAt: Date | null;
  readonly paidAt: Date | null;
  readonly shippedAt: Date | null;
  readonly completedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly shipBy: Date | null;
  readonly fulfillmentStatus: FulfillmentStatus;
  readonly overdueRisk: OverdueRisk;
  readonly mayShip: boolean | null;
  readonly total: Money | null;
  /** When its gateway sent what is told here. */
  readonly seenAt: Date;
  /** The bits of the FIELD_GROUPS that the row knows: null may mean that there is none, or that it was never asked for. */
  readonly known: number;
}

/** Half-open: from gte on, before lt. Milliseconds. */
export interface InstantRange {
  readonly gte?: number | undefined;
  readonly lt?: number | undefined;
}

/** Both ends included, in minor units. */
export interface AmountRange {
  readonly currencyCode: string;
  readonly gte?: number | undefined;
  readonly lte?: number | undefined;
}

/** By which instants orders are filtered. */
export const INSTANTS = [
  ...(['createdAt', 'modifiedAt', 'paidAt', 'shippedAt', 'completedAt', 'expiresAt'] as const),
  'shipBy',
] as const;
export type Instant = (typeof INSTANTS)[number];

/** A person to be found by blind tokens; one of these. */
export type PersonFilter = { readonly phone: string } | { readonly phoneLast4: string } | { readonly name: string };

/** Conditions that all hold. */
export interface OrderFilter {
  /** Some of the shops that are read: what is left out may be so of these alone. */
  readonly shops?: readonly string[] | undefined;
  readonly platforms?: readonly Platform[] | undefined;
  readonly view?: OrderView | undefined;
  readonly status?: readonly OrderStatus[] | undefined;
  readonly paymentStatus?: readonly PaymentStatus[] | undefined;
  readonly shippingStatus?: readonly ShippingStatus[] | undefined;
  readonly refundStatus?: readonly RefundStatus[] | undefined;
  readonly instants?: Readonly<Partial<Record<Instant, InstantRange>>> | undefined;
  readonly total?: AmountRange | undefined;
  readonly orderIds?: readonly string[] | undefined;
  readonly outOrderIds?: readonly string[] | undefined;
  readonly trackingNumber?: string | undefined;
  readonly productIds?: readonly string[] | undefined;
  readonly sellerFlag?: readonly string[] | undefined;
  readonly hasBuyerMessage?: boolean | undefined;
  readonly hasSellerMemo?: boolean | undefined;
  readonly isOnHold?: boolean | undefined;
  readonly mayShip?: boolean | undefined;
  readonly counterpart?: string | undefined;
  readonly receiver?: PersonFilter | undefined;
  /**
   * Looked for among order ids, own ids and tracking numbers; where people may be searched, among phones and counterparts too,
   * four digits also as the end of a phone, and what is not digits alone as a receiver's name.
   */
  readonly search?: { readonly text: string; readonly includesPeople: boolean } | undefined;
  /** One level deep: what it matches is left out. */
  readonly not?: OrderFilter | undefined;
}

/**
 * Whose orders are read: no query can be built without it. The shops are those that the caller may access and asked for;
 * none of them reads nothing.
 */
export interface ShopScope {
  readonly shops: readonly string[];
}

export const SORT_KEYS = ['CREATED_AT', 'MODIFIED_AT', 'PAID_AT', 'EXPIRES_AT', 'SHIP_BY', 'TOTAL'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly direction: 'ASC' | 'DESC';
}

/** A page forward from `after`, or backward from `before`. */
export type PageRequest =
  | { readonly first: number; readonly after?: string | undefined }
  | { readonly last: number; readonly before?: string | undefined };

export interface ListQuery extends ShopScope {
  readonly filter: OrderFilter;
  readonly sort: Sort;
  readonly page: PageRequest;
}

export interface ListPage {
  readonly edges: readonly { readonly cursor: string; readonly order: IndexedOrder }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface CountQuery extends ShopScope {
  readonly filter: OrderFilter;
  /** Counting ends here. */
  readonly limit: number;
}

export interface Count {
  readonly count: number;
  readonly precision: 'EXACT' | 'AT_LEAST';
}

export const DIMENSIONS = [
  'SHOP',
  'PLATFORM',
  'STATUS',
  'PAYMENT_STATUS',
  'SHIPPING_STATUS',
  'REFUND_STATUS',
  'HOUR',
  'DAY',
  'MONTH',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface StatisticsQuery extends ShopScope {
  readonly filter: OrderFilter;
  readonly by: readonly Dimension[];
  readonly basis: Basis;
  /** An IANA zone, in which days and months begin. */
  readonly timeZone: string;
}

/** One group: what it is grouped by, and null for what it is not. */
export interface Statistic {
  readonly shop: string | null;
  readonly platform: Platform | null;
  readonly status: OrderStatus | null;
  readonly paymentStatus: PaymentStatus | null;
  readonly shippingStatus: ShippingStatus | null;
  readonly refundStatus: RefundStatus | null;
  /** When its hour, day or month begins. */
  readonly from: Date | null;
  readonly count: number;
  /** One a currency, never added across. */
  readonly totals: readonly Money[];
}

/** What of an order's state a change compares. */
export interface OrderState {
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly shippingStatus: ShippingStatus;
  readonly refundStatus: RefundStatus;
  readonly total: Money | null;
}

export interface ChangeFilter {
  readonly kinds?: readonly ChangeKind[] | undefined;
  readonly aspects?: readonly Aspect[] | undefined;
  readonly orderIds?: readonly string[] | undefined;
}

export interface ChangesQuery extends ShopScope {
  readonly filter: ChangeFilter;
  /** The cursor of the last change that was read; undefined: from now on. */
  readonly after?: string | undefined;
  readonly first: number;
}

export interface Change {
  readonly cursor: string;
  readonly at: Date;
  readonly kind: ChangeKind;
  readonly shop: string;
  readonly orderId: string;
  readonly changed: readonly Aspect[];
  readonly before: OrderState | null;
  readonly after: OrderState | null;
}

export interface ChangePage {
  readonly changes: readonly Change[];
  /** From where to go on, also where nothing was found. */
  readonly endCursor: string;
  readonly hasNextPage: boolean;
}

export interface Coverage {
  readonly shop: string;
  /** From when on every order is in the index; null where that is not known. */
  readonly completeSince: Date | null;
  readonly syncedUntil: Date | null;
  /** What has fed it so far. */
  readonly sources: readonly ('READ' | 'IMPORT' | 'LIST' | 'PUSH')[];
  readonly fault: string | null;
}

/** All reading fails with Fault INDEX_UNAVAILABLE where the index does; a cursor that is none with BAD_USER_INPUT. */
export interface IndexReader {
  readonly list: (query: ListQuery) => Promise<ListPage>;
  readonly count: (query: CountQuery) => Promise<Count>;
  readonly statistics: (query: StatisticsQuery) => Promise<readonly Statistic[]>;
  /** @throws Fault CURSOR_EXPIRED where changes after the cursor are kept no longer. */
  readonly changes: (query: ChangesQuery) => Promise<ChangePage>;
  /** Calls back when the feed may have grown, whichever process wrote; returns what ends it. */
  readonly onGrowth: (listener: () => void) => () => void;
  readonly coverage: (scope: ShopScope) => Promise<readonly Coverage[]>;
}

/** What was taken and is not recorded yet. */
export interface Backlog {
  readonly length: number;
  /** How old the oldest of it is. */
  readonly lagMs: number;
  /** How many were dropped so far, as too many waited. */
  readonly dropped: number;
}

/** To bury an order is to delete its row, document and tokens; a tombstone stays. */
export interface OrderIndex extends IndexReader, OrderRecorder {
  /** The documents that it stores; undefined where it stores none. */
  readonly documents?: DocumentArchive | undefined;
  /** Whether its tables are still being made or changed. It is over when that came off, and when the database is away. */
  readonly isMigrating?: () => boolean;
  /** Whether the platform has put an order away for good: it need not be asked for again. */
  readonly isBuried?: (shop: string, orderId: string) => Promise<boolean>;
  /** What imports keep of themselves; without it nothing can be imported. */
  readonly importStore?: ImportStore | undefined;
  /** Gateways' tokens in its database; undefined where nothing encrypts them. */
  readonly tokens?: TokenStore | undefined;
  readonly backlog?: () => Backlog;
  /** What the sync of orders keeps of itself; without it nothing is synced. */
  readonly sync?: SyncStore | undefined;
  /** What processes share by its database. */
  readonly texts?: SharedTexts | undefined;
  /** Resolves when all that was taken so far is recorded. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}
