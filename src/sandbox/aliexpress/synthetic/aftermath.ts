// What can follow a synthetic order: complaints, money back to the buyer, money on to the seller.

import type { Document } from '../../document.js';
import { asText, moneyOf } from '../money.js';
import { ISSUE_STATUSES } from './statuses.js';
import type { Story } from './story.js';
import { clockToTheMinute } from './times.js';

const DAY = 86_400_000;

export const issueOf = ({ turn, at }: Story): Document => ({
  issue_status: turn(ISSUE_STATUSES),
  issue_model: turn(['0', '1']),
  issue_time: clockToTheMinute(at.shipped + DAY),
});

/** Of the whole order. */
export const disputeOf = (story: Story): Document => ({
  ...issueOf(story),
  issue_status: story.status.troubled ? 'IN_ISSUE' : 'END_ISSUE',
  reason_category_id: story.turn(['1', '2', '3']),
});

/** The second half of it is a coupon's, for some orders. */
const amountsOf = ({ every, market: { currency } }: Story, amount: number) => {
  const coupon = every(3, 0) ? Math.floor(amount / 10) : 0;
  return { cash: moneyOf(amount - coupon, currency), coupon: moneyOf(coupon, currency) };
};

export function refundOf(story: Story, amount: number): Document {
  const { turn, at } = story;
  const { cash, coupon } = amountsOf(story, amount);
  return {
    refund_reason: turn(['not received', 'item damaged', 'wrong size']),
    refund_status: turn(['refund_ok', 'wait_refund', 'refund_frozen']),
    refund_type: turn(['1', '2']),
    refund_time: clockToTheMinute(at.paid + 9 * DAY),
    refund_cash_amt: cash,
    refund_coupon_amt: coupon,
  };
}

/** The same of one child order, where the documentation calls every number a string. */
export function refundOfChild(story: Story, amount: number): Document {
  const { cash, coupon } = amountsOf(story, amount);
  return { ...refundOf(story, amount), refund_cash_amt: asText(cash), refund_coupon_amt: asText(coupon) };
}

/** What the platform passes on to the seller once the order is complete. */
export const loanOf = (story: Story, amount: number): Document | undefined =>
  loaned(story)
    ? {
        loan_amount: moneyOf(Math.round(amount * 0.92), story.market.currency),
        loan_time: clockToTheMinute(story.at.completed + DAY),
      }
    : undefined;

const loaned = ({ reached, refunded }: Story): boolean => reached('completed') && !refunded;

export const loanStatusOf = (story: Story): string =>
  loaned(story) ? 'loan_ok' : story.reached('received') ? 'wait_loan' : 'loan_none';
