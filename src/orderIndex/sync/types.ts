// What the sync asks of the database, which is another thread's: how streams stand, pages that came, orders that are due.
import type { FaultCode } from '../../common/fault.js';
import type { GatewaySettings } from '../../config/gatewaySettings.js';
import type { Gateway, OrderView } from '../../order/enums.js';
import type { WithUrl } from '../../platforms/gateway.js';
import type { DueReason } from '../codes.js';
import type { FillProgress, StreamState } from './streams.js';

/** Whose stream it is, and by which account. */
export interface SyncedGateway {
  readonly shop: string;
  readonly gateway: Gateway;
  readonly view: OrderView;
  /** As ShopGateway.credential names it. */
  readonly credential: string;
  /** From when on orders are filled in; milliseconds. Undefined: as far back as the list reaches. */
  readonly since: number | undefined;
}

/** Who reads, and when. All of it is refused where another process holds the lease. */
export interface SyncTurn {
  /** Names the process. */
  readonly owner: string;
  /** Milliseconds. */
  readonly now: number;
}

/** A page as it came. */
export interface TakenPage extends SyncTurn {
  readonly of: SyncedGateway;
  readonly stream: string;
  /** The stream with the window that the page is of. */
  readonly state: StreamState;
  readonly settings: WithUrl<GatewaySettings>;
  readonly reply: { readonly status: number; readonly retryAfter: string | undefined; readonly text: string };
}

/** What came of a page, or of a call that failed. */
export interface StreamReport {
  /** Undefined: another process reads. */
  readonly state: StreamState | undefined;
  /** Rows of the page, and what became of them. */
  readonly rows: number;
  /** Those that said something new. */
  readonly changed: number;
  /** Those of a sweep that should have been read before. */
  readonly late: number;
  readonly dropped: number;
  /** Those that could not be read, and are fetched one by one. */
  readonly unreadable: number;
}

export interface StreamFailure extends SyncTurn {
  readonly of: SyncedGateway;
  readonly stream: string;
  readonly state: StreamState;
  readonly fault: FaultCode | 'INTERNAL_SERVER_ERROR';
  /** It is not read again until then. */
  readonly nextAt: number;
  /** Whether it was throttled: for a while it is read by narrower windows. */
  readonly isThrottled: boolean;
  /** Whether the gateway was called. */
  readonly isCall: boolean;
}

/** An order that is to be fetched now. */
export interface DueOrder {
  readonly shop: string;
  readonly orderId: string;
  readonly reason: DueReason;
  readonly attempts: number;
  /** Names what was said of it: what is said later is not settled with it. */
  readonly toldAt: number;
}

/** What came of fetching one. */
export interface DueOutcome {
  readonly order: DueOrder;
  /** When it is tried again; undefined: there is no more to do. */
  readonly again: { readonly at: number; readonly attempts: number; readonly why: string } | undefined;
  /** Whether a gateway was called. */
  readonly isCall: boolean;
  /** Whether it is looked at again by and by, as nothing else tells of it. */
  readonly isPolled: boolean;
}

/** A message that a platform sent. */
export interface HeardMessage {
  readonly id: string;
  readonly shop: string;
  /** Undefined where it is not about one order. */
  readonly orderId: string | undefined;
  /** When the order is fetched. */
  readonly notBefore: number;
}

/** How the asking for messages went. */
export interface ToldMessages {
  readonly shops: readonly string[];
  /** Counted for the first of them. */
  readonly calls: number;
  readonly fault: FaultCode | null;
}

/** How a shop's sync stands, as operators see it. */
export interface SyncStatus {
  readonly shop: string;
  readonly streams: readonly StreamStatus[];
  /** Orders that are to be fetched one by one, those that are only looked at again left out. */
  readonly due: number;
}

export interface StreamStatus {
  readonly name: string;
  readonly watermark: number;
  readonly completeSince: number;
  readonly fault: string | null;
  readonly nextAt: number;
  readonly slowUntil: number;
  /** Of today, in Beijing. */
  readonly calls: number;
  readonly foundLate: number;
  readonly dropped: number;
  /** How much of a first fill is done; null of other streams. */
  readonly filled: FillProgress | null;
}

/** What a shop has called today; asking for messages, which it does whatever happens, is not among it. */
export interface DayCalls {
  readonly total: number;
  /** Of the first fill and the sweeps. */
  readonly backfill: number;
}

/** All of it fails where the database does. */
export interface SyncStore {
  /** Takes or keeps the lease of the sync; false while another process has it. */
  readonly lease: (turn: SyncTurn, ms: number) => Promise<boolean>;
  /**
   * How a shop's streams stand, by their names; those that were never read begin now. Undefined: the shop's owner has taken
   * back the authorization of this account.
   */
  readonly open: (turn: SyncTurn, of: SyncedGateway) => Promise<Readonly<Record<string, StreamState>> | undefined>;
  /** Records a page and how its stream stands from then on, in one transaction. @throws Fault that the reply says. */
  readonly take: (page: TakenPage) => Promise<StreamReport>;
  readonly fail: (failure: StreamFailure) => Promise<StreamReport>;
  /** Writes down how the messages of shops stand. */
  readonly tellMessages: (turn: SyncTurn, told: ToldMessages) => Promise<void>;
  /** Stops a shop whose owner has taken the authorization back; in a while all of it is deleted. */
  readonly revoke: (shop: string, credential: string, now: number) => Promise<void>;
  /** Reads streams on that stopped for a fault, or as their shop was revoked. */
  readonly resume: (shop: string, now: number) => Promise<void>;
  /** Shops that have orders to be fetched now. */
  readonly dueShops: (now: number) => Promise<readonly string[]>;
  readonly due: (shop: string, now: number, limit: number) => Promise<readonly DueOrder[]>;
  readonly settle: (turn: SyncTurn, outcomes: readonly DueOutcome[]) => Promise<void>;
  /** What a shop has called today. */
  readonly callsToday: (shop: string, now: number) => Promise<DayCalls>;
  /** Makes due what is to be looked at again of a shop that has no list. */
  readonly planPolls: (shop: string, now: number, limit: number) => Promise<number>;
  /** Takes down messages, each once, and makes their orders due: the ids of those that were not heard before. */
  readonly hear: (source: string, now: number, messages: readonly HeardMessage[]) => Promise<readonly string[]>;
  readonly status: (shops: readonly string[], now: number) => Promise<readonly SyncStatus[]>;
  /** Forgets messages that were heard long ago, and what is due of other shops than these. */
  readonly clean: (shops: readonly string[], now: number) => Promise<void>;
}
