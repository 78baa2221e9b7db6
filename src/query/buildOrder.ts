// Reads what is held of an order into what the schema shows of it.

import { memoize } from '../common/memoize.js';
import { mergeSelections, type Selection } from '../mapping/selection.js';
import { type OrderKey, toGlobalId } from '../order/globalId.js';
import { Order } from '../order/order.js';
import { Receiver } from '../order/party.js';
import { discloseOrder, maskOrder } from '../privacy/applyPrivacy.js';
import { personalSelectionOf, privacyOf } from '../privacy/personalFields.js';
import type { UpstreamShop } from '../upstream/shops.js';
import type { UpstreamDocument } from '../upstream/types.js';
import { readEnvelope, saysEncrypted } from './envelope.js';

export interface OrderSelection {
  readonly key: OrderKey;
  readonly upstreamShop: UpstreamShop;
  readonly selection: Selection;
  /** Whether personal data is hidden from the caller. */
  readonly isMasked: boolean;
}

export interface BuiltOrder {
  readonly order: Order;
  /** Fields of plain personal data in it, as paths in the schema. */
  readonly disclosed: readonly string[];
}

/** Where Order.privacy looks: every mark of the receiver. */
const MARKS = personalSelectionOf(Receiver);
const RECEIVER: Selection = { receiver: MARKS };

/** What is asked of an order, and what is read besides. */
export const withImpliedFields = memoize(
  (selection: Selection): Selection => ('privacy' in selection ? mergeSelections(selection, RECEIVER) : selection),
);

/** What is known of an order before its gateway is asked. */
export function emptyOrder({ key, upstreamShop: { shop }, selection }: OrderSelection): Order {
  const order = new Order();
  if ('id' in selection) order.id = toGlobalId(key);
  order.orderId = key.orderId;
  order.shop = shop;
  order.platform = shop.platform;
  order.view = shop.view;
  order.warnings = [];
  return order;
}

export function buildOrder(wanted: OrderSelection, held: UpstreamDocument): BuiltOrder {
  const { selection, isMasked } = wanted;
  const { document, envelope, fetchedAt, staleBecause } = held;
  const { compiled, zone } = held.shopGateway;
  const { definition: gateway } = compiled;
  const read = compiled.read(document, selection, zone);
  const raw = 'raw' in selection ? document : undefined;
  const shown = (isMasked ? maskOrder : discloseOrder)({ order: read.order, selection, raw, gateway });
  const order = Object.assign(emptyOrder(wanted), read.order);
  order.gateway = gateway.type;
  order.view = gateway.view;
  order.fetchedAt = fetchedAt;
  order.stale = staleBecause !== undefined;
  order.warnings = read.warnings;
  if (shown.raw !== undefined) order.raw = shown.raw;
  if ('upstream' in selection) order.upstream = readEnvelope(envelope);
  if ('privacy' in selection) {
    const { receiver } = compiled.read(document, RECEIVER, zone).order as Pick<Order, 'receiver'>;
    const selected = receiver ? { object: receiver, type: Receiver, selection: MARKS } : undefined;
    order.privacy = privacyOf(selected, { isEncrypted: saysEncrypted(envelope), isMasked });
  }
  return { order, disclosed: shown.disclosed };
}

interface PreviousBuild extends BuiltOrder {
  readonly selection: Selection;
  readonly isMasked: boolean;
}

const lastReadings = new WeakMap<object, PreviousBuild>();

/** The same of a document in memory: it is mostly asked for again as it was asked for last. */
export function buildOrderAgain(wanted: OrderSelection, held: UpstreamDocument): BuiltOrder {
  const { selection, isMasked } = wanted;
  const last = lastReadings.get(held.document);
  if (last && last.selection === selection && last.isMasked === isMasked) return last;
  const read = { ...buildOrder(wanted, held), selection, isMasked };
  lastReadings.set(held.document, read);
  return read;
}
