// What a row of the index says of an order: for each field, what of Order it is read from, and what must have been
// requested so that it can be known.
import Big from 'big.js';
import type { Selection } from '../../mapping/selection.js';
import { mergeSelections } from '../../mapping/selection.js';
import type { FulfillmentStatus, OrderView } from '../../order/enums.js';
import type { Fulfillment } from '../../order/fulfillment.js';
import type { Money } from '../../order/money.js';
import type { Order } from '../../order/order.js';
import {
  ANSWERS,
  type FieldGroup,
  FULFILLMENT_STATUSES,
  OVERDUE_RISKS,
  PAYMENT_STATUSES,
  REFUND_STATUSES,
  SHIPPING_STATUSES,
  STATUSES,
} from '../codes.js';
import type { TermField } from '../keys/tokens.js';
import { MISSING, type OrderRow } from '../schema/tables.js';

/** The columns that replies fill. */
export type RowValues = Pick<
  OrderRow,
  | 'out_order_id'
  | (typeof AXIS_COLUMNS)[number]
  | `${(typeof AXIS_COLUMNS)[number]}_code`
  | (typeof TIMES)[number][1]
  | 'currency'
  | 'total'
  | 'amount'
  | 'items'
  | 'flag'
  | 'ship_by'
  | 'fulfillment'
  | 'overdue_risk'
  | 'may_ship'
>;

const AXIS_COLUMNS = ['status', 'payment', 'shipping', 'refund'] as const;

const TIMES = [
  ['createdAt', 'created_at'],
  ['modifiedAt', 'modified_at'],
  ['paidAt', 'paid_at'],
  ['shippedAt', 'shipped_at'],
  ['completedAt', 'completed_at'],
  ['expiresAt', 'expires_at'],
] as const;

export interface RowField {
  readonly known: FieldGroup;
  readonly selection: Selection;
  readonly columns: readonly (keyof RowValues)[];
  /** What stands in its columns; undefined where the order says nothing of it. */
  readonly read: (order: Order) => Partial<RowValues> | undefined;
}

/** Whether a row has nothing of a field. */
export const isEmpty = ({ columns }: RowField, row: RowValues): boolean =>
  columns.every((column) => row[column] === EMPTY_VALUES[column]);

type StatusField = 'status' | 'paymentStatus' | 'shippingStatus' | 'refundStatus';

/** An unknown code is known as such; no code at all says nothing. */
function axis(field: StatusField, column: (typeof AXIS_COLUMNS)[number], codes: readonly string[]): RowField {
  return {
    known: field,
    selection: { [field]: {}, [`${field}Code`]: {} },
    columns: [column, `${column}_code`],
    read(order) {
      const code = textOf(order[`${field}Code`]);
      const position = Math.max(0, codes.indexOf(order[field]));
      return position === 0 && code === null ? undefined : { [column]: position, [`${column}_code`]: code };
    },
  };
}

const FIELDS: readonly RowField[] = [
  {
    known: 'outOrderId',
    selection: { outOrderId: {} },
    columns: ['out_order_id'],
    read: ({ outOrderId }) => ofText('out_order_id', outOrderId),
  },
  axis('status', 'status', STATUSES),
  axis('paymentStatus', 'payment', PAYMENT_STATUSES),
  axis('shippingStatus', 'shipping', SHIPPING_STATUSES),
  axis('refundStatus', 'refund', REFUND_STATUSES),
  ...TIMES.map(
    ([field, column]): RowField => ({
      known: field,
      selection: { [field]: {} },
      columns: [column],
      read: ({ [field]: instant }) => (instant ? { [column]: instant.getTime() } : undefined),
    }),
  ),
  {
    known: 'total',
    selection: { totals: { total: { amount: {}, currencyCode: {}, minorUnits: {} } } },
    columns: ['currency', 'total', 'amount'],
    read: ({ totals }) => (totals?.total ? columnsOf(totals.total) : undefined),
  },
  {
    known: 'items',
    selection: { items: { productId: {} } },
    columns: ['items'],
    read: ({ items }) => (items?.length ? { items: items.length } : undefined),
  },
  {
    known: 'notes',
    selection: { notes: { buyerMessage: {}, sellerMemo: {}, sellerFlag: {} } },
    columns: ['flag'],
    read: ({ notes }) => ofText('flag', notes?.sellerFlag),
  },
  {
    known: 'shipBy',
    selection: { fulfillment: { shipBy: {}, status: {} } },
    columns: ['ship_by'],
    read: ({ fulfillment }) => (fulfillment ? deadlineOf(fulfillment) : undefined),
  },
  {
    known: 'fulfillment',
    selection: { fulfillment: { status: {}, mayShip: {}, overdueRisk: {} } },
    columns: ['fulfillment', 'overdue_risk', 'may_ship'],
    read: ({ fulfillment }) => (fulfillment ? permissionOf(fulfillment) : undefined),
  },
];

const isToShip = (status: FulfillmentStatus): boolean => status === 'OPEN' || status === 'IN_PROGRESS';

/** An order that is to be shipped keeps the deadline that it had; of any other, none is said where there is none. */
function deadlineOf({ shipBy, status }: Fulfillment): Partial<RowValues> | undefined {
  if (shipBy) return { ship_by: shipBy.getTime() };
  return isToShip(status) || status === 'UNKNOWN' ? undefined : { ship_by: MISSING };
}

function permissionOf({ status, mayShip, overdueRisk }: Fulfillment): Partial<RowValues> | undefined {
  const values = {
    fulfillment: FULFILLMENT_STATUSES.indexOf(status),
    overdue_risk: OVERDUE_RISKS.indexOf(overdueRisk),
    may_ship: ANSWERS.indexOf(mayShip),
  };
  return Object.values(values).every((position) => position === 0) ? undefined : values;
}

export { FIELDS as ROW_FIELDS };

/** Why it is held back, which becomes a mark. */
export const HOLD_SELECTION: Selection = { holdReasons: {} };

/** Of whom and what tokens are made. A buyer's counterpart is the seller. */
interface PersonField {
  readonly selections: { readonly [view in OrderView]: Selection };
  readonly fields: readonly TermField[];
  readonly read: (order: Order, view: OrderView) => readonly (string | null | undefined)[];
}

const ACCOUNT: Selection = { id: {}, userId: {}, loginId: {} };
const RECEIVER_NAME: Selection = { receiver: { name: {} } };
const RECEIVER_PHONE: Selection = { receiver: { mobile: {}, phone: {} } };
const TRACKING: Selection = { logistics: { shipments: { trackingNumber: {} } } };

export const PERSON_FIELDS: readonly PersonField[] = [
  {
    selections: { SELLER: { buyer: ACCOUNT }, BUYER: { seller: ACCOUNT } },
    fields: ['COUNTERPART'],
    read({ buyer, seller }, view) {
      const party = view === 'SELLER' ? buyer : seller;
      return [party?.id, party?.userId, party?.loginId];
    },
  },
  {
    selections: { SELLER: RECEIVER_NAME, BUYER: RECEIVER_NAME },
    fields: ['RECEIVER_NAME'],
    read: ({ receiver }) => [receiver?.name],
  },
  {
    selections: { SELLER: RECEIVER_PHONE, BUYER: RECEIVER_PHONE },
    fields: ['PHONE', 'PHONE_LAST_4'],
    read: ({ receiver }) => [receiver?.mobile, receiver?.phone],
  },
  {
    selections: { SELLER: TRACKING, BUYER: TRACKING },
    fields: ['TRACKING_NUMBER'],
    read: ({ logistics }) => logistics?.shipments.map(({ trackingNumber }) => trackingNumber) ?? [],
  },
];

/** All that is read of a document. */
export const ROW_SELECTION: { readonly [view in OrderView]: Selection } = {
  SELLER: selectionOf('SELLER'),
  BUYER: selectionOf('BUYER'),
};

function selectionOf(view: OrderView): Selection {
  const selections = [
    ...FIELDS.map(({ selection }) => selection),
    HOLD_SELECTION,
    ...PERSON_FIELDS.map((field) => field.selections[view]),
  ];
  return selections.reduce((all, selection) => mergeSelections(all, selection), {});
}

/** The columns of an order of which nothing is known. */
export const EMPTY_VALUES: RowValues = {
  out_order_id: null,
  status: 0,
  payment: 0,
  shipping: 0,
  refund: 0,
  status_code: null,
  payment_code: null,
  shipping_code: null,
  refund_code: null,
  created_at: MISSING,
  modified_at: MISSING,
  paid_at: MISSING,
  shipped_at: MISSING,
  completed_at: MISSING,
  expires_at: MISSING,
  currency: '',
  total: MISSING,
  amount: null,
  items: 0,
  flag: null,
  ship_by: MISSING,
  fulfillment: 0,
  overdue_risk: 0,
  may_ship: 0,
};

function columnsOf({ amount, currencyCode, minorUnits }: Money): Partial<RowValues> {
  const rounded = Number(new Big(minorUnits).toFixed(0));
  const total = Math.min(Math.max(rounded, MISSING + 1), Number.MAX_SAFE_INTEGER);
  return { currency: currencyCode, total, amount };
}

function ofText(column: 'out_order_id' | 'flag', value: string | null | undefined): Partial<RowValues> | undefined {
  const text = textOf(value);
  return text === null ? undefined : { [column]: text };
}

/** No code is longer, and no id that anyone looks for. */
const LONGEST_TEXT = 200;

/** What no database takes: zero bytes, and halves of characters, which make SQLite's driver end the process. */
const UNSTORABLE = /\0|\p{Cs}/gu;

export const textOf = (value: string | null | undefined): string | null =>
  value?.slice(0, LONGEST_TEXT).replace(UNSTORABLE, '�') || null;
