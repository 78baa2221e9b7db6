// What a platform says of one order: how it reads into the unified model, and what is asked for to get it.

import type { Platform } from '../order/enums.js';
import type { Order } from '../order/order.js';
import type { Field, Fields, Leaf } from './fieldTypes.js';
import type { PlatformType } from './platformType.js';
import type { Zone } from './time.js';

/** Members of Order that the question or the reply's envelope tells, not the document. */
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

/** The parts of a document that a gateway sends only when asked. */
interface Subtrees {
  /** The subtree that a path arrives in; undefined for what always arrives. */
  readonly of: (path: string) => string | undefined;
  /** What every question asks for. */
  readonly always?: readonly string[];
  /** What to ask for when nothing is needed, where a gateway cannot be asked for nothing. */
  readonly least: readonly string[];
}
