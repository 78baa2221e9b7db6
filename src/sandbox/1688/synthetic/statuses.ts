// Every order status that 1688 documents, and how far an order in it has come.

import type { Milestone } from '../../invented/times.js';

export type Status = {
  readonly code: string;
  readonly text: string;
  readonly reached: Milestone;
  readonly closed?: boolean;
};

const STATUSES: readonly Status[] = [
  { code: 'waitbuyerpay', text: '等待买家付款', reached: 'created' },
  { code: 'waitsellersend', text: '等待卖家发货', reached: 'paid' },
  { code: 'waitlogisticstakein', text: '等待物流公司揽件', reached: 'shipped' },
  { code: 'waitbuyerreceive', text: '等待买家收货', reached: 'shipped' },
  { code: 'waitbuyersign', text: '等待买家签收', reached: 'shipped' },
  { code: 'signinsuccess', text: '买家已签收', reached: 'received' },
  { code: 'confirm_goods', text: '已收货', reached: 'received' },
  { code: 'success', text: '交易成功', reached: 'completed' },
  { code: 'cancel', text: '交易取消', reached: 'created', closed: true },
  { code: 'terminated', text: '交易终止', reached: 'paid', closed: true },
];

/** The documentation ends its list with "other statuses, not listed": one order in a hundred has such a one. */
const UNLISTED: Status = { code: 'waitqualitycheck', text: '等待质检', reached: 'paid' };

export const statusAt = (index: number): Status =>
  index % 100 === 99 ? UNLISTED : (STATUSES[index % STATUSES.length] ?? UNLISTED);

/** A refund asked for before the order was complete: the order's code for it, and the item's. */
export const REFUNDS = [
  ['waitselleragree', 'WAIT_SELLER_AGREE'],
  ['waitbuyermodify', 'WAIT_BUYER_MODIFY'],
  ['waitbuyersend', 'WAIT_BUYER_SEND'],
  ['waitsellerreceive', 'WAIT_SELLER_RECEIVE'],
  ['refundsuccess', 'REFUND_SUCCESS'],
  ['refundclose', 'REFUND_CLOSED'],
] as const;
export type Refund = (typeof REFUNDS)[number];

/** Every documented one; the ordinary one thrice, which also makes their number prime: each meets every trait. */
export const BUSINESS_TYPES = [
  ...['cn', 'cn'],
  ...['cn', 'ws', 'yp', 'yf', 'fs', 'cz', 'ag', 'hp', 'supply', 'factory', 'quick', 'xiangpin', 'f2f', 'cyfw', 'sp'],
  ...['wg', 'lst', 'cb', 'distribution', 'cab', 'manufact'],
] as const;
export type BusinessType = (typeof BUSINESS_TYPES)[number];
