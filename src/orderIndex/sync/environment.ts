// What the sync of shops is given: its database, its clock and pace, and the ways to gateways.
import type { CallGateway } from '../../upstream/callGateway.js';
import type { ShopGateway } from '../../upstream/types.js';
import type { Pace } from '../pace.js';
import type { SyncStore } from './types.js';

export interface SyncLog {
  readonly info: (details: object, message: string) => void;
  readonly warn: (details: object, message: string) => void;
  readonly error: (details: object, message: string) => void;
}

export interface SyncEnvironment {
  readonly store: SyncStore;
  /** Names this process. */
  readonly owner: string;
  /** Milliseconds. */
  readonly now: () => number;
  readonly pace: Pace;
  /** By the clock of the pace. */
  readonly elapsed: () => number;
  /** The part of a gateway's pace that is the background's. */
  readonly share: number;
  readonly callGateway: CallGateway;
  /** Fetches an order in full; what is recorded of it is recorded on the way. Resolves to whether a gateway was called. */
  readonly fetchOrder: FetchDue;
  /** Resolves when what was fetched so far is recorded. */
  readonly flush: () => Promise<void>;
  /** Shops that had orders to be fetched a moment ago. */
  readonly dueShops: () => Promise<ReadonlySet<string>>;
  /** Called when the owner of a shop has taken the authorization back. */
  readonly onRevoked: (shop: string) => void;
  readonly log: SyncLog;
}

/** A shop that is synced, and how. */
export interface SyncedShop {
  readonly id: string;
  /** The gateway whose lists are read; undefined where none has any, or the settings say not to. */
  readonly listed: ShopGateway | undefined;
  /** The gateway that single orders are fetched by. */
  readonly preferred: ShopGateway;
  /** From when on orders are filled in; milliseconds. */
  readonly since: number | undefined;
  /** Whether orders are looked at again by and by. */
  readonly isPolled: boolean;
  /** Calls of its lists and of single orders in a day of Beijing. */
  readonly maxCallsPerDay: number;
}

/** Resolves to whether a gateway was called. @throws Fault like every other way to read the order. */
export type FetchDue = (shop: string, orderId: string) => Promise<boolean>;
