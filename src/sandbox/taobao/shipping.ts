// Trades that show when, how and whether to ship: near their deadline, past it, and held. Their times are from the call.

import type { Document } from '../document.js';
import { HOUR, plainTime } from '../invented/times.js';
import type { Trade } from './trade.js';

const LINE_STEP = 1_000n;

interface Moments {
  /** Hours from now until it has to be shipped; less than none: it is late. */
  readonly hoursLeft: number;
}

const receiver: Document = {
  receiver_name: '张**',
  receiver_mobile: '*******0001',
  receiver_phone: '',
  receiver_state: '浙江省',
  receiver_city: '杭州市',
  receiver_district: '西湖区',
  receiver_address: '示例路**号',
  oaid: 'sandbox-oaid-1',
};

const lineOf = (tid: bigint, place: number, title: string, more: Document = {}): Document => ({
  oid: tid + BigInt(place + 1) * LINE_STEP,
  oid_str: String(tid + BigInt(place + 1) * LINE_STEP),
  title,
  num: 1,
  price: '100.00',
  payment: '100.00',
  status: 'WAIT_SELLER_SEND_GOODS',
  refund_status: 'NO_REFUND',
  ...more,
});

function tradeOf(tid: bigint, now: number, { hoursLeft }: Moments, lines: readonly Document[], more: Document): Trade {
  const due = now + hoursLeft * HOUR;
  const document: Document = {
    tid,
    tid_str: String(tid),
    status: 'WAIT_SELLER_SEND_GOODS',
    type: 'fixed',
    created: plainTime(due - 49 * HOUR),
    pay_time: plainTime(due - 48 * HOUR),
    modified: plainTime(due - 48 * HOUR),
    payment: '200.00',
    total_fee: '200.00',
    post_fee: '0.00',
    promise_service: 'tmallPromise.48h',
    timing_promise: 'tmallPromise',
    delivery_time: plainTime(due),
    collect_time: plainTime(due + 6 * HOUR),
    promise_sign_time: plainTime(due + 72 * HOUR),
    ...receiver,
    orders: lines,
    ...more,
  };
  return { document, empty: 'absent' };
}

/** A set, its present, and a line that a warehouse of Cainiao ships; the address was changed, and SF must be taken. */
function nearDeadline(tid: bigint, now: number): Trade {
  const [main, gift] = [1n, 2n].map((place) => String(tid + place * LINE_STEP));
  const lines = [
    lineOf(tid, 0, '相机套装', {
      has_gift: true,
      gift_mids: gift,
      modify_address: '1',
      ti_modify_address_time: plainTime(now - 2 * HOUR),
      bundle_id: '9001',
      bundle_out_name: '相机套装',
      combine_item_info: [
        { item_id: 600_001, sku_id: 700_001, quantity: 1, item_name: '相机', outer_sku_id: 'CAM-1', ismain: true },
        { item_id: 600_002, sku_id: 700_002, quantity: 2, item_name: '电池', outer_sku_id: 'BAT-2', ismain: false },
      ],
    }),
    lineOf(tid, 1, '相机包', { is_free_gift: true, gift_mids: main, price: '0.00', payment: '0.00' }),
    lineOf(tid, 2, '三脚架', { is_force_dc: true }),
  ];
  const advice = [1n, 2n].map((place) => ({
    trade_id: tid,
    sub_trade_id: tid + place * LINE_STEP,
    biz_delivery_type: 2,
    white_delivery_cps: 'SF',
    black_delivery_cps: 'STO',
    consign_type: 'SC',
    store_code: 'SC',
    send_state: '浙江省',
    send_city: '杭州市',
  }));
  return tradeOf(tid, now, { hoursLeft: 4 }, lines, { lm: '1', logistics_infos: advice });
}

const pastDeadline = (tid: bigint, now: number): Trade =>
  tradeOf(tid, now, { hoursLeft: -20 }, [lineOf(tid, 0, '羊毛围巾')], { ob_tag: 'lg' });

const held = (tid: bigint, now: number): Trade =>
  tradeOf(tid, now, { hoursLeft: 4 }, [lineOf(tid, 0, '咖啡豆')], { team_buy_hold: 1 });

const TRADES: Readonly<Record<string, (tid: bigint, now: number) => Trade>> = {
  '2231958349000000001': nearDeadline,
  '2231958349000100001': pastDeadline,
  '2231958349000200001': held,
};

export const shippingTrade = (tid: string, now: number): Trade | undefined => TRADES[tid]?.(BigInt(tid), now);
