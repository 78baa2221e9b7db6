// Every status that Taobao documents, of a trade and of a line in it, and how far a trade in it has come.

import type { Milestone } from '../../invented/times.js';

export type Status = {
  readonly code: string;
  readonly reached: Milestone;
  readonly closed?: boolean;
  /** What a line says whose own statuses have no such one. */
  readonly ofLine?: string;
};

const STATUSES: readonly Status[] = [
  { code: 'TRADE_NO_CREATE_PAY', reached: 'created' },
  { code: 'WAIT_BUYER_PAY', reached: 'created' },
  { code: 'WAIT_SELLER_SEND_GOODS', reached: 'paid' },
  { code: 'SELLER_CONSIGNED_PART', reached: 'paid', ofLine: 'WAIT_SELLER_SEND_GOODS' },
  { code: 'WAIT_BUYER_CONFIRM_GOODS', reached: 'shipped' },
  { code: 'TRADE_BUYER_SIGNED', reached: 'received' },
  { code: 'TRADE_FINISHED', reached: 'completed' },
  { code: 'TRADE_CLOSED', reached: 'paid', closed: true },
  { code: 'TRADE_CLOSED_BY_TAOBAO', reached: 'created', closed: true },
  { code: 'PAY_PENDING', reached: 'created' },
  { code: 'WAIT_PRE_AUTH_CONFIRM', reached: 'created', ofLine: 'TRADE_NO_CREATE_PAY' },
  { code: 'PAID_FORBID_CONSIGN', reached: 'paid', ofLine: 'WAIT_SELLER_SEND_GOODS' },
];

/** Statuses have been added before: one trade in a hundred has one that is not documented. */
const UNLISTED: Status = { code: 'WAIT_PLATFORM_REVIEW', reached: 'paid' };

export const statusAt = (index: number): Status =>
  index % 100 === 99 ? UNLISTED : (STATUSES[index % STATUSES.length] ?? UNLISTED);

export const REFUND_STATUSES = [
  'WAIT_SELLER_AGREE',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
  'SELLER_REFUSE_BUYER',
  'CLOSED',
  'SUCCESS',
] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** Their number is prime, so that each meets every status. */
export const TYPES = [
  ...['fixed', 'auction', 'guarantee_trade', 'auto_delivery', 'independent_simple_trade', 'independent_shop_trade'],
  ...['ec', 'cod', 'fenxiao', 'game_equipment', 'shopex_trade', 'netcn_trade', 'external_trade', 'o2o_offlinetrade'],
  ...['step', 'nopaid', 'pre_auth_type'],
] as const;
export type TradeType = (typeof TYPES)[number];

/** What a trade is besides goods for money; its number is prime too. */
export const SCENES = [
  ...['plain', 'presale', 'plain', 'o2o', 'plain', 'hongKong', 'plain', 'eTicket', 'plain', 'carFinance'],
  ...['crossBorder', 'homeService', 'retail', 'hall', 'fresh', 'ticket', 'bundle', 'teamBuy', 'medicine'],
] as const;
export type Scene = (typeof SCENES)[number];

/** Signed for stands twice, where a trade's own status takes the turn. */
const COD_STATUSES = [
  ...['NEW_CREATED', 'ACCEPTED_BY_COMPANY', 'SIGN_IN', 'SIGN_IN', 'REJECTED_BY_COMPANY', 'RECIEVE_TIMEOUT'],
  ...['TAKEN_IN_SUCCESS', 'TAKEN_IN_FAILED', 'TAKEN_TIMEOUT', 'REJECTED_BY_OTHER_SIDE', 'WAITING_TO_BE_SENT'],
  'CANCELED',
] as const;

/** Goes round with the trades that are paid on delivery, so that each occurs, whatever the trade's own status says. */
export const codStatusAt = (index: number): string | undefined =>
  COD_STATUSES[Math.floor(index / TYPES.length) % COD_STATUSES.length];
