// What only some kinds of trade say of a line: presale, vouchers, cars on credit, tax, fresh food, bundles.

import type { Document } from '../../document.js';
import { type Story, toTheMinute, yuan } from './story.js';

/** What a scene needs to know of its line; the price in fen. */
export type LineFacts = {
  readonly oid: bigint;
  readonly price: number;
  readonly num: number;
  readonly sent: boolean;
  readonly refunding: boolean;
};

export function sceneOfLine(story: Story, facts: LineFacts): Document {
  switch (story.scene) {
    case 'presale':
      return { zhengji_status: story.turn(['1', '2', '3']) };
    case 'eTicket':
      return voucherOf(story);
    case 'carFinance':
      return creditOf(story, facts);
    case 'crossBorder':
      return taxOf(story, facts);
    case 'homeService':
      return { tmser_spu_code: '家装干支装服务', is_service_order: story.every(5, 1) };
    case 'retail':
      return { nr_reduce_inv_fail: story.turn(['0', '1']) };
    case 'fresh':
      return { f_type: 'jsd', f_status: '分单完成', f_term: `${story.faker.string.numeric(6)},400-000-0000` };
    case 'ticket':
      return {
        ticket_outer_id: story.faker.string.alphanumeric(10),
        ticket_expdate_key: story.faker.string.hexadecimal({ length: 36, prefix: '', casing: 'upper' }),
      };
    case 'bundle':
      return bundleOf(story, facts);
    default:
      return {};
  }
}

export const voucherOf = ({ at, faker }: Story): Document => ({
  et_ser_time: toTheMinute(at.due),
  et_shop_name: '西湖示例门店',
  et_verified_shop_name: '滨江示例门店',
  et_plate_number: `浙A${faker.string.numeric(5)}`,
});

/** The documents do not say in what units these are. */
const creditOf = ({ faker, turn }: Story, { price }: LineFacts): Document => ({
  down_payment: yuan(price * 0.3),
  down_payment_ratio: '30',
  month_payment: yuan((price * 0.7) / 12),
  tail_payment: yuan(price * 0.1),
  installment_num: turn(['12', '24', '36']),
  penalty: yuan(price * 0.01),
  service_fee: yuan(price * 0.02),
  car_taker: faker.person.fullName(),
  car_taker_phone: `1380000${faker.string.numeric(4)}`,
  car_taker_id: `000000${faker.string.numeric(12)}`,
  car_store_code: `CS${faker.string.numeric(4)}`,
  car_store_name: '示例汽车交付中心',
  ws_bank_apply_no: faker.string.numeric(16),
});

const taxOf = ({ turn, every }: Story, { price, num }: LineFacts): Document => {
  const rate = turn(['0.091', '0.1312', '0']);
  return {
    sub_order_tax_fee: yuan(price * num * Number(rate)),
    sub_order_tax_rate: rate,
    sub_order_tax_promotion_fee: yuan(every(5, 0) ? 100 : 0),
    tax_free: every(5, 1),
    tax_coupon_discount: yuan(every(5, 1) ? price * num * Number(rate) : 0),
  };
};

const bundleOf = ({ faker }: Story, { price }: LineFacts): Document => ({
  combo_id: faker.string.numeric({ length: 10, allowLeadingZeros: false }),
  item_meal_id: faker.number.int({ min: 1_000_000_000, max: 4_000_000_000 }),
  item_meal_name: '原装电池:便携支架:专用座充:保护袋',
  assembly_rela: faker.string.numeric(6),
  assembly_price: yuan(price),
  assembly_item: `${faker.string.numeric(6)},${faker.string.numeric(6)}`,
});
