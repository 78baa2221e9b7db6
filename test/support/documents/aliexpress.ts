// The AliExpress document under contract: it always comes whole, so nothing is ever asked for.
import { malformedValuesAliExpress } from '../malformed/aliexpress.js';
import { personalAliexpress } from '../personalFields/aliexpress.js';
import type { DocumentCase, SubtreeCase } from './document.js';

const whole = (what: string, selection: string): SubtreeCase => ({ what, selection, subtrees: [] });

const subtreeCases: readonly SubtreeCase[] = [
  whole('the status', 'status'),
  whole('items', 'items { name }'),
  whole('shipments', 'logistics { shipments { trackingNumber } }'),
  whole('the platform’s own', 'platformOrder { ... on AliExpressOrder { loan { amount { amount } } } }'),
  whole('the raw document', 'raw'),
];

const usd = (amount: string) => ({ amount, cent: amount.replace('.', ''), cent_factor: 100, currency_code: 'USD' });

export const aliexpress: DocumentCase = {
  subtreeCases,
  least: [],
  itemIds: [],
  hasAttributes: false,
  createdAt: ['gmt_create'],
  ownId: /^id$/,
  malformedValues: malformedValuesAliExpress,
  personal: personalAliexpress,
  small: (orderId, itemId) => ({
    id: BigInt(orderId),
    order_status: 'WAIT_SELLER_SEND_GOODS',
    fund_status: 'PAY_SUCCESS',
    order_amount: usd('6.15'),
    gmt_create: '2025-05-25 07:50:53',
    child_order_list: {
      tp_open_child_order_dto: [
        {
          id: BigInt(itemId),
          child_order_id: itemId,
          product_name: '大衣',
          product_price: usd('10.00'),
          product_count: 1,
          order_status: 'WAIT_SELLER_SEND_GOODS',
        },
      ],
    },
  }),
};
