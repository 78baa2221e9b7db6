// Fields that are computed from all that an order, or a child order, says of where it stands.
import { type Computed, computed, type Field } from '../../mapping/fieldTypes.js';
import type { StateCodes } from './codes.js';

/** Where each code stands, in the order in which they are read. */
const stateField =
  (paths: readonly string[]) =>
  <Value>(read: (codes: StateCodes) => Value): Field<Value> & Computed =>
    computed(paths, ([order, frozen, fund, logistics, reason]) => read({ order, frozen, fund, logistics, reason }));

export const orderState = stateField([
  'order_status',
  'frozen_status',
  'fund_status',
  'logistics_status',
  'order_end_reason',
]);

/** Why it ended and where its goods are, only the whole order says. */
export const itemState = stateField([
  'order_status',
  'frozen_status',
  'fund_status',
  '/logistics_status',
  '/order_end_reason',
]);
