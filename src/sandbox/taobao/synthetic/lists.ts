// The lists of a synthetic trade other than its goods: promotions, services, what carriers promise, what warehouses send.

import type { Document } from '../../document.js';
import type { People } from '../../invented/people.js';
import { pictureOf } from '../../pictures.js';
import { voucherOf } from './lineScenes.js';
import type { Line } from './lines.js';
import { type Story, yuan } from './story.js';

export const listsOf = (story: Story, people: People, lines: readonly Line[]): Document => ({
  promotion_details: promotionsOf(story, lines),
  service_tags: tagsOf(story, lines),
  service_orders: servicesOf(story, people, lines),
  logistics_infos: consignmentsOf(story, lines),
});

function promotionsOf({ every, tid, faker, turn }: Story, lines: readonly Line[]): readonly Document[] {
  const id = `${turn(['mjs', 'shopbonus', 'tmallCoupon'])}-${faker.string.numeric(6)}_${faker.string.numeric(6)}`;
  const reduced: Document = {
    id: tid,
    promotion_name: '满就减钱',
    discount_fee: yuan(100 * lines.length),
    promotion_desc: '示例促销:满200减1',
    promotion_id: id,
  };
  const gift: Document = {
    id: lines[0]?.oid,
    promotion_name: '满就送',
    discount_fee: '0.00',
    gift_item_name: '晨光签字笔',
    gift_item_id: faker.string.numeric({ length: 11, allowLeadingZeros: false }),
    gift_item_num: '1',
    promotion_desc: '示例促销:满就送',
    promotion_id: id,
  };
  // A promotion that only makes carriage free has no amount.
  const free: Document = { id: tid, promotion_name: '包邮', promotion_desc: '店铺包邮', promotion_id: `by-${id}` };
  return [...(every(5, 2) ? [reduced] : []), ...(every(7, 3) ? [gift] : []), ...(every(11, 0) ? [free] : [])];
}

function tagsOf({ every, turn, tid }: Story, lines: readonly Line[]): readonly Document[] {
  if (!every(5, 1) && !every(7, 2)) return [];
  const tagsBy = (service_tag: string, service_type: string): Document => ({ service_tag, service_type });
  const chosen = tagsBy(`comFee=1211;comTim=1;companyCode=${turn(['SF', 'YTO', 'EMS'])};`, 'FAST');
  const promised = tagsBy('lgType=-8;signTim=3;', turn(['TIMING_PROMISE', 'SEND_PROMISE']));
  return [
    { order_id: String(tid), logistic_service_tag_list: every(7, 2) ? [chosen, promised] : [chosen] },
    ...(lines.length > 1 && every(7, 2)
      ? [{ order_id: String(lines[1]?.oid), logistic_service_tag_list: every(5, 0) ? [] : [promised] }]
      : []),
  ];
}

/** Installation, prolonged warranty: bought with the goods, and no goods themselves. */
function servicesOf(story: Story, { buyer, seller }: People, lines: readonly Line[]): readonly Document[] {
  if (story.scene !== 'homeService') return [];
  const { tid, faker, refund, every } = story;
  return lines.slice(0, 2).map((line, position) => {
    const oid = tid + 5_000_000n + BigInt(position);
    return {
      oid,
      oid_str: String(oid),
      item_oid: line.oid,
      service_id: faker.number.int({ min: 1_000_000, max: 9_999_999 }),
      service_detail_url: 'https://service.example.com/plan.htm?plan_id=1',
      num: 1,
      price: '39.09',
      payment: '29.98',
      total_fee: '39.09',
      title: position === 0 ? '上门安装服务' : '一年包换服务',
      buyer_nick: buyer.loginId,
      seller_nick: seller.loginId,
      pic_path: pictureOf('service', '1'),
      refund_id: refund || every(5, 0) ? faker.string.numeric({ length: 17, allowLeadingZeros: false }) : undefined,
      tmser_spu_code: '家装干支装服务',
      ...voucherOf(story),
    };
  });
}

function consignmentsOf({ every, tid, faker, turn, paid }: Story, lines: readonly Line[]): readonly Document[] {
  if (!paid || !every(5, 3)) return [];
  return lines.map((line) => ({
    trade_id: tid,
    sub_trade_id: line.oid,
    item_id: faker.string.numeric(7),
    item_code: faker.string.numeric(6),
    need_consign_num: line.document.num,
    store_code: turn(['SC', 'HZ-0001']),
    type: turn(['00', '10']),
    sku_id: String(line.document.sku_id),
    num_iid: line.document.num_iid,
    consign_type: turn(['SC', 'CN']),
  }));
}
