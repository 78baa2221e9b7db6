// The tables of the order index. One schema for both engines: instants are integers of milliseconds, amounts integers of
// minor units, codes texts, lists tables of their own.
import type { Generated, Insertable, Selectable } from 'kysely';

/** What stands in the place of an instant or amount that is not known: less than any, so that no key is ever null. */
export const MISSING = Number.MIN_SAFE_INTEGER;

/** An order as the index holds it. */
interface OrdersTable {
  readonly shop: string;
  readonly order_id: string;
  readonly out_order_id: string | null;
  readonly platform: string;
  /** The gateway whose reply the row was last read from. */
  readonly gateway: string;
  /** Positions in the lists of codes.ts; 0 is UNKNOWN. */
  readonly view: number;
  readonly status: number;
  readonly payment: number;
  readonly shipping: number;
  readonly refund: number;
  readonly status_code: string | null;
  readonly payment_code: string | null;
  readonly shipping_code: string | null;
  readonly refund_code: string | null;
  /** Milliseconds; MISSING where there is none. */
  readonly created_at: number;
  readonly modified_at: number;
  readonly paid_at: number;
  readonly shipped_at: number;
  readonly completed_at: number;
  readonly expires_at: number;
  /** The last moment to ship it; kept as the order's other instants are. */
  readonly ship_by: number;
  /** Whether it is to be shipped, and how near the platform says that its deadline is: positions in lists of codes.ts. */
  readonly fulfillment: number;
  readonly overdue_risk: number;
  /** Whether all that is left of it may be shipped now: a position in ANSWERS of codes.ts. */
  readonly may_ship: number;
  /** Of the total; empty where none is known. */
  readonly currency: string;
  /** The total in minor units, rounded where it is finer; MISSING where there is none. */
  readonly total: number;
  /** The total as an exact decimal in main units. */
  readonly amount: string | null;
  /** How many items it has. */
  readonly items: number;
  readonly flag: string | null;
  /** Bits of MARKS in codes.ts. */
  readonly marks: number;
  /** Bits of FIELD_GROUPS in codes.ts: which fields a reply covered; what none covered is not known, rather than empty. */
  readonly known: number;
  /** Of all that the row says; equal rows are equal orders. */
  readonly hash: string;
  /** How much the strongest reply knew: a position in SOURCES of codes.ts. */
  readonly source: number;
  /** When the gateway sent what the row says. */
  readonly seen_at: number;
  /** The cursor of the last change. */
  readonly seq: number;
}

/** Blind tokens by which a person or a parcel is found: nothing of either can be read from them. */
interface TermsTable {
  readonly shop: string;
  readonly term: Uint8Array;
  readonly order_id: string;
}

interface ProductsTable {
  readonly shop: string;
  readonly product_id: string;
  readonly order_id: string;
}

/** Orders' documents, encrypted with their shop's data key. */
interface DocumentsTable {
  readonly shop: string;
  readonly order_id: string;
  /** The account at the gateway, as ShopGateway.credential names it. */
  readonly credential: string;
  /** The subtrees it covers, as a JSON list. */
  readonly subtrees: string;
  readonly sealed: Uint8Array;
  readonly fetched_at: number;
}

/** The change feed, in the order of commits. */
interface ChangesTable {
  readonly seq: number;
  readonly at: number;
  readonly shop: string;
  readonly order_id: string;
  /** A position in CHANGE_KINDS of codes.ts. */
  readonly kind: number;
  /** Bits of ASPECTS in codes.ts. */
  readonly aspects: number;
  /** What the axes and the total were before and are now, as JSON. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Counts and sums of orders by what they have in common. */
interface RollupsTable {
  readonly shop: string;
  /** Positions in GRAINS and BASES of codes.ts. */
  readonly grain: number;
  readonly basis: number;
  /** When the hour or day begins; MISSING for orders without the instant, 0 for the grain that is all time. */
  readonly start: number;
  readonly status: number;
  readonly payment: number;
  readonly shipping: number;
  readonly refund: number;
  readonly currency: string;
  readonly count: number;
  readonly total: number;
}

/** Each shop's data key, encrypted with index.encryptionKey. To forget a shop is to delete its row. */
interface ShopKeysTable {
  readonly shop: string;
  readonly wrapped: Uint8Array;
}

/** Orders that their platform has put away for good: not to be asked for again. */
interface TombstonesTable {
  readonly shop: string;
  readonly token: Uint8Array;
  readonly at: number;
}

/** What the index covers of a shop by each of its streams, and how their reading stands. */
interface SyncTable {
  readonly shop: string;
  readonly stream: string;
  /** Up to when it was read. */
  readonly watermark: number;
  /** From when on; MISSING where that is not known. */
  readonly complete_since: number;
  /** The window that is being read, and how wide the next ones are, as JSON. */
  readonly open_window: string | null;
  /** The code of the fault for which it is not read at present. */
  readonly fault: string | null;
  /** It is not read again until then. */
  readonly next_at: Generated<number>;
  /** Until then it is read at half its pace, as its gateway throttled. */
  readonly slow_until: Generated<number>;
  /** The day of Beijing that its calls are counted of: when it began. */
  readonly calls_day: Generated<number>;
  readonly calls: Generated<number>;
  /** Orders that a sweep brought, and that should have been read before. */
  readonly found_late: Generated<number>;
  /** Rows that were not asked for. */
  readonly dropped: Generated<number>;
}

/** Orders to be fetched one by one: messages told of them, their row could not be read, or it is time to look again. */
interface DueTable {
  readonly shop: string;
  readonly order_id: string;
  readonly not_before: number;
  /** A position in DUE_REASONS of codes.ts: the smaller goes first. */
  readonly priority: number;
  readonly attempts: number;
  /** The code of the last fault, or why it is due. */
  readonly why: string;
  /** When it was last said to be due: what was said while it was fetched counts anew. */
  readonly told_at: number;
}

/** Messages of platforms that were heard. */
interface HeardTable {
  readonly source: string;
  readonly message_id: string;
  readonly at: number;
}

/** Who alone may do something now. */
interface LeasesTable {
  readonly name: string;
  readonly owner: string;
  readonly until: number;
}

interface ImportsTable {
  readonly id: string;
  /** The caller's name. */
  readonly caller: string;
  readonly created_at: number;
  /** Refused references with their reasons, as JSON. */
  readonly refused: string;
  /** How old a document may be in milliseconds; null: as old as the cache's settings allow. */
  readonly max_age: number | null;
  /** The shops whose orders are fetched, as a JSON list. */
  readonly shops: string;
  readonly accepted: number;
  readonly done: number;
  readonly failed: number;
  /** How long each order takes at the pace of the slowest shop, spread over all of them, in milliseconds. */
  readonly item_ms: number;
}

interface ImportItemsTable {
  readonly import_id: string;
  readonly position: number;
  readonly shop: string;
  readonly order_id: string;
  readonly out_order_id: string | null;
  /** A position in ITEM_STATES of codes.ts. */
  readonly state: number;
  readonly fault: string | null;
  /** It is not tried again until then. */
  readonly not_before: number;
  readonly attempts: number;
}

/** Until when no order of a shop is fetched for an import, and what for. */
interface ImportPausesTable {
  readonly shop: string;
  readonly until: number;
  readonly fault: string;
}

/** The tokens of shops' gateways, encrypted with their shop's data key. */
interface CredentialsTable {
  readonly shop: string;
  /** By the settings that they began with, as src/credentials names them. */
  readonly name: string;
  readonly version: number;
  readonly sealed: Uint8Array;
  readonly changed_at: number;
}

/** Secrets that are good for one use, by their hashes. */
interface OneTimeSecretsTable {
  readonly hash: string;
  /** What it is good for, as JSON. */
  readonly purpose: string;
  readonly expires_at: number;
}

/** As src/common/sharedTexts.ts has them. */
interface SharedTextsTable {
  readonly name: string;
  readonly value: string;
}

/** Numbers that there is one of. */
interface CountersTable {
  /** COUNTERS has the names of the feed's. */
  readonly name: string;
  readonly value: number;
}

export const COUNTERS = {
  /** Which feed this is: a number of chance that the database is given when it is made. Cursors of another feed are refused. */
  epoch: 'epoch',
  /** The number (changes.seq) of the feed's last change; there is none while nothing has changed. */
  lastChange: 'changes',
  /** The number of the last change that is kept no longer; there is none while all are kept. */
  expiredChange: 'changes_expired',
} as const;

export interface Tables {
  readonly orders: OrdersTable;
  readonly terms: TermsTable;
  readonly products: ProductsTable;
  readonly documents: DocumentsTable;
  readonly changes: ChangesTable;
  readonly rollups: RollupsTable;
  readonly shop_keys: ShopKeysTable;
  readonly tombstones: TombstonesTable;
  readonly sync: SyncTable;
  readonly due: DueTable;
  readonly heard: HeardTable;
  readonly leases: LeasesTable;
  readonly imports: ImportsTable;
  readonly import_items: ImportItemsTable;
  readonly import_pauses: ImportPausesTable;
  readonly counters: CountersTable;
  readonly credentials: CredentialsTable;
  readonly one_time_secrets: OneTimeSecretsTable;
  readonly shared_texts: SharedTextsTable;
}

export type OrderRow = Selectable<OrdersTable>;
export type SyncRow = Selectable<SyncTable>;
export type DueRow = Selectable<DueTable>;
export type ChangeRow = Selectable<ChangesTable>;
export type RollupRow = Selectable<RollupsTable>;
export type NewChange = Insertable<ChangesTable>;
