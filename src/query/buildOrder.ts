// Builds an Order of the schema from an upstream document.
import { cutsIn, withoutMarks } from '../common/jsonCuts.js';
import { memoize } from '../common/memoize.js';
import { MAX_WARNINGS } from '../mapping/bounds.js';
import { mergeSelections, type Selection } from '../mapping/selection.js';
import { type OrderKey, toGlobalId } from '../order/globalId.js';
import { Order } from '../order/order.js';
import { Receiver } from '../order/party.js';
import type { Warning } from '../order/upstream.js';
import { discloseOrder, maskOrder } from '../privacy/applyPrivacy.js';
import { maskedKey } from '../privacy/mask.js';
import { personalSelectionOf, privacyOf } from '../privacy/personalFields.js';
import type { UpstreamDocument, UpstreamShop } from '../upstream/types.js';
import { hasReturnCode, readEnvelope } from './envelope.js';

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

/** What Order.privacy is computed from: every personal field of the receiver. */
const PERSONAL_OF_RECEIVER = personalSelectionOf(Receiver);
const RECEIVER: Selection = { receiver: PERSONAL_OF_RECEIVER };

/** A selection, and the fields that its fields are computed from. */
export const withImpliedFields = memoize(
  (selection: Selection): Selection => ('privacy' in selection ? mergeSelections(selection, RECEIVER) : selection),
);

/** An order with the fields that are known without its gateway. */
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

/** @param limitRead called with the number of fields of each object that is read; what it throws ends the reading */
export function buildOrder(
  selected: OrderSelection,
  fetched: UpstreamDocument,
  limitRead: (values: number) => void,
): BuiltOrder {
  const { selection, isMasked } = selected;
  const { document, envelope, fetchedAt, staleBecause, shopGateway } = fetched;
  const { compiled, zone } = shopGateway;
  const { definition } = compiled;
  const read = compiled.read(document, selection, zone, limitRead);
  const raw = 'raw' in selection ? rawOf(document) : undefined;
  const shown = (isMasked ? maskOrder : discloseOrder)({
    order: read.order,
    selection,
    raw: raw?.document,
    gateway: definition,
  });
  const order = Object.assign(emptyOrder(selected), read.order);
  order.gateway = definition.type;
  order.view = definition.view;
  order.fetchedAt = fetchedAt;
  order.stale = staleBecause !== undefined;
  order.warnings = raw ? withWarnings(read.warnings, raw.warnings) : read.warnings;
  if (shown.raw !== undefined) order.raw = shown.raw;
  if ('upstream' in selection) order.upstream = readEnvelope(envelope, isMasked);
  if ('privacy' in selection) {
    const { receiver } = compiled.read(document, RECEIVER, zone).order as Pick<Order, 'receiver'>;
    const personal = receiver ? { object: receiver, type: Receiver, selection: PERSONAL_OF_RECEIVER } : undefined;
    const { isCiphertext, returnCode } = definition.document.encryption;
    order.privacy = privacyOf(personal, { isCiphertext, isEncrypted: hasReturnCode(envelope, returnCode), isMasked });
  }
  return { order, disclosed: shown.disclosed };
}

interface RawDocument {
  readonly document: object;
  /** What is missing in it. */
  readonly warnings: readonly Warning[];
}

/** A gateway's own document as it is shown. */
const rawOf = memoize((document: object): RawDocument => {
  const warnings: Warning[] = [];
  for (const cut of cutsIn(document, maskedKey)) if (warnings.length < MAX_WARNINGS) warnings.push(cut);
  return { document: warnings.length === 0 ? document : (withoutMarks(document) as object), warnings };
});

/** Each once: what a field warned of may be warned of again. */
const withWarnings = (warnings: readonly Warning[], more: readonly Warning[]): readonly Warning[] =>
  more.length === 0
    ? warnings
    : [
        ...warnings,
        ...more.filter((one) => !warnings.some(({ path, message }) => path === one.path && message === one.message)),
      ];

interface PreviousBuild extends BuiltOrder {
  readonly selection: Selection;
  readonly isMasked: boolean;
}

const previousBuilds = new WeakMap<object, PreviousBuild>();

/** What was built the last time of a document in memory, of which the same is mostly selected again. */
export function builtBefore({ selection, isMasked }: OrderSelection, document: object): BuiltOrder | undefined {
  const previous = previousBuilds.get(document);
  return previous && previous.selection === selection && previous.isMasked === isMasked ? previous : undefined;
}

/** Builds an order of a document in memory, to be found again by builtBefore. */
export function buildAndRemember(...building: Parameters<typeof buildOrder>): BuiltOrder {
  const [{ selection, isMasked }, { document }] = building;
  const built = { ...buildOrder(...building), selection, isMasked };
  previousBuilds.set(document, built);
  return built;
}
