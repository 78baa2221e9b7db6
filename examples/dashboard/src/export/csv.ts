// Orders as CSV that a spreadsheet opens without losing digits and without running anything.
import type { ListedOrderFragment } from '../gql/graphql.js';

type Cell = string | null | undefined;

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
/** Spreadsheets round longer numbers. */
const EXACT_DIGITS = 15;

/** One cell, escaped. A formula is made a text by an apostrophe, a long number by a tab behind it. */
export function cellOf(value: Cell): string {
  const text = value ?? '';
  if (NUMBER.test(text)) return text.length > EXACT_DIGITS ? `"${text}\t"` : text;
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const answerOf = (answer: boolean | null | undefined): Cell => (answer == null ? undefined : answer ? 'yes' : 'no');

const COLUMNS: readonly (readonly [name: string, of: (order: ListedOrderFragment) => Cell])[] = [
  ['order', ({ orderId }) => orderId],
  ['own number', ({ outOrderId }) => outOrderId],
  ['shop', ({ shop }) => shop.id],
  ['shop name', ({ shop }) => shop.name],
  ['platform', ({ platform }) => platform],
  ['gateway', ({ gateway }) => gateway],
  ['status', ({ status }) => status],
  ['status code', ({ statusCode }) => statusCode],
  ['payment', ({ paymentStatus }) => paymentStatus],
  ['shipping', ({ shippingStatus }) => shippingStatus],
  ['refund', ({ refundStatus }) => refundStatus],
  ['placed', ({ createdAt }) => createdAt],
  ['paid', ({ paidAt }) => paidAt],
  ['shipped', ({ shippedAt }) => shippedAt],
  ['ended', ({ completedAt }) => completedAt],
  ['changed', ({ modifiedAt }) => modifiedAt],
  ['times out', ({ expiresAt }) => expiresAt],
  ['ship by', ({ fulfillment }) => fulfillment?.shipBy],
  ['may be shipped', ({ fulfillment }) => answerOf(fulfillment?.mayShip)],
  ['total', ({ totals }) => totals?.total?.amount],
  ['currency', ({ totals }) => totals?.total?.currencyCode],
];

const lineOf = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

/** Begins with the mark by which spreadsheets know UTF-8. */
export const csvHead = `\uFEFF${lineOf(COLUMNS.map(([name]) => name))}`;

export const csvOf = (orders: readonly ListedOrderFragment[]): string =>
  orders.map((order) => lineOf(COLUMNS.map(([, of]) => cellOf(of(order))))).join('');
