// Invents any of a million orders from its index: the same index, the same order, on every machine and every day.

import type { Document } from '../../document.js';
import { orderIds } from '../../invented/ids.js';
import type { Answer, Order } from '../answer.js';
import { decimalOf, moneyOf } from '../money.js';
import { disputeOf, loanOf, loanStatusOf, refundOf } from './aftermath.js';
import { type Child, childrenOf, fundStatusOf } from './children.js';
import { addressOf, buyerOf, messagesOf, type People, peopleOf } from './parties.js';
import { logOf, parcelsOf } from './progress.js';
import { PAID_END_REASONS, PAYMENT_TYPES, UNPAID_END_REASONS } from './statuses.js';
import { type Story, storyOf, sum } from './story.js';
import { clockOf, clockToTheMinute, epochOf } from './times.js';

/** Order 0's id, and how far apart orders are. Ids are odd, and so great that JavaScript numbers have even ones only. */
const IDS = orderIds(9_100_000_000_747_371n, 1_000n);

export const syntheticId = IDS.idAt;

/** The reverse of syntheticId; undefined for an id that no synthetic order has. */
export const indexOfOrderId = IDS.indexOf;

type Amounts = { readonly goods: number; readonly shipping: number; readonly total: number };

/** Order 0…999999. Its index decides everything: status by elevens, traits by smaller primes. */
export function syntheticOrder(index: number): Order {
  const story = storyOf(index, BigInt(syntheticId(index)));
  const people = peopleOf(story);
  const children = childrenOf(story);
  const goods = sum(children.map(({ amount }) => amount));
  const shipping = story.every(3, 0) ? 0 : Math.round(goods / 12);
  const amounts: Amounts = { goods, shipping, total: goods + shipping };
  const bare = story.every(3, 1);
  return {
    answer: {
      result: resultOf(story, people, children, amounts),
      ...besideResult(story, amounts),
    },
    style: { lists: bare ? 'bare' : 'wrapped', empty: story.every(2, 0) ? 'shown' : 'absent' },
  };
}

/** Some successes have an error code beside them, as the documentation's example has. */
const besideResult = ({ every, market: { currency } }: Story, { total }: Amounts): Omit<Answer, 'result'> => ({
  result_success: true,
  error_code: every(13, 4) ? 'SYSTEM_ERROR' : undefined,
  error_message: every(13, 4) ? 'system error' : undefined,
  pay_amount_by_settlement_cur: decimalOf(total, currency),
  settlement_currency: currency.code,
});

const resultOf = (story: Story, people: People, children: readonly Child[], amounts: Amounts): Document => ({
  ...identityOf(story, people),
  ...timesOf(story),
  ...statusOf(story, children),
  ...moneyOfOrder(story, amounts),
  buyer_info: buyerOf(story, people),
  receipt_address: addressOf(story, people),
  issue_info: story.disputed ? disputeOf(story) : undefined,
  refund_info: story.refunded ? refundOf(story, children[0]?.amount ?? 0) : undefined,
  loan_info: loanOf(story, amounts.total),
  order_msg_list: messagesOf(story, people),
  logistic_info_list: parcelsOf(story, children),
  opr_log_dto_list: logOf(story, people, children),
  child_order_list: children.map(({ document }) => document),
  child_order_ext_info_list: children.map(({ product }) => product),
});

const identityOf = ({ orderId, every, turn, reached }: Story, { buyer, seller }: People): Document => ({
  id: orderId,
  buyerloginid: buyer.loginId,
  buyer_signer_fullname: `${buyer.firstName} ${buyer.lastName}`,
  seller_signer_fullname: `${seller.firstName} ${seller.lastName}`,
  seller_operator_login_id: seller.loginId,
  seller_operator_aliidloginid: String(seller.sequence),
  is_phone: every(2, 1),
  cod: every(17, 3),
  memo: every(5, 0) ? turn(['Gift, please no invoice', 'Позвоните перед доставкой']) : undefined,
  payment_type: reached('paid') ? turn(PAYMENT_TYPES) : undefined,
});

const timesOf = ({ at, epochAt, modified, cancelled, reached, every }: Story): Document => ({
  gmt_create: every(5, 1) ? clockOf(at.created) : clockToTheMinute(at.created),
  gmt_modified: epochOf(modified),
  gmt_pay_success: epochAt('paid'),
  gmt_trade_end: cancelled ? epochOf(at.closed) : epochAt('completed'),
  over_time_left: reached('completed') || cancelled ? undefined : clockToTheMinute(at.due),
});

const statusOf = (story: Story, children: readonly Child[]): Document => ({
  order_status: story.status.code,
  fund_status: fundStatusOf(story),
  loan_status: loanStatusOf(story),
  issue_status: story.disputed ? (story.status.troubled ? 'IN_ISSUE' : 'END_ISSUE') : 'NO_ISSUE',
  frozen_status: story.status.troubled === 'frozen' ? 'IN_FROZEN' : 'NO_FROZEN',
  logistics_status: logisticsStatusOf(story, children),
  order_end_reason: story.cancelled
    ? story.turn(story.reached('paid') ? PAID_END_REASONS : UNPAID_END_REASONS)
    : undefined,
});

function logisticsStatusOf({ reached }: Story, children: readonly Child[]): string {
  if (reached('received')) return 'BUYER_ACCEPT_GOODS';
  if (reached('shipped')) return 'SELLER_SEND_GOODS';
  return children.some(({ sent }) => sent) ? 'SELLER_SEND_PART_GOODS' : 'WAIT_SELLER_SEND_GOODS';
}

/** Amounts are decimal numbers, and whole ones have no decimals, for some orders, as in the documentation's example. */
function moneyOfOrder({ market: { currency }, every }: Story, { goods, shipping, total }: Amounts): Document {
  const money = (cent: number): Document => {
    const written = moneyOf(cent, currency);
    return every(3, 2) ? { ...written, amount: String(Number(written.amount)) } : written;
  };
  return {
    init_oder_amount: money(goods),
    logistics_amount: money(shipping),
    order_amount: money(total),
    escrow_fee: money(Math.round(goods * 0.08)),
  };
}
