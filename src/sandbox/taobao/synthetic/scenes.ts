// What only some kinds of trade say: presale, shops, journeys to Hong Kong, vouchers, tax, fresh food.

import type { Document } from '../../document.js';
import type { People } from '../../invented/people.js';
import { plainTime } from '../../invented/times.js';
import { voucherOf } from './lineScenes.js';
import type { Amounts } from './money.js';
import { o2oOf } from './o2o.js';
import { dayOf, type Story, toTheMinute, yuan } from './story.js';

export function sceneOf(story: Story, people: People, amounts: Amounts): Document {
  const { every, turn, faker, at } = story;
  switch (story.scene) {
    case 'presale':
      return presaleOf(story, amounts);
    case 'o2o':
      return o2oOf(story, people, amounts);
    case 'hongKong':
      return journeyOf(story, people);
    case 'eTicket':
      return {
        ...voucherOf(story),
        eticket_ext: 'merchantId:1001;packageId:2002',
        eticket_service_addr: '示例装修服务中心',
        et_type: 'bs_common',
        et_shop_id: faker.number.int({ min: 10_000_000, max: 99_999_999 }),
        market: 'eticket',
      };
    case 'crossBorder':
      return {
        order_tax_fee: yuan(every(5, 0) ? 0 : amounts.goods * 0.091),
        order_tax_promotion_fee: yuan(every(5, 1) ? 100 : 0),
        post_gate_declare: every(5, 1),
        cross_bonded_declare: !every(5, 1),
      };
    case 'homeService':
      return { service_type: turn(['timedd,jiaju', 'timedd']) };
    case 'retail':
      return {
        retail_store_code: `RS${faker.string.numeric(5)}`,
        retail_out_order_id: `RO${faker.string.numeric(10)}`,
        nr_offline: turn(['1', '0']),
      };
    case 'hall':
      return { is_wt: true, wtt_param: JSON.stringify({ phone: `1380000${faker.string.numeric(4)}`, plan: '5G-129' }) };
    case 'fresh':
      return {
        es_date: dayOf(at.due).replaceAll('-', ''),
        es_range: '09:00-11:00',
        os_date: dayOf(at.due + 86_400_000).replaceAll('-', ''),
        os_range: '14:00-16:00',
        arrive_interval: 1,
        arrive_cut_time: '16:00',
        consign_interval: 48,
      };
    case 'bundle':
      return { assembly: '1' };
    case 'teamBuy':
      return { delay_create_delivery: 1 };
    case 'medicine':
      return { rx_audit_status: turn(['0', '1', '2']) };
    default:
      return {};
  }
}

function presaleOf({ paid, every, at, turn }: Story, { payment }: Amounts): Document {
  const deposit = Math.round(payment * 0.2);
  const depositPaid = paid || every(5, 1) || every(5, 2);
  return {
    step_trade_status: paid
      ? 'FRONT_PAID_FINAL_PAID'
      : depositPaid
        ? 'FRONT_PAID_FINAL_NOPAID'
        : 'FRONT_NOPAID_FINAL_NOPAID',
    step_paid_fee: yuan(paid ? payment : depositPaid ? deposit : 0),
    send_time: dayOf(at.due),
    est_con_time: turn(['付款后30天内', plainTime(at.due)]),
  };
}

const journeyOf = ({ faker, turn, at }: Story, { receiver }: People): Document => ({
  hk_en_name: 'zhang shili',
  hk_china_name: receiver.name,
  hk_flight_no: `EX${faker.string.numeric(4)}`,
  hk_flight_date: toTheMinute(at.due),
  hk_card_code: `G0000${faker.string.numeric(6)}`,
  hk_card_type: turn(['001', '002', '003']),
  hk_gender: turn(['M', 'F']),
  hk_birthday: '1988-01-12',
  hk_pickup: '示例机场提货点',
  hk_pickup_id: turn(['3', '5']),
  trade_attr: JSON.stringify({ payCurrency: turn(['HKD', 'TWD']) }),
});
