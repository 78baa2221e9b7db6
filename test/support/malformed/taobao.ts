// Trades of Taobao that are not shaped as documented.
import type { MalformedValue } from '../documents/document.js';
import { NO_AMOUNTS, NO_TEXT, NO_TIMES, NOTHINGS, saysNothing, unread } from './malformedValue.js';

const LINES = ['orders', 'order'] as const;
const items = (what: string, value: unknown, read: unknown, warning?: string): MalformedValue => ({
  what,
  at: ['orders'],
  value,
  selection: 'items { itemId name }',
  read: { items: read },
  ...(warning === undefined ? {} : { warning }),
});
const noText = (at: string, selection: string, read: unknown, warning?: string): MalformedValue => ({
  what: `${at} that is an object`,
  at: [at],
  value: NO_TEXT,
  selection,
  read,
  ...(warning === undefined ? {} : { warning }),
});

export const malformedValuesTaobao: readonly MalformedValue[] = [
  ...NO_TIMES.map((value) => unread(['created'], value, 'createdAt')),
  ...NOTHINGS.map((value) => saysNothing(['created'], value, 'createdAt')),
  ...NO_AMOUNTS.map((value) => ({
    ...unread(['payment'], value, 'totals total'),
    selection: 'totals { total { amount } }',
  })),
  unread(['trade_memo'], {}, 'notes remark'),
  items('a list that is a text', 'none', null, 'orders'),
  items('a list that is a number', 7, null, 'orders'),
  items('an empty list as {}', {}, []),
  items('an empty list as []', [], []),
  items('an empty list inside its wrapper', { order: [] }, []),
  items('no list', undefined, null),
  items('a list that is null', null, null),
  items('a list without its wrapper', [{ oid: 1, title: '帽' }], [{ itemId: '1', name: '帽' }]),
  items('a lone object in the wrapper', { order: { oid: 1, title: '帽' } }, [{ itemId: '1', name: '帽' }]),
  {
    what: 'a text inside a list that is an object',
    at: [...LINES, 0, 'title'],
    value: { zh: '大衣' },
    selection: 'items { name unitPrice { amount } }',
    read: { items: [{ name: null, unitPrice: { amount: '10.00' } }] },
    warning: 'orders[0].title',
  },
  ...[null, '  '].map((oid) => ({
    what: `a line whose id is ${oid === null ? oid : 'blank'}`,
    at: LINES,
    value: [{ oid, oid_str: oid, title: '大衣' }],
    selection: 'items { itemId name }',
    read: { items: [{ itemId: '#1', name: '大衣' }] },
    warning: 'orders[0]',
  })),
  {
    what: 'a line whose string twin is another number, as in the documentation',
    at: [...LINES, 0, 'oid_str'],
    value: '123',
    selection: 'items { itemId } logistics { shipments { itemIds } }',
    read: { items: [{ itemId: '9' }], logistics: { shipments: [{ itemIds: ['9'] }] } },
  },
  {
    what: 'a line whose number is rounded',
    at: LINES,
    value: [{ oid: 4355875836205970000, oid_str: '4355875836205969811', invoice_no: 'SF1' }],
    selection: 'items { itemId } logistics { shipments { itemIds } }',
    read: {
      items: [{ itemId: '4355875836205969811' }],
      logistics: { shipments: [{ itemIds: ['4355875836205969811'] }] },
    },
  },
  noText('status', 'status statusCode', { status: 'UNKNOWN', statusCode: null }, 'status'),
  noText('type', 'paymentStatus', { paymentStatus: 'PAID' }),
  noText('step_trade_status', 'paymentStatus', { paymentStatus: 'PAID' }),
  noText('top_hold', 'status holdReasons', { status: 'AWAITING_SHIPMENT', holdReasons: [] }),
  {
    what: 'an id that is an object',
    at: LINES,
    value: [{ oid: NO_TEXT, oid_str: NO_TEXT, title: '帽' }],
    selection: 'items { itemId name }',
    read: { items: [{ itemId: '#1', name: '帽' }] },
    warning: 'orders[0]',
  },
];
