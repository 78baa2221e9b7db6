// Reads what is held of an order into what the schema shows of it.
import { personalOf, privacyOf } from '../privacy/personalFields.js';
import { showMasked, showPlain } from '../privacy/applyPrivacy.js';
import { type Selection, unite } from '../mapping/selection.js';
import { type OrderKey, toGlobalId } from '../order/globalId.js';
import { Order } from '../order/order.js';
import { Receiver } from '../order/party.js';
import { remembering } from '../common/memoize.js';
import type { Held } from '../upstream/types.js';
import type { OpenShop } from '../upstream/shops.js';
import { readReply, saysEncrypted } from './envelope.js';

export interface Wanted {
  readonly key: OrderKey;
  readonly openShop: OpenShop;
  readonly selection: Selection;
  /** Whether personal data is hidden from the caller. */
  readonly isMasked: boolean;
}

export interface OrderRead {
  readonly order: Order;
  /** Fields of plain personal data in it, as paths in the schema. */
  readonly disclosed: readonly string[];
}

/** Where Order.privacy looks: every mark of the receiver. */
const MARKS = personalOf(Receiver);
const RECEIVER: Selection = { receiver: MARKS };

/** What is asked of an order, and what is read besides. */
export const planned = remembering(
  (selection: Selection): Selection => ('privacy' in selection ? unite(selection, RECEIVER) : selection),
);

/** What is known of an order before its gateway is asked. */
export function newOrder({ key, openShop: { shop }, selection }: Wanted): Order {
  const order = new Order();
  if ('id' in selection) order.id = toGlobalId(key);
  order.orderId = key.orderId;
  order.shop = shop;
  order.platform = shop.platform;
  order.view = shop.view;
  order.warnings = [];
  return order;
}

export function readOrder(wanted: Wanted, held: Held): OrderRead {
  const { selection, isMasked } = wanted;
  const { document, envelope, fetchedAt, staleBecause } = held;
  const { door, zone } = held.entrance;
  const { gateway } = door;
  const read = door.read(document, selection, zone);
  const raw = 'raw' in selection ? document : undefined;
  const shown = (isMasked ? showMasked : showPlain)({ order: read.order, selection, raw, gateway });
  const order = Object.assign(newOrder(wanted), read.order);
  order.gateway = gateway.type;
  order.view = gateway.view;
  order.fetchedAt = fetchedAt;
  order.stale = staleBecause !== undefined;
  order.warnings = read.warnings;
  if (shown.raw !== undefined) order.raw = shown.raw;
  if ('upstream' in selection) order.upstream = readReply(envelope);
  if ('privacy' in selection) {
    const { receiver } = door.read(document, RECEIVER, zone).order as Pick<Order, 'receiver'>;
    const selected = receiver ? { object: receiver, type: Receiver, selection: MARKS } : undefined;
    order.privacy = privacyOf(selected, { isEncrypted: saysEncrypted(envelope), isMasked });
  }
  return { order, disclosed: shown.disclosed };
}

interface Reading extends OrderRead {
  readonly selection: Selection;
  readonly isMasked: boolean;
}

const lastReadings = new WeakMap<object, Reading>();

/** The same of a document in memory: it is mostly asked for again as it was asked for last. */
export function readAgain(wanted: Wanted, held: Held): OrderRead {
  const { selection, isMasked } = wanted;
  const last = lastReadings.get(held.document);
  if (last && last.selection === selection && last.isMasked === isMasked) return last;
  const read = { ...readOrder(wanted, held), selection, isMasked };
  lastReadings.set(held.document, read);
  return read;
}
