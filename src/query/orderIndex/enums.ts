// The closed sets of what the order index is asked, and of what it answers.
import { enumType } from '../../order/enums.js';

export const CountPrecision = enumType('CountPrecision', 'How exact a count is.', {
  EXACT: 'There are exactly so many.',
  AT_LEAST: 'Counting ended at the limit; there may be more.',
});
export type CountPrecision = keyof typeof CountPrecision;

export const OrderSource = enumType('OrderSource', 'What has told the index of a shop’s orders.', {
  READ: 'Queries that fetched orders from their gateways.',
  IMPORT: 'Imports.',
  LIST: 'The lists of its gateway, read in the background.',
  PUSH: 'Messages of its platform.',
});
export type OrderSource = keyof typeof OrderSource;

export const OrderSortKey = enumType(
  'OrderSortKey',
  'What orders are sorted by. Orders that lack it come last in either direction.',
  {
    CREATED_AT: 'When they were placed.',
    MODIFIED_AT: 'When they last changed.',
    PAID_AT: 'When they were first paid.',
    EXPIRES_AT: 'When their present state times out.',
    SHIP_BY: 'By when they are to be shipped at the latest.',
    TOTAL: 'What they cost in all, by the number alone, whatever the currency.',
  },
);
export type OrderSortKey = keyof typeof OrderSortKey;

export const SortDirection = enumType('SortDirection', 'Which end comes first.', {
  ASC: 'The earliest or least.',
  DESC: 'The latest or greatest.',
});
export type SortDirection = keyof typeof SortDirection;

export const OrderDimension = enumType('OrderDimension', 'What orders are grouped by.', {
  SHOP: 'Their shop.',
  PLATFORM: 'Their platform.',
  STATUS: 'Where they stand as a whole.',
  PAYMENT_STATUS: 'Where their payment stands.',
  SHIPPING_STATUS: 'Where their goods are.',
  REFUND_STATUS: 'Where their refund stands.',
  HOUR: 'The hour of the basis.',
  DAY: 'The day of the basis, which begins at midnight of the time zone.',
  MONTH: 'The month of the basis, which begins at midnight of the time zone.',
});
export type OrderDimension = keyof typeof OrderDimension;

export const OrderBasis = enumType('OrderBasis', 'Which instant of an order decides its hour, day or month.', {
  CREATED: 'When it was placed.',
  PAID: 'When it was first paid.',
});
export type OrderBasis = keyof typeof OrderBasis;

export const OrderChangeKind = enumType('OrderChangeKind', 'What became of an order in the index.', {
  CREATED: 'It came into the index.',
  UPDATED: 'It changed.',
  DELETED: 'It left the index: its platform has put it away for good, or it was kept long enough.',
});
export type OrderChangeKind = keyof typeof OrderChangeKind;

export const OrderAspect = enumType('OrderAspect', 'What of an order changed.', {
  STATUS: 'Where it stands as a whole.',
  PAYMENT: 'Where its payment stands.',
  SHIPPING: 'Where its goods are.',
  REFUND: 'Where its refund stands.',
  TOTAL: 'What it costs in all.',
  TIMES: 'One of its times.',
  OTHER: 'Anything else that the index holds of it.',
});
export type OrderAspect = keyof typeof OrderAspect;

export const ImportState = enumType('ImportState', 'Where an import stands.', {
  RUNNING: 'Its orders are being fetched.',
  PAUSED: 'It goes on by itself later: its gateways are down, or their quota is used up.',
  DONE: 'Every order was fetched or has failed.',
});
export type ImportState = keyof typeof ImportState;
