// What goes wrong: refunds and disputes, of the whole order and of child orders.
import { absent, concat, type Fields, list } from '../../mapping/fieldTypes.js';
import { code, text, time } from '../../mapping/leaves.js';
import type { Dispute, Refund } from '../../order/afterSales.js';
import { CHILD_ORDERS } from './childOrders.js';
import { money } from './codecs.js';
import { REFUND_STATUS } from './codes.js';
import { itemId } from './item.js';

/** A refund's fields, at whichever place it stands. */
const refundAt = (at: '' | 'refund_info.'): Omit<Fields<Refund>, 'itemId'> => ({
  id: absent('AliExpress documents no ids of refunds'),
  status: code(REFUND_STATUS, `${at}refund_status`),
  statusCode: text(`${at}refund_status`),
  amount: money(`${at}refund_cash_amt`),
  couponAmount: money(`${at}refund_coupon_amt`),
  reason: text(`${at}refund_reason`),
  typeCode: text(`${at}refund_type`),
  refundedAt: time(`${at}refund_time`),
});

const REFUND_MEMBERS = ['status', 'cash_amt', 'coupon_amt', 'reason', 'type', 'time'].map((name) => `refund_${name}`);

export const refunds = concat<Refund>(
  list<Refund>(
    'refund_info',
    { itemId: absent('a refund of the whole order'), ...refundAt('') },
    { having: REFUND_MEMBERS },
  ),
  list<Refund>(
    CHILD_ORDERS,
    { itemId, ...refundAt('refund_info.') },
    { having: REFUND_MEMBERS.map((name) => `refund_info.${name}`) },
  ),
);

const disputeAt = (at: '' | 'child_issue_info.'): Omit<Fields<Dispute>, 'itemId' | 'reasonCode'> => ({
  statusCode: text(`${at}issue_status`),
  typeCode: text(`${at}issue_model`),
  openedAt: time(`${at}issue_time`),
});

const DISPUTE_MEMBERS = ['issue_status', 'issue_model', 'issue_time'];

export const disputes = concat<Dispute>(
  list<Dispute>(
    'issue_info',
    { itemId: absent('a dispute about the whole order'), ...disputeAt(''), reasonCode: text('reason_category_id') },
    { having: [...DISPUTE_MEMBERS, 'reason_category_id'] },
  ),
  list<Dispute>(
    CHILD_ORDERS,
    { itemId, ...disputeAt('child_issue_info.'), reasonCode: absent('AliExpress gives no reason on child orders') },
    { having: DISPUTE_MEMBERS.map((name) => `child_issue_info.${name}`) },
  ),
);
