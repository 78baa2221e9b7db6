// AliExpress orders that are not shaped as documented.
import type { MalformedValue } from '../documents/document.js';
import { NO_TEXT, NO_TIMES, NOTHINGS, saysNothing, unread } from './malformedValue.js';

const LINES = ['child_order_list', 'tp_open_child_order_dto'] as const;
const items = (what: string, value: unknown, read: unknown, warning?: string): MalformedValue => ({
  what,
  at: ['child_order_list'],
  value,
  selection: 'items { itemId name }',
  read: { items: read },
  ...(warning === undefined ? {} : { warning }),
});

export const malformedValuesAliExpress: readonly MalformedValue[] = [
  ...NO_TIMES.map((value) => unread(['gmt_create'], value, 'createdAt')),
  ...NOTHINGS.map((value) => saysNothing(['gmt_create'], value, 'createdAt')),
  ...['6.15', 6.15, [6.15], { amount: '约6元' }, { cent: true }].map((value) => ({
    ...unread(['logistics_amount'], value, 'totals shipping'),
    selection: 'totals { shipping { amount } }',
  })),
  unread(['memo'], {}, 'notes buyerMessage'),
  items('a list that is a text', 'none', null, 'child_order_list'),
  items('an empty list as {}', {}, []),
  items('an empty list as []', [], []),
  items('an empty list inside its wrapper', { tp_open_child_order_dto: [] }, []),
  items('no list', undefined, null),
  items('a list without its wrapper', [{ id: 1, product_name: '帽' }], [{ itemId: '1', name: '帽' }]),
  items('a lone object in the wrapper', { tp_open_child_order_dto: { id: 1, product_name: '帽' } }, [
    { itemId: '1', name: '帽' },
  ]),
  {
    what: 'a text inside a list that is an object',
    at: [...LINES, 0, 'product_name'],
    value: { zh: '大衣' },
    selection: 'items { name unitPrice { amount } }',
    read: { items: [{ name: null, unitPrice: { amount: '10.00' } }] },
    warning: 'child_order_list[0].product_name',
  },
  ...[null, '  '].map((id) => ({
    what: `a child order whose id is ${id === null ? id : 'blank'}`,
    at: LINES,
    value: [{ id, child_order_id: id, product_name: '大衣' }],
    selection: 'items { itemId name }',
    read: { items: [{ itemId: '#1', name: '大衣' }] },
    warning: 'child_order_list[0]',
  })),
  ...['order_status', 'fund_status', 'frozen_status'].map((name) => ({
    what: `${name} that is an object`,
    at: [name],
    value: NO_TEXT,
    selection: 'status paymentStatus shippingStatus refundStatus holdReasons',
    read: { holdReasons: [] },
  })),
];
