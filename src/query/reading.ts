// Reads what is held of an order into what the schema shows of it.
import type { Caller } from '../access/caller.js';
import { personalOf, privacyOf } from '../access/privacy.js';
import { mayReadPersonal, type Show } from '../access/show.js';
import { type Selection, unite } from '../mapping/selection.js';
import { type OrderKey, toGlobalId } from '../order/node.js';
import { Order } from '../order/order.js';
import { Receiver } from '../order/party.js';
import type { Held } from '../upstream/call.js';
import type { OpenShop } from '../upstream/shops.js';
import { readReply, saysEncrypted } from './reply.js';

interface Wanted {
  readonly key: OrderKey;
  readonly openShop: OpenShop;
  readonly selection: Selection;
}

interface Reader {
  readonly caller: Caller;
  readonly show: Show;
}

/** Where Order.privacy looks: every mark of the receiver. */
const MARKS = personalOf(Receiver);
const RECEIVER: Selection = { receiver: MARKS };

/** What is read of an order besides what is asked of it. */
export const planned = (selection: Selection): Selection =>
  'privacy' in selection ? unite(selection, RECEIVER) : selection;

/** What is known of an order before its gateway is asked. */
export function newOrder({ key, openShop: { shop } }: Wanted): Order {
  const order = new Order();
  order.id = toGlobalId(key);
  order.orderId = key.orderId;
  order.shop = shop;
  order.platform = shop.platform;
  order.view = shop.view;
  order.warnings = [];
  return order;
}

export function readOrder(wanted: Wanted, held: Held, { caller, show }: Reader): Order {
  const { key, selection } = wanted;
  const { document, envelope, fetchedAt, staleBecause } = held;
  const { door, zone } = held.entrance;
  const read = door.read(document, selection, zone);
  const isRaw = 'raw' in selection;
  const { gateway } = door;
  const raw = show(key, { order: read.order, selection, raw: isRaw ? document : undefined, gateway });
  const order = Object.assign(newOrder(wanted), read.order);
  order.gateway = gateway.type;
  order.view = gateway.view;
  order.fetchedAt = fetchedAt;
  order.stale = staleBecause !== undefined;
  order.warnings = read.warnings;
  if (raw !== undefined) order.raw = raw;
  if ('upstream' in selection) order.upstream = readReply(envelope);
  if ('privacy' in selection) {
    const { receiver } = door.read(document, RECEIVER, zone).order as Pick<Order, 'receiver'>;
    const isMasked = !mayReadPersonal(caller);
    const selected = receiver ? { object: receiver, type: Receiver, selection: MARKS } : undefined;
    order.privacy = privacyOf(selected, { isEncrypted: saysEncrypted(envelope), isMasked });
  }
  return order;
}
