// The amounts of a synthetic trade, and how it is paid.

import type { Document } from '../../document.js';
import type { Line } from './lines.js';
import { codStatusAt } from './statuses.js';
import { type Story, sum, yuan } from './story.js';

export type Amounts = {
  readonly goods: number;
  readonly discount: number;
  readonly post: number;
  readonly payment: number;
};

export function amountsOf(story: Story, lines: readonly Line[]): Amounts {
  const goods = sum(lines.map(({ total }) => total));
  const discount = sum(lines.map((line) => line.discount));
  const post = story.every(5, 0) ? 0 : story.faker.number.int({ min: 5, max: 20 }) * 100;
  return { goods, discount, post, payment: goods - discount + post };
}

export function moneyOf(story: Story, lines: readonly Line[], amounts: Amounts): Document {
  const { reached, paid, every, status } = story;
  const refunded = sum(lines.map((line) => line.refunded));
  const received = reached('completed') ? amounts.payment - refunded : 0;
  return {
    total_fee: yuan(amounts.goods),
    discount_fee: yuan(amounts.discount),
    // Of a trade with several lines this is 0, whatever its lines say.
    adjust_fee: lines.length > 1 ? '0.00' : lines[0]?.document.adjust_fee,
    post_fee: yuan(amounts.post),
    has_post_fee: amounts.post > 0,
    payment: yuan(amounts.payment),
    received_payment: yuan(received),
    available_confirm_fee: yuan(paid && !status.closed ? amounts.payment - refunded - received : 0),
    commission_fee: yuan(reached('completed') ? Math.round(received * 0.005) : 0),
    ...payingOf(story, amounts),
    ...onDeliveryOf(story, amounts),
    ...pointsOf(story),
    has_yfx: every(7, 1),
    yfx_fee: every(7, 1) ? '0.50' : undefined,
    yfx_id: every(7, 1) ? `1357${story.faker.string.numeric(11)}` : undefined,
    yfx_type: every(7, 1) ? story.turn(['taojinbi', 'seller']) : undefined,
  };
}

function payingOf({ paid, every, faker, turn }: Story, { payment }: Amounts): Document {
  return {
    alipay_no: paid ? `2025${faker.string.numeric(24)}` : undefined,
    credit_card_fee: every(11, 4) ? yuan(payment) : undefined,
    alipay_point: every(11, 5) ? 100 : undefined, // in fen
    pcc_af: every(11, 7) ? 200 : undefined, // in fen
    coupon_fee: every(7, 4) ? 500 : undefined, // in fen, as far as anyone knows
    paid_coupon_fee: turn(['0.00', '10.00']),
    platform_subsidy_fee: every(11, 9) ? '5.00' : undefined,
    recharge_fee: every(17, 9) ? '100' : undefined,
  };
}

function onDeliveryOf({ index, type, status, faker }: Story, { payment }: Amounts): Document {
  if (type !== 'cod') return {};
  const fee = faker.number.int({ min: 100, max: 500 });
  return {
    cod_status: status.code === 'TRADE_BUYER_SIGNED' ? 'SIGN_IN' : codStatusAt(index),
    cod_fee: yuan(fee),
    buyer_cod_fee: yuan(fee),
    seller_cod_fee: '0.00',
    express_agency_fee: yuan(payment + fee),
  };
}

function pointsOf({ every, reached, status }: Story): Document {
  const used = every(5, 1) ? 100 : 0;
  return {
    point_fee: used,
    real_point_fee: reached('completed') || status.closed ? used : 0,
    buyer_obtain_point_fee: reached('completed') ? 20 : 0,
  };
}
