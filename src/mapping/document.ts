// A platform's document of one order: how it reads into the unified model, and which parts of it are requested.

import type { Platform } from '../order/enums.js';
import type { Order } from '../order/order.js';
import type { Field, Fields, Leaf } from './fieldTypes.js';
import type { PlatformType } from './platformType.js';
import type { Zone } from './time.js';

/** Members of Order that come from the query or from the reply's envelope. */
type NotInDocument =
  | 'id'
  | 'orderId'
  | 'shop'
  | 'platform'
  | 'gateway'
  | 'view'
  | 'privacy'
  | 'platformOrder'
  | 'raw'
  | 'upstream'
  | 'fetchedAt'
  | 'stale'
  | 'warnings';

export type OrderFields = Fields<Omit<Order, NotInDocument>>;

export interface Document {
  readonly platform: Platform;
  readonly order: OrderFields;
  /** What only this platform documents. */
  readonly platformOrder: PlatformType;
  /** Where the document names its order, the exact id first. */
  readonly orderId: Field<string | null> & Leaf;
  /** Where it names its currency, and the currency of orders that name none. */
  readonly currency: { readonly path?: string; readonly fallback: string };
  readonly subtrees: Subtrees;
  /** The zone of times that name none. */
  readonly zone: Zone;
  /** Whether a name of the document, in any spelling, is that of an id; members of a list that differ in one differ. */
  readonly isIdName: (name: string) => boolean;
  readonly encryption: Encryption;
}

/** How an encrypted order is recognised. */
export interface Encryption {
  /** Whether a text is ciphertext. */
  readonly isCiphertext: (text: string) => boolean;
  /** The return code, in the reply's envelope, that means that personal data is encrypted. */
  readonly returnCode?: string;
}

/** The parts of a document that a gateway sends only where they are requested. */
export interface Subtrees {
  /** The subtree that a path arrives in; undefined for what always arrives. */
  readonly of: (path: string) => string | undefined;
  /** Subtree → those that it comes only beside. */
  readonly beside?: { readonly [subtree: string]: readonly string[] };
  /** What every request names. */
  readonly always?: readonly string[];
  /** What a request names where nothing is needed; empty where it may name nothing. */
  readonly least: readonly string[];
}
