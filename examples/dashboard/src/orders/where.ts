// A filter as the API is asked for it.
import type { OrderWhere } from '../gql/graphql.js';
import { type Filter, NEWEST_FIRST, PAYMENTS, REFUNDS, SHIPPINGS, type Sort, STATUSES } from './filter.js';
import type { ListQuery } from './query.js';
import { instantsOf } from './span.js';

/** What no order with a problem has on all four axes at once. */
const WITHOUT_PROBLEM: OrderWhere = {
  status: STATUSES.filter((status) => status !== 'UNKNOWN' && status !== 'ON_HOLD'),
  paymentStatus: PAYMENTS.filter((status) => status !== 'UNKNOWN'),
  shippingStatus: SHIPPINGS.filter((status) => status !== 'UNKNOWN' && status !== 'RETURNED'),
  refundStatus: REFUNDS.filter((status) => status !== 'UNKNOWN'),
};

/** Of which shops: what is counted beside the list follows this alone. */
export function shopsWhere({ shop, platform }: Filter): OrderWhere {
  return {
    ...(shop.length > 0 && { shops: shop }),
    ...(platform.length > 0 && { platforms: platform }),
  };
}

export function whereOf(filter: Filter, zone: string, now: number): OrderWhere {
  const { status, payment, shipping, refund, placed, paid, total, product, flag, message, memo, isProblem } = filter;
  return {
    ...shopsWhere(filter),
    ...(status.length > 0 && { status }),
    ...(payment.length > 0 && { paymentStatus: payment }),
    ...(shipping.length > 0 && { shippingStatus: shipping }),
    ...(refund.length > 0 && { refundStatus: refund }),
    ...(placed && { createdAt: instantsOf(placed, zone, now) }),
    ...(paid && { paidAt: instantsOf(paid, zone, now) }),
    ...(total && {
      total: {
        currencyCode: total.currencyCode,
        ...(total.from !== undefined && { gte: total.from }),
        ...(total.to !== undefined && { lte: total.to }),
      },
    }),
    ...(product.length > 0 && { productIds: product }),
    ...(flag.length > 0 && { sellerFlag: flag }),
    ...(message !== undefined && { hasBuyerMessage: message }),
    ...(memo !== undefined && { hasSellerMemo: memo }),
    ...(isProblem && { not: WITHOUT_PROBLEM }),
  };
}

export const listQueryOf = (filter: Filter, zone: string, now: number): ListQuery => {
  const search = filter.text.trim();
  return { where: whereOf(filter, zone, now), search: search === '' ? null : search, sortBy: filter.sort };
};

export const sortOf = ({ sortBy }: ListQuery): Sort => ({
  key: sortBy?.key ?? NEWEST_FIRST.key,
  direction: sortBy?.direction ?? NEWEST_FIRST.direction,
});
