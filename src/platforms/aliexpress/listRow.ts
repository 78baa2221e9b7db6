// A row of AliExpress's list in the form of the document that its detail has: the two name the same things differently.
import { isObject, type JsonObject } from '../../common/object.js';

/** Where a row has what stands in the document, by the name that the list has for it. */
const ORDER_NAMES = {
  order_id: 'id',
  order_status: 'order_status',
  fund_status: 'fund_status',
  frozen_status: 'frozen_status',
  issue_status: 'issue_status',
  logistics_status: 'logistics_status',
  end_reason: 'order_end_reason',
  gmt_create: 'gmt_create',
  gmt_pay_time: 'gmt_pay_success',
  payment_type: 'payment_type',
  buyer_login_id: 'buyerloginid',
  buyer_signer_fullname: 'buyer_signer_fullname',
  seller_signer_fullname: 'seller_signer_fullname',
  seller_operator_login_id: 'seller_operator_login_id',
} as const;

const LINE_NAMES = {
  child_id: 'child_order_id',
  order_id: 'id',
  product_id: 'product_id',
  product_name: 'product_name',
  product_count: 'product_count',
  sku_code: 'sku_code',
  son_order_status: 'order_status',
  fund_status: 'fund_status',
  issue_status: 'issue_status',
} as const;

const LINES = 'child_order_list';

/** Assumed: what is to be paid of an order is its amount, as the list has no other. */
const TOTAL = { of: 'pay_amount', as: 'order_amount' } as const;

/** What a row tells of the document. It does not tell when an order was modified, nor what was refunded. */
export const ROW_PATHS: readonly string[] = [
  ...Object.values(ORDER_NAMES),
  TOTAL.as,
  // Better figures of the same, which the mapping looks at first.
  'new_seller_order_amount',
  'new_order_amount',
  ...Object.values(LINE_NAMES).map((name) => `${LINES}.${name}`),
  // The same at another place, which the mapping looks at first.
  'buyer_info.login_id',
];

export function documentOfRow(row: unknown): unknown {
  if (!isObject(row)) return row;
  const { [TOTAL.of]: total, product_list: list } = row;
  return {
    ...renamed(row, ORDER_NAMES),
    ...(total === undefined ? {} : { [TOTAL.as]: amountOf(total) }),
    ...(list === undefined ? {} : { [LINES]: linesOf(list) }),
  };
}

/** Beside a right count of smallest units, the list writes an amount of 0. */
function amountOf(total: unknown): unknown {
  if (!isObject(total) || total.cent === undefined || total.cent === null) return total;
  const { amount: _amount, ...rest } = total;
  return rest;
}

function linesOf(list: unknown): readonly unknown[] {
  const lines = isObject(list) ? (list.order_product_vo ?? []) : list;
  return (Array.isArray(lines) ? lines : [lines]).map((line: unknown) =>
    isObject(line) ? renamed(line, LINE_NAMES) : line,
  );
}

const renamed = (from: JsonObject, names: Readonly<Record<string, string>>): JsonObject =>
  Object.fromEntries(Object.entries(names).flatMap(([own, name]) => (own in from ? [[name, from[own]]] : [])));
