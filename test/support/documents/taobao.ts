// The Taobao document under contract: which fields each selection needs, and no other.
import { malformedValuesTaobao } from '../malformed/taobao.js';
import { personalTaobao } from '../personalFields/taobao.js';
import { documentedLeaves } from '../wireFields.js';
import type { DocumentCase, SubtreeCase } from './document.js';

const HOLDS = ['top_hold', 'team_buy_hold', 'share_group_hold', 'ofp_hold', 'forbid_consign'];
const OID = ['orders.oid', 'orders.oid_str'];

/** All that is documented: lists by their bare names, members of orders one by one. */
const everyField = (): readonly string[] => {
  const fields = [...documentedLeaves('TAOBAO_TOP'), ...documentedLeaves('TAOBAO_TOP', 'platform.tsv')];
  const paths = fields.map(({ path }) => path.split('.').slice(2));
  return [...new Set(paths.map(([name = '', , member]) => (name === 'orders' ? `orders.${member}` : name)))];
};

/** tid tells whose trade it is: it comes with all that is asked. */
const needs = (what: string, selection: string, ...fields: readonly string[]): SubtreeCase => ({
  what,
  selection,
  subtrees: ['tid', ...fields],
});

/** Of the platform's own type. */
const owns = (what: string, selection: string, ...fields: readonly string[]): SubtreeCase =>
  needs(what, `platformOrder { ... on TaobaoTrade { ${selection} } }`, ...fields);

const subtreeCases: readonly SubtreeCase[] = [
  needs('the reply’s envelope', 'upstream { requestId }'),
  needs('the gateway alone', 'gateway'),
  needs('the status: never the orders', 'status', 'status', ...HOLDS),
  needs('the status’s code', 'statusCode', 'status'),
  needs('what holds it back', 'holdReasons', 'status', ...HOLDS),
  needs('payment', 'paymentStatus', 'step_trade_status', 'status', 'type'),
  needs('the payment’s codes', 'paymentStatusCode', 'step_trade_status', 'status'),
  needs('where the goods are', 'shippingStatus shippingStatusCode', 'status'),
  needs('refund', 'refundStatus', 'orders.refund_status'),
  needs('times', 'createdAt modifiedAt paidAt', 'created', 'modified', 'pay_time'),
  needs('the total', 'totals { total { amount } }', 'payment'),
  needs('totals, whatever of them', 'totals { __typename }'),
  needs('coupons', 'totals { coupon { amount } tax { minorUnits } }', 'coupon_fee', 'order_tax_fee'),
  needs('names of items', 'items { name }', 'orders.title'),
  needs('ids of items', 'items { itemId }', ...OID),
  needs('whether there are items', 'items { __typename }', 'orders.oid'),
  needs('options of items', 'items { options { name value } }', 'orders.sku_properties_name'),
  needs('statuses of items', 'items { status shippingStatus refundStatus }', 'orders.status', 'orders.refund_status'),
  needs('amounts of items', 'items { unitPrice { amount } total { amount } }', 'orders.price', 'orders.payment'),
  needs('tracking numbers', 'logistics { shipments { trackingNumber } }', 'orders.invoice_no', 'sid', 'orders.oid'),
  needs(
    'carriers',
    'logistics { shipments { carrierName shippedAt } }',
    ...['orders.invoice_no', 'sid', 'orders.oid', 'orders.logistics_company', 'orders.consign_time', 'consign_time'],
  ),
  needs('what is in a parcel', 'logistics { shipments { itemIds } }', 'orders.invoice_no', 'sid', ...OID),
  needs(
    'whether there are parcels',
    'logistics { shipments { __typename } }',
    'orders.invoice_no',
    'sid',
    'orders.oid',
  ),
  needs('how it is shipped', 'logistics { methodCode }', 'shipping_type'),
  needs('the receiver’s city', 'receiver { city }', 'receiver_city', 'receiver_district'),
  needs('the buyer', 'buyer { loginId }', 'buyer_nick'),
  needs('the seller', 'seller { shopName mobile }', 'title', 'seller_mobile'),
  needs('the invoice', 'invoice { title medium }', 'invoice_name', 'invoice_kind'),
  needs('payments', 'payments { amount { amount } }', 'alipay_no', 'payment'),
  needs('promotions', 'promotions { name }', 'promotion_details'),
  needs('promotions, whichever', 'promotions { __typename }', 'promotion_details'),
  needs('refunds', 'refunds { id itemId }', 'orders.refund_id', ...OID),
  needs('stages', 'stages { number }', 'o2o_step_trade_detail'),
  needs('ratings', 'ratings { buyerStatus }', 'buyer_rate'),
  needs('notes', 'notes { sellerMemo sellerFlag }', 'seller_memo', 'seller_flag'),
  needs('attributes', 'attributes { key }', 'trade_attr'),
  needs('what Taobao does not have', 'messages { id } events { id } customs { id }'),
  needs('another platform’s own', 'platformOrder { __typename ... on Alibaba1688Order { numericId } }'),
  owns('service orders', 'serviceOrders { title appointment { storeName } }', 'service_orders'),
  owns('carrier services', 'logisticsTags { services { attributes { value } } }', 'service_tags'),
  owns('warehouses', 'warehouseLines { storeCode }', 'logistics_infos'),
  owns('what a third party keeps', 'extension { statusCode }', 'trade_ext'),
  owns('whether a third party keeps anything', 'extension { __typename }', 'trade_ext'),
  owns('presale', 'presale { paid { amount } }', 'step_paid_fee'),
  owns(
    'parts of lines',
    'items { carFinance { penalty } tax { rate } }',
    'orders.penalty',
    'orders.sub_order_tax_rate',
  ),
  owns(
    'a name that lines have too',
    'appointment { at } items { appointment { at } }',
    'et_ser_time',
    'orders.et_ser_time',
  ),
  owns('presale as parts', 'presale { __typename } o2o { __typename }'),
  { what: 'the raw document', selection: 'raw', subtrees: everyField() },
  {
    what: 'fragments and aliases',
    selection: '...F a: status b: items { ... on ProductItem { n: name } }',
    fragments: 'fragment F on Order { ... { notes { buyerMessage } } }',
    subtrees: ['tid', 'status', ...HOLDS, 'orders.title', 'buyer_message'],
  },
  {
    what: '@skip and @include',
    selection:
      'statusCode raw @include(if: $no) items @skip(if: $yes) { name } notes { sellerMemo @include(if: $yes) }',
    subtrees: ['tid', 'status', 'seller_memo'],
  },
];

export const taobao: DocumentCase = {
  subtreeCases,
  least: ['tid'],
  itemIds: OID,
  hasAttributes: true,
  createdAt: ['created'],
  ownId: /^tid$/,
  malformedValues: malformedValuesTaobao,
  personal: personalTaobao,
  small: (orderId, itemId) => ({
    tid: BigInt(orderId),
    tid_str: orderId,
    status: 'WAIT_SELLER_SEND_GOODS',
    payment: '6.15',
    created: '2025-05-25 22:50:53',
    orders: {
      order: [
        {
          oid: BigInt(itemId),
          oid_str: itemId,
          title: '大衣',
          price: '10.00',
          num: 1,
          status: 'WAIT_SELLER_SEND_GOODS',
          invoice_no: 'SF1',
        },
      ],
    },
    trade_attr: JSON.stringify({ channel: 'channel!', traceCode: 'traceCode!', other: 'other!' }),
  }),
};
