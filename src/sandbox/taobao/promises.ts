// What newer trades say of shipping: until when, with whom, by whom, and to which address. It follows from a number of the
// trade's own, so that nothing else that is drawn of it changes.

import type { Document } from '../document.js';
import { HOUR, plainTime } from '../invented/times.js';

/** A trade that is paid. */
export interface PaidTrade {
  readonly trait: number;
  readonly paidAt: number;
}

/** One trade in so many. Most are promised to be shipped in two days, some in one, and a fifth promises nothing. */
const oneIn = ({ trait }: PaidTrade, period: number, phase: number): boolean => trait % period === phase;

const hoursOf = (trade: PaidTrade): number | undefined =>
  oneIn(trade, 5, 0) ? undefined : oneIn(trade, 5, 1) ? 24 : 48;

/** What trades and their lines say alike. */
function deadlinesOf(trade: PaidTrade): Document {
  const hours = hoursOf(trade);
  if (hours === undefined) return {};
  const at = (after: number): string => plainTime(trade.paidAt + after * HOUR);
  return {
    promise_service: `tmallPromise.${hours}h`,
    timing_promise: 'tmallPromise',
    delivery_time: at(hours),
    collect_time: at(hours + 6),
    dispatch_time: at(hours + 54),
    sign_time: at(hours + 72),
    es_time: '3',
    cutoff_minutes: '960',
  };
}

/** Cainiao's warehouse has to ship it. */
const isForced = (trade: PaidTrade): boolean => oneIn(trade, 23, 3);

const isMoved = (trade: PaidTrade): boolean => oneIn(trade, 13, 2);

export const promisesOfTrade = (trade: PaidTrade): Document => ({
  ...deadlinesOf(trade),
  promise_sign_time: hoursOf(trade) && plainTime(trade.paidAt + 120 * HOUR),
  is_force_dc: isForced(trade),
  lm: isMoved(trade) ? '1' : undefined,
  ...(oneIn(trade, 17, 5) && {
    delivery_cps: 'SF,YTO',
    asdp_biz_type: 'logistics_upgrade',
    asdp_ads: '201',
    logistics_agreement: {
      logistics_service_msg: '送货上门',
      asdp_biz_type: 'logistics_upgrade',
      asdp_ads: '201',
      push_time: plainTime(trade.paidAt),
      no_detail_part_consign: false,
    },
  }),
});

/** @param place of the line in its trade */
export const promisesOfLine = (trade: PaidTrade, place: number): Document => ({
  ...deadlinesOf(trade),
  is_force_dc: isForced(trade),
  is_free_gift: false,
  has_gift: false,
  modify_address: isMoved(trade) ? '1' : undefined,
  ti_modify_address_time: isMoved(trade) ? plainTime(trade.paidAt) : undefined,
  ...(place === 0 && oneIn(trade, 19, 4) && setOf(trade)),
});

/** The line is a set of two products. */
const setOf = ({ trait }: PaidTrade): Document => ({
  bundle_id: String(9_000_000 + (trait % 1_000)),
  bundle_out_name: '套装',
  bundle_type: '1',
  combine_item_info: [1, 2].map((part) => ({
    item_id: 630_000_000_000 + part,
    sku_id: 4_200_000_000_000 + part,
    quantity: part,
    item_name: part === 1 ? '主件' : '配件',
    outer_sku_id: `SET-${part}`,
    ismain: part === 1,
  })),
});
