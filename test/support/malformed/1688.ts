// Documents of 1688 that are not shaped as documented.
import type { MalformedValue } from '../documents/document.js';
import { NO_AMOUNTS, NO_TEXT, NO_TIMES, NOTHINGS, saysNothing, unread } from './malformedValue.js';

const CREATED = ['baseInfo', 'createTime'] as const;

export const malformedValues1688: readonly MalformedValue[] = [
  ...NO_TIMES.map((value) => unread(CREATED, value, 'createdAt')),
  ...NOTHINGS.map((value) => saysNothing(CREATED, value, 'createdAt')),
  ...NO_AMOUNTS.map((value) => ({
    ...unread(['baseInfo', 'totalAmount'], value, 'totals total'),
    selection: 'totals { total { amount } }',
  })),
  unread(['baseInfo', 'remark'], {}, 'notes remark'),
  ...['none', 7].map((value) => ({ ...unread(['productItems'], value, 'items'), selection: 'items { name }' })),
  ...['none', 1].map((value) => ({
    ...unread(['nativeLogistics'], value, 'logistics'),
    selection: 'logistics { __typename }',
  })),
  {
    what: 'a list inside an object that is a text',
    at: ['nativeLogistics', 'logisticsItems'],
    value: 'none',
    selection: 'logistics { shipments { id } }',
    read: { logistics: { shipments: [] } },
    warning: 'nativeLogistics.logisticsItems',
  },
  {
    what: 'a text inside a list that is an object',
    at: ['productItems', 0, 'name'],
    value: { zh: '大衣' },
    selection: 'items { name unitPrice { amount } }',
    read: { items: [{ name: null, unitPrice: { amount: '10.00' } }] },
    warning: 'productItems[0].name',
  },
  ...[null, '  '].map((value) => ({
    what: `an item whose id is ${value === null ? value : 'blank'}`,
    at: ['productItems', 0, 'subItemIDString'],
    value,
    selection: 'items { itemId name }',
    read: { items: [{ itemId: '#1', name: '大衣' }] },
    warning: 'productItems[0]',
  })),
  {
    what: 'a code that is an object',
    at: ['baseInfo', 'status'],
    value: NO_TEXT,
    selection: 'status',
    read: { status: 'UNKNOWN' },
    warning: 'baseInfo.status',
  },
  {
    what: 'a currency that is none',
    at: ['baseInfo', 'currency'],
    value: '人民币',
    selection: 'totals { total { amount currencyCode } }',
    read: { totals: { total: { amount: '6.15', currencyCode: 'CNY' } } },
    warning: 'baseInfo.currency',
  },
  {
    what: 'a list that is one object',
    at: ['productItems'],
    value: { subItemIDString: '1', name: '帽' },
    selection: 'items { itemId name }',
    read: { items: [{ itemId: '1', name: '帽' }] },
  },
  {
    what: 'ids in one text on two lines',
    at: ['nativeLogistics', 'logisticsItems', 0, 'subItemIds'],
    value: '8,\n   9',
    selection: 'logistics { shipments { itemIds } }',
    read: { logistics: { shipments: [{ itemIds: ['8', '9'] }] } },
  },
];
