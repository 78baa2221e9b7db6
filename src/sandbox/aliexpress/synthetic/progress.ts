// How a synthetic order went: the parcels it was sent in, and the log of what was done.

import type { Document } from '../../document.js';
import { CARRIERS } from './catalogue.js';
import type { Child } from './children.js';
import type { People } from './parties.js';
import type { Story } from './story.js';
import { clockOf, epochOf } from './times.js';

export function parcelsOf(story: Story, children: readonly Child[]): readonly Document[] {
  const sent = children.filter((child) => child.sent).length;
  const parcels = sent > 1 && story.every(3, 1) ? 2 : Math.min(sent, 1);
  return Array.from({ length: parcels }, (_, position) => parcelOf(story, position));
}

function parcelOf({ faker, every, reached, at, turn }: Story, position: number): Document {
  const carrier = faker.helpers.arrayElement(CARRIERS);
  const sentAt = at.shipped + position * 7_200_000;
  const arrived = reached('received');
  return {
    logistics_no: `${carrier.prefix}${faker.string.numeric(9)}`,
    have_tracking_info: every(2, 0),
    recv_status_desc: arrived ? undefined : turn(['1', 'country does not match']),
    logistics_service_name: carrier.service,
    ship_order_id: faker.number.int({ min: 1_000_000, max: 9_999_999 }),
    // The documentation's own example has these words where a time belongs.
    gmt_send: every(7, 5) ? '妥投时间' : clockOf(sentAt),
    gmt_received: arrived ? clockOf(at.received) : undefined,
    logistics_type_code: carrier.type,
    receive_status: arrived ? 'received' : turn(['default', 'suspected_received']),
  };
}

type Step = { readonly action: string; readonly by: 'buyer' | 'seller'; readonly instant: number };

function stepsOf({ status, reached, at, cancelled, disputed, refunded, turn }: Story): readonly Step[] {
  const step = (happened: boolean, by: Step['by'], instant: number, action: string): readonly Step[] =>
    happened ? [{ action, by, instant }] : [];
  const paidBy = turn(['front_pay_online_success', 'front_paypal_pay_success', 'front_pay_qw_success']);
  const partly = status.code === 'SELLER_PART_SEND_GOODS';
  return [
    ...step(true, 'buyer', at.created, 'front_create_order'),
    ...step(reached('paid'), 'buyer', at.paid, paidBy),
    ...step(reached('paid') && status.code !== 'RISK_CONTROL', 'seller', at.paid + 60_000, 'risk_control_pass'),
    ...step(partly, 'seller', at.shipped, 'front_seller_send_part_goods'),
    ...step(reached('shipped'), 'seller', at.shipped, 'front_seller_send_all_goods'),
    ...step(disputed, 'buyer', at.shipped + 86_400_000, 'pledge_issue_buyer_create'),
    ...step(refunded, 'seller', at.paid + 9 * 86_400_000, 'pledge_refund_success'),
    ...step(reached('received'), 'buyer', at.received, 'front_buyerComfirmAcceptGoods'),
    ...step(reached('completed'), 'seller', at.completed, 'front_trade_success'),
    ...step(cancelled, 'buyer', at.closed, reached('paid') ? 'buyer_close_cancel' : 'cancel_order_close_trade'),
  ];
}

export const logOf = (story: Story, people: People, [child]: readonly Child[]): readonly Document[] =>
  stepsOf(story).map(({ action, by, instant }, position) => ({
    id: story.orderId * 10n + BigInt(position),
    gmt_create: epochOf(instant),
    gmt_modified: epochOf(instant),
    order_id: story.orderId,
    child_order_id: child?.id,
    action_type: action,
    operator: people[by].loginId,
    memo: story.every(5, 4) ? 'information' : undefined,
  }));
