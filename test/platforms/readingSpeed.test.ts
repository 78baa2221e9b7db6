// Tests that a long order is read in a time that grows with its length, and not with the square of it.
import { expect, test } from '@jest/globals';
import { EMPTY_SELECTION, type Selection } from '../../src/mapping/selection.js';
import { BEIJING } from '../../src/mapping/time.js';
import type { Gateway } from '../../src/order/enums.js';
import { compiledGatewayOf } from '../../src/platforms/index.js';

const COUNT = 4_000;

const members = (member: (index: number) => object): object[] =>
  Array.from({ length: COUNT }, (_nothing, index) => member(index));

/** An order of many lines, each in a parcel of its own, by a gateway of each platform. */
const DOCUMENTS: { readonly [gateway in Gateway]?: object } = {
  VV_TOOL: {
    base_info: { id_of_str: '1', status: 'success' },
    product_items: members((index) => ({ sub_item_i_d_string: String(index), name: 'x', logistics_status: 2 })),
    native_logistics: {
      logistics_items: members((index) => ({ logistics_bill_no: `B${index}`, sub_item_ids: `${index},${index + 1}` })),
    },
  },
  TAOBAO_TOP: {
    tid: '1',
    status: 'TRADE_FINISHED',
    orders: { order: members((index) => ({ oid: String(index), title: 'x', invoice_no: `B${index}` })) },
  },
  ALIEXPRESS_QIMEN: {
    id: '1',
    order_status: 'FINISH',
    child_order_list: {
      tp_open_child_order_dto: members((index) => ({
        id: String(index),
        child_order_id: String(index),
        product_name: 'x',
      })),
    },
    child_order_ext_info_list: {
      tp_open_order_product_info_dto: members((index) => ({ child_order_id: String(index), quantity: 1 })),
    },
    logistic_info_list: { tp_open_logistic_info_dto: members((index) => ({ logistics_no: `B${index}` })) },
  },
};

const named = (...names: readonly string[]): Selection =>
  Object.fromEntries(names.map((name) => [name, EMPTY_SELECTION]));

const SELECTION: Selection = {
  ...named('status', 'paymentStatus', 'shippingStatus', 'refundStatus'),
  items: named('itemId', 'name', 'status', 'shippingStatus', 'refundStatus', 'quantity'),
  logistics: { shipments: named('trackingNumber', 'itemIds') },
  refunds: named('itemId', 'status'),
};

/** What is quadratic takes seconds; what is linear some 50 ms. */
const MAX_MS = 600;

test.each(Object.entries(DOCUMENTS))('%s reads 4,000 lines and their parcels within 600 ms', (type, document) => {
  const { read } = compiledGatewayOf(type as Gateway);
  const times = [0, 1, 2].map(() => {
    const { user } = process.cpuUsage();
    const { order } = read(structuredClone(document), SELECTION, BEIJING);
    expect(order).toMatchObject({ logistics: { shipments: { length: COUNT } }, items: { length: COUNT } });
    return (process.cpuUsage().user - user) / 1_000;
  });
  expect(Math.min(...times)).toBeLessThan(MAX_MS);
});
