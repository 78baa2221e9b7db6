// What becomes of an order's row when a reply tells more of it: the newer stands over the older, and what says nothing
// covers nothing.
import type { OrderStatus } from '../../order/enums.js';
import { type Aspect, bitsOf, FIELD_GROUPS, type FieldGroup, hasBit, MARKS, SOURCES, STATUSES } from '../codes.js';
import { MISSING, type OrderRow } from '../schema/tables.js';
import type { OrderUpdate } from './readReply.js';
import { EMPTY_VALUES, isEmpty, ROW_FIELDS, type RowField } from './rows.js';

/** All that the index holds of an order beside its document. */
export interface IndexedState {
  readonly row: OrderRow;
  readonly productIds: readonly string[];
  /** Tokens, in hexadecimal. */
  readonly terms: readonly string[];
}

const ON_HOLD = STATUSES.indexOf('ON_HOLD');
const DETAIL = SOURCES.indexOf('DETAIL');

const TERMINAL: ReadonlySet<OrderStatus> = new Set(['COMPLETED', 'CANCELLED', 'CLOSED']);
export const isTerminal = (status: number): boolean => TERMINAL.has(STATUSES[status] ?? 'UNKNOWN');

/** A state of which nothing is known yet. */
export const emptyState = ({ shop, order_id, platform, gateway, view, source, seenAt }: OrderUpdate): IndexedState => ({
  row: {
    ...{ shop, order_id, platform, gateway, view },
    ...EMPTY_VALUES,
    ...{ marks: 0, known: 0, hash: '', source, seen_at: seenAt, seq: 0 },
  },
  productIds: [],
  terms: [],
});

/** @param terms the update's tokens, in hexadecimal */
export function mergeUpdate(state: IndexedState, update: OrderUpdate, terms: readonly string[]): IndexedState {
  const { row } = state;
  const overwrites = isNewer(row, update);
  const { shop, order_id, platform, gateway, view } = overwrites ? update : row;
  const values = overwrites ? update.values : missingIn(row, update);
  const outdated = overwrites ? outdatedIn(row, update) : [];
  const merged: OrderRow = {
    ...row,
    ...{ shop, order_id, platform, gateway, view },
    ...emptied(outdated),
    ...values,
    known: (row.known & ~bitsOf(FIELD_GROUPS, namesOf(outdated))) | update.known,
    source: Math.max(row.source, update.source),
    seen_at: Math.max(row.seen_at, update.seenAt),
  };
  return {
    row: { ...merged, marks: marksOf(row, merged, update, overwrites) },
    productIds: replaced(state.productIds, update.productIds ?? [], overwrites),
    terms: mergeTerms(state.terms, terms, overwrites),
  };
}

/** Whether an update stands over what is known. */
function isNewer(row: OrderRow, update: OrderUpdate): boolean {
  if (reopens(row, update)) return false;
  const { modified_at = MISSING } = update.values;
  if (row.modified_at !== MISSING && modified_at !== MISSING && modified_at !== row.modified_at)
    return modified_at > row.modified_at;
  if (update.source !== row.source) return update.source > row.source;
  return update.seenAt >= row.seen_at;
}

/** What is over stays so, unless a detail says that it is not. */
const reopens = (row: OrderRow, { source, values: { status } }: OrderUpdate): boolean =>
  isTerminal(row.status) && source !== DETAIL && status !== undefined && !isTerminal(status);

/** Those of an older update's values that the row has nothing of. */
const missingIn = (row: OrderRow, { values }: OrderUpdate): Partial<OrderRow> =>
  Object.assign(
    {},
    ...ROW_FIELDS.filter((field) => isEmpty(field, row)).map(({ columns }) =>
      Object.fromEntries(columns.flatMap((column) => (column in values ? [[column, values[column]]] : []))),
    ),
  ) as Partial<OrderRow>;

/** What follows from where an order stands: whether and until when it is to be shipped. */
const OF_STANDING: ReadonlySet<FieldGroup> = new Set(['shipBy', 'fulfillment']);
const STANDING = ['status', 'status_code', 'shipping'] as const;

/** Of an order that moved on, what was said of where it stood before and is not said anew. */
function outdatedIn(row: OrderRow, { values, known }: OrderUpdate): readonly RowField[] {
  const movedOn = STANDING.some((column) => values[column] !== undefined && values[column] !== row[column]);
  if (!movedOn) return [];
  return ROW_FIELDS.filter(({ known: field }) => OF_STANDING.has(field) && !hasBit(FIELD_GROUPS, known, field));
}

const namesOf = (fields: readonly RowField[]): readonly FieldGroup[] => fields.map(({ known }) => known);

const emptied = (fields: readonly RowField[]): Partial<OrderRow> =>
  Object.fromEntries(fields.flatMap(({ columns }) => columns.map((column) => [column, EMPTY_VALUES[column]])));

function marksOf(row: OrderRow, merged: OrderRow, update: OrderUpdate, overwrites: boolean): number {
  const notes = (row.marks | update.marks) & bitsOf(MARKS, ['BUYER_MESSAGE', 'SELLER_MEMO']);
  return notes | (isHeld(row, merged, update, overwrites) ? bitsOf(MARKS, ['ON_HOLD']) : 0);
}

function isHeld(row: OrderRow, merged: OrderRow, { isHeld: isNamed }: OrderUpdate, overwrites: boolean): boolean {
  if (merged.status === ON_HOLD) return true;
  if (overwrites && isNamed !== undefined) return isNamed;
  // Where its status alone said so, another status says that it is over.
  return row.status !== ON_HOLD && hasBit(MARKS, row.marks, 'ON_HOLD');
}

const replaced = <Member>(known: readonly Member[], told: readonly Member[], overwrites: boolean): readonly Member[] =>
  told.length > 0 && (overwrites || known.length === 0) ? told : known;

/** The first byte of a token names its field; tokens of fields that nothing is said of stay. */
function mergeTerms(known: readonly string[], told: readonly string[], overwrites: boolean): readonly string[] {
  if (told.length === 0 || told === known) return known;
  const fieldsIn = (terms: readonly string[]): ReadonlySet<string> => new Set(terms.map((term) => term.slice(0, 2)));
  const [older, newer] = overwrites ? [known, told] : [told, known];
  const fields = fieldsIn(newer);
  return [...new Set([...older.filter((term) => !fields.has(term.slice(0, 2))), ...newer])].sort();
}

const ASPECT_COLUMNS: { readonly [aspect in Aspect]: readonly (keyof OrderRow)[] } = {
  STATUS: ['status', 'status_code'],
  PAYMENT: ['payment', 'payment_code'],
  SHIPPING: ['shipping', 'shipping_code'],
  REFUND: ['refund', 'refund_code'],
  TOTAL: ['currency', 'total', 'amount'],
  TIMES: ['created_at', 'paid_at', 'shipped_at', 'completed_at', 'expires_at', 'ship_by'],
  OTHER: ['out_order_id', 'view', 'items', 'flag', 'marks', 'fulfillment', 'overdue_risk', 'may_ship'],
};

/** In what an order differs from what it was; when it was modified counts where nothing else tells of it. */
export function aspectsOf(before: IndexedState, after: IndexedState): readonly Aspect[] {
  const differs = (column: keyof OrderRow): boolean => before.row[column] !== after.row[column];
  const aspects = (Object.keys(ASPECT_COLUMNS) as Aspect[]).filter((aspect) => ASPECT_COLUMNS[aspect].some(differs));
  if (aspects.includes('OTHER')) return aspects;
  const isOther = !isSameList(before.productIds, after.productIds) || !isSameList(before.terms, after.terms);
  if (isOther) return [...aspects, 'OTHER'];
  return aspects.length === 0 && differs('modified_at') ? ['OTHER'] : aspects;
}

/** Whether two lists have the same members, each once and in whatever order. */
export function isSameList(one: readonly string[], other: readonly string[]): boolean {
  if (one === other) return true;
  const members = new Set(other);
  return one.length === other.length && one.every((member) => members.has(member));
}
