// The orders of a page: each from its row where that is enough, else from the order loader like any other.
import { Fault } from '../../common/fault.js';
import type { MaybePromise } from '../../common/maybePromise.js';
import { memoize } from '../../common/memoize.js';
import { mergeSelections, type Selection } from '../../mapping/selection.js';
import type { OrderKey } from '../../order/globalId.js';
import type { Order } from '../../order/order.js';
import type { Shop } from '../../order/shop.js';
import type { IndexedOrder } from '../../orderIndex/types.js';
import type { AnswerField } from '../answerFields.js';
import type { Context } from '../context.js';
import type { RequestedFields } from '../selection.js';
import { orderOfRow, uncoveredIn, unknownIn, warningsOf } from './rowOrder.js';

/** What a connection's field selects of its orders, wherever it selects them. */
export interface NodeFields extends RequestedFields {
  /** Whether any order is selected at all. */
  readonly isSelected: boolean;
  /** What is selected that no row ever covers. */
  readonly uncovered: readonly string[];
  /** What is answered of the connection beside its orders. */
  readonly around: readonly AnswerField[];
}

/** Where orders stand in what a field returns: the names of fields that lead to them. */
type Places = readonly (readonly string[])[];

/** Finds out what is selected of the orders that stand at these places. */
export const createNodeFieldsOf = (places: Places): ((fields: RequestedFields) => NodeFields) =>
  memoize(({ selection, attributeKeys, answered }) => {
    const selected = places.flatMap((place) => selectionAt(selection, place) ?? []);
    const ofNodes = selected.reduce<Selection>(mergeSelections, {});
    return {
      selection: ofNodes,
      attributeKeys,
      answered: places.flatMap((place) => answeredAt(answered, place)),
      isSelected: selected.length > 0,
      uncovered: uncoveredIn(ofNodes),
      around: places.reduce(without, answered),
    };
  });

const selectionAt = (selection: Selection, place: readonly string[]): Selection | undefined =>
  place.reduce<Selection | undefined>((inner, name) => inner?.[name], selection);

const answeredAt = (fields: readonly AnswerField[], [name, ...rest]: readonly string[]): readonly AnswerField[] =>
  name === undefined
    ? fields
    : fields.filter((field) => field.name === name).flatMap((field) => answeredAt(field.fields, rest));

const without = (fields: readonly AnswerField[], [name, ...rest]: readonly string[]): readonly AnswerField[] =>
  fields.flatMap((field) => {
    if (field.name !== name) return [field];
    return rest.length === 0 ? [] : [{ ...field, fields: without(field.fields, rest) }];
  });

export interface NodesRequest {
  /** What is selected of orders on one platform. */
  readonly fieldsOf: (platformType: string) => NodeFields;
  readonly maxAge?: number | null | undefined;
  /** Whether nothing may be fetched. */
  readonly indexOnly?: boolean | null | undefined;
  /** Whether no other field of the operation selects orders. */
  readonly isAlone: boolean;
}

/** @throws Fault BAD_USER_INPUT for fields that only a gateway could tell, where none may be called */
export function refuseUncovered({ uncovered }: NodeFields, indexOnly: boolean | null | undefined): void {
  if (!indexOnly || uncovered.length === 0) return;
  throw new Fault('BAD_USER_INPUT', `indexOnly: the index does not hold ${uncovered.join(', ')} of an order.`);
}

/**
 * The orders of rows, in their order; what fails is an Error in its place.
 * @throws Fault BAD_USER_INPUT where more would be fetched than one operation may ask for
 */
export function loadNodes(
  rows: readonly IndexedOrder[],
  { fieldsOf, maxAge, indexOnly, isAlone }: NodesRequest,
  context: Context,
): readonly MaybePromise<Order | Error>[] {
  const { orders, answer, index } = context;
  const fields = orders.permitted(fieldsOf(''));
  const shops = new Map(context.shops().map((shop) => [shop.id, shop]));
  const oldest = maxAge === undefined || maxAge === null ? undefined : index.now().getTime() - maxAge * 1000;
  const isFetchedAlways = !indexOnly && uncoveredIn(fields.selection).length > 0;

  /** Undefined where the row is not enough. */
  function orderIn(row: IndexedOrder, shop: Shop): Order | undefined {
    if (isFetchedAlways || (oldest !== undefined && row.seenAt.getTime() < oldest)) return undefined;
    const unknown = unknownIn(row, fields.selection);
    if (unknown.length > 0 && !indexOnly) return undefined;
    const warnings = warningsOf(unknown);
    const order = orderOfRow(row, shop, warnings);
    orders.warn({ shop: shop.id, orderId: row.orderId }, warnings);
    answer.count(order, fields.answered);
    return order;
  }

  const keys: OrderKey[] = [];
  const places = rows.map((row) => {
    const shop = shops.get(row.shop);
    const order = shop && orderIn(row, shop);
    return order ?? keys.push({ shop: row.shop, orderId: row.orderId }) - 1;
  });
  if (keys.length === 0) return places as readonly Order[];
  const loaded = orders.loadSelected(keys, { fieldsOf, mayBeInMemory: isAlone }, maxAge);
  return places.map((place) => (typeof place === 'number' ? (loaded[place] as MaybePromise<Order | Error>) : place));
}
