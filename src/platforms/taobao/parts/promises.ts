// Taobao: by when a trade or a line of it has to be shipped, collected and delivered.
import { type Codec, TEXT, toText } from '../../../mapping/codec.js';
import { leaf } from '../../../mapping/fieldTypes.js';
import { text, time } from '../../../mapping/leaves.js';
import { platformType } from '../../../mapping/platformType.js';
import { COMMA_LIST } from '../codecs.js';

const WRITTEN_DAY = /^(\d{4})-?(\d{2})-?(\d{2})$/;

/** Trades write 20141201 and lines 2014-12-01. What is no day is null, and readable as sent. */
const DAY: Codec<string> = {
  ...TEXT,
  unit: 'day',
  decode(value) {
    const [, year, month, day] = WRITTEN_DAY.exec(toText(value)?.trim() ?? '') ?? [];
    return day === undefined ? null : `${year}-${month}-${day}`;
  },
};

/** Trades and lines have these alike. */
const PROMISES = {
  servicesText: text('promise_service', 'What is promised, as sent: services separated by commas.'),
  services: leaf(COMMA_LIST, 'promise_service', 'The same as a list.'),
  programCode: text('timing_promise', 'Whose promise of timing it is, such as tmallPromise.'),
  shipBy: time('delivery_time', 'The last moment to ship.'),
  collectBy: time('collect_time', 'The last moment for the carrier to collect it.'),
  outForDeliveryBy: time('dispatch_time', 'The last moment for the carrier to bring it out for delivery.'),
  deliverBy: time('sign_time', 'The last moment to deliver it.'),
  transitDays: text('es_time', 'How many days it may travel, as sent.'),
  cutoffMinutes: text('cutoff_minutes', 'By which minute of the day an order counts for that day, as sent.'),
  directDay: leaf(DAY, 'es_date', 'Expected day of a direct order, yyyy-MM-dd in whichever form it was sent.'),
  bookedDay: leaf(DAY, 'os_date', 'Booked day, yyyy-MM-dd in whichever form it was sent.'),
  promisedDeliveryBy: time('promise_sign_time', 'The last moment to deliver it, as promised to the buyer.'),
  promisedCollectionBy: time('promise_collect_time', 'The last moment for the carrier to collect it, as promised.'),
};

export const TradePromises = platformType('TaobaoTradePromises', 'By when a trade is to be shipped and delivered.', {
  ...PROMISES,
  shipFirstBy: time('priority_consign_time', 'When it has to be shipped before others.'),
});

export const LinePromises = platformType('TaobaoLinePromises', 'By when a line is to be shipped and delivered.', {
  ...PROMISES,
  directDate: text('es_date', 'Expected day of a direct order, as sent.'),
  directRange: text('es_range', 'Expected time of a direct order.'),
  bookedDate: text('os_date', 'Booked day, as sent.'),
  bookedRange: text('os_range', 'Booked time.'),
  creditTermEndsAt: time('promise_end_time', 'When the term of a purchase on credit ends.'),
  bookedShippingText: text(
    'consign_due_time',
    'When it is booked to be shipped, as sent: 1_ and a moment, or 2_ and days after payment, as in 2_7.',
  ),
});
