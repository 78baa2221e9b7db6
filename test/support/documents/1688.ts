// The 1688 document under contract: what needs each of its four domains, and what needs none.
import { malformedValues1688 } from '../malformed/1688.js';
import { personal1688 } from '../personalFields/1688.js';
import type { DocumentCase, SubtreeCase } from './document.js';

const GUARANTEES = 'GuaranteesTerms';
const LOGISTICS = 'NativeLogistics';
const RATINGS = 'RateDetail';
const INVOICE = 'OrderInvoice';
const all = [GUARANTEES, LOGISTICS, RATINGS, INVOICE];

const subtreeCases: readonly SubtreeCase[] = [
  { what: 'nothing but the base', selection: 'status totals { total { amount } } buyer { name }', subtrees: [] },
  { what: 'items without their guarantees', selection: 'items { name options { value } }', subtrees: [] },
  {
    what: 'payments, stages and notes',
    selection: 'payments { id } stages { name } notes { remark }',
    subtrees: [],
  },
  { what: 'the reply’s envelope', selection: 'upstream { code }', subtrees: [] },
  { what: 'the gateway alone', selection: 'gateway', subtrees: [] },
  { what: 'guarantees', selection: 'guarantees { description }', subtrees: [GUARANTEES] },
  { what: 'guarantees of items', selection: 'items { name guarantees { typeCode } }', subtrees: [GUARANTEES] },
  { what: 'shipments', selection: 'logistics { shipments { from { city } itemIds } }', subtrees: [LOGISTICS] },
  { what: 'whether there is logistics', selection: 'logistics { __typename }', subtrees: [LOGISTICS] },
  { what: 'the receiver', selection: 'receiver { city }', subtrees: [LOGISTICS] },
  { what: 'ratings of the buyer', selection: 'ratings { ofBuyer { stars } }', subtrees: [RATINGS] },
  { what: 'rating statuses alone', selection: 'ratings { buyerStatus sellerStatusCode }', subtrees: [] },
  { what: 'ratings of the seller', selection: 'ratings { sellerStatus ofSeller { content } }', subtrees: [RATINGS] },
  { what: 'the invoice', selection: 'invoice { title receiver { street } }', subtrees: [INVOICE] },
  {
    what: 'all four',
    selection:
      'guarantees { description } logistics { shipments { id } } ratings { ofBuyer { stars } } invoice { title }',
    subtrees: all,
  },
  { what: 'the raw document', selection: 'raw', subtrees: all },
  {
    what: 'a named fragment',
    selection: '...F',
    fragments: 'fragment F on Order { invoice { ...G } } fragment G on Invoice { title }',
    subtrees: [INVOICE],
  },
  {
    what: 'an inline fragment',
    selection: '... on Order { logistics { ... on Logistics { shipments { id } } } }',
    subtrees: [LOGISTICS],
  },
  {
    what: 'an inline fragment on the interface',
    selection: '... on Node { id } ... { invoice { title } }',
    subtrees: [INVOICE],
  },
  {
    what: 'aliases',
    selection: 'bill: invoice { name: title } parcels: logistics { all: shipments { id } }',
    subtrees: [LOGISTICS, INVOICE],
  },
  {
    what: 'one field under two aliases',
    selection: 'a: ratings { ofBuyer { stars } } b: items { guarantees { typeCode } }',
    subtrees: [GUARANTEES, RATINGS],
  },
  {
    what: 'literal @skip and @include',
    selection: 'status invoice @skip(if: true) { title } logistics @include(if: true) { shipments { id } }',
    subtrees: [LOGISTICS],
  },
  {
    what: '@include by variables',
    selection: 'status invoice @include(if: $yes) { title } raw @include(if: $no)',
    subtrees: [INVOICE],
  },
  {
    what: '@skip by variables',
    selection: 'status invoice @skip(if: $yes) { title } ratings { ofBuyer @skip(if: $no) { stars } }',
    subtrees: [RATINGS],
  },
  {
    what: '@include on a fragment',
    selection: 'status ...F @include(if: $no) ... @include(if: $yes) { logistics { shipments { id } } }',
    fragments: 'fragment F on Order { raw }',
    subtrees: [LOGISTICS],
  },
  {
    what: '@skip and @include at once',
    selection: 'status raw @skip(if: $no) @include(if: $no) invoice @skip(if: $no) @include(if: $yes) { title }',
    subtrees: [INVOICE],
  },
  {
    what: '@skip deep inside',
    selection: 'items { name guarantees @skip(if: $yes) { typeCode } } invoice { title }',
    subtrees: [INVOICE],
  },
  {
    what: 'the platform’s own shipments',
    selection: 'platformOrder { ... on Alibaba1688Order { shipments { isTimePromised } } }',
    subtrees: [LOGISTICS],
  },
  {
    what: 'the platform’s own base',
    selection: 'platformOrder { __typename ... on Alibaba1688Order { numericId items { sort } } }',
    subtrees: [],
  },
  {
    what: 'the platform’s type by a named fragment',
    selection: 'platformOrder { ...P }',
    fragments: 'fragment P on Alibaba1688Order { shipments { id } }',
    subtrees: [LOGISTICS],
  },
];

export const alibaba1688: DocumentCase = {
  subtreeCases,
  least: [GUARANTEES],
  itemIds: [],
  hasAttributes: true,
  createdAt: ['baseInfo', 'createTime'],
  ownId: /baseInfo\.idOfStr|base_info\.id_of_str/,
  malformedValues: malformedValues1688,
  personal: personal1688,
  small: (orderId, itemId) => ({
    baseInfo: {
      id: Number(orderId),
      idOfStr: orderId,
      status: 'waitsellersend',
      totalAmount: 6.15,
      createTime: '20250525225053000+0800',
    },
    productItems: [{ subItemIDString: itemId, name: '大衣', price: 10, quantity: 1, status: 'waitsellersend' }],
    nativeLogistics: { city: '杭州市', logisticsItems: [{ id: 1, subItemIds: itemId }] },
    extAttributes: ['channel', 'traceCode', 'other'].map((key) => ({ key, value: `${key}!` })),
  }),
};
