// What a synthetic trade says when a shop has a part in it: the guide who sold, the store that sends, stages of payment.

import type { Document } from '../../document.js';
import type { People } from '../../invented/people.js';
import { BEIJING, HOUR, plainTime } from '../../invented/times.js';
import type { Amounts } from './money.js';
import type { Story } from './story.js';

export function o2oOf(story: Story, people: People, amounts: Amounts): Document {
  const { faker, turn, every } = story;
  return {
    o2o: 'crm',
    o2o_guide_id: faker.string.numeric(6),
    o2o_guide_name: '西湖示例门店导购员',
    o2o_shop_id: faker.string.numeric(6),
    o2o_shop_name: '西湖示例门店',
    o2o_delivery: turn(['inshop', 'online']),
    o2o_out_trade_id: faker.string.numeric(10),
    shop_code: `XH${faker.string.numeric(3)}`,
    shop_pick: turn(['1', '0']),
    obs: turn(['1', '0']),
    o2o_snatch_status: turn(['0', '1', '2', '3', '-1', '-2', '-3', '-4', '-5', '-9']),
    o2o_xiaopiao: faker.string.numeric(8),
    o2o_contract: faker.string.numeric(6),
    omni_attr: '{}',
    omni_param: every(5, 0) ? '{}' : JSON.stringify({ storeId: faker.string.numeric(6) }),
    omnichannel_param: omnichannelOf(story),
    ...serviceOf(story, people),
    ...stagesOf(story, amounts),
  };
}

const omnichannelOf = ({ faker, turn, at, tid }: Story): string =>
  [
    `orderState:${turn(['X_SHOP_HANDLED', 'X_SHOP_ALLOCATION', 'X_WAITING_ALLOCATION'])}`,
    `orderType:${turn(['STORE_DELIVER', 'STORE_COLLECT'])}`,
    `acceptExpirationTime:${plainTime(at.due)}`, // the value has colons of its own
    `targetCode:${faker.string.numeric(8)}`,
    `allocationCode:${faker.string.numeric(6)}`,
    `subOrderCode:${tid + 1_000_000n}`,
    'targetType:STORE;',
  ].join(',');

const serviceOf = ({ faker }: Story, { receiver: { place, street } }: People): Document => ({
  o2o_service_mobile: `1380000${faker.string.numeric(4)}`,
  o2o_service_name: faker.person.fullName(),
  o2o_service_state: place.province,
  o2o_service_city: place.city,
  o2o_service_district: place.area,
  o2o_service_town: place.town,
  o2o_service_address: street,
});

/** Stages are numbered from 1, and their amounts are in fen: 3_2_2000_nopaid. */
function stagesOf({ tid, paid, turn, at }: Story, { payment }: Amounts): Document {
  const [total, current] = turn([
    [3, 1],
    [3, 2],
    [2, 2],
  ] as const);
  const fee = Math.round(payment / total);
  const payStatus = paid ? 'paid' : 'nopaid';
  return {
    o2o_step_trade_detail: `${total}_${current}_${fee}_${payStatus}`,
    o2o_step_trade_detail_new: [
      'bizType:分阶段付款交易',
      'orderPayChannel:支付宝在线支付',
      `subOrderPayTime:${paid ? `step 0: payTime ${javaTime(at.paid)}    ` : ''}`,
      `totalStep:${total}`,
      `currStep:${current}`,
      `fee:${fee}`,
      `payStatus:${payStatus}`,
    ].join(','),
    o2o_step_order_id: String(tid + 20_000_000n),
    o2o_et_order_id: String(tid + 30_000_000n),
    o2o_voucher_price: '1000', // in fen
  };
}

/** As Java prints a time: Sun Jul 30 17:08:50 CST 2017 */
function javaTime(instant: number): string {
  const [weekday = '', day, month, year, time] = new Date(instant + BEIJING * HOUR).toUTCString().split(' ');
  return `${weekday.slice(0, 3)} ${month} ${day} ${time} CST ${year}`;
}
