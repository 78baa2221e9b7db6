// The parcels of a trade, told by its lines or, where it was shipped at once, by the trade itself.
import { absent, computed, type Fields, firstListOf, leaf, list, required, unknown } from '../../mapping/fieldTypes.js';
import { exactId } from '../../mapping/ids.js';
import { text, time } from '../../mapping/leaves.js';
import type { Logistics, Shipment } from '../../order/logistics.js';
import { NAMED, referenceNumber } from '../referenceNumber.js';

/** Until a trade is shipped, and often after, its own number stands in place of a tracking number. */
const OWN_IDS = ['/tid', '/orders[order].oid'];

export const lineTrackingNumber = referenceNumber('invoice_no', OWN_IDS, 'The parcel it lies in.');
export const tradeTrackingNumber = referenceNumber(
  'sid',
  OWN_IDS,
  'Tracking number of the trade itself; parcels are in Order.logistics.',
);

const noDetails = {
  id: absent('Taobao gives parcels no id'),
  logisticsCode: absent('Taobao gives parcels no logistics number'),
  carrierCode: absent('Taobao names the carrier in words'),
  carrierId: absent('Taobao names the carrier in words'),
  method: unknown('Taobao says how goods are shipped in methodCode'),
  statusCode: absent('Taobao gives parcels no status'),
  deliveredAt: absent('Taobao does not date arrivals'),
  expectedAt: absent('Taobao does not foretell arrivals'),
  createdAt: absent('Taobao dates parcels by shippedAt'),
  modifiedAt: absent('Taobao dates parcels by shippedAt'),
  fee: absent('Taobao charges shipping on the trade'),
  from: absent('Taobao names no origin'),
  to: absent('Taobao delivers to Order.receiver'),
};

/** Lines with one tracking number lie in one parcel. */
const parcel: Fields<Shipment> = {
  ...noDetails,
  trackingNumber: lineTrackingNumber,
  carrierName: leaf(NAMED, 'logistics_company'),
  methodCode: text('shipping_type'),
  shippedAt: time('consign_time'),
  itemIds: computed(['*oid_str', '*oid'], ([twins, numbers]) => {
    const [texts, digits] = [twins, numbers].map((ids) => (Array.isArray(ids) ? (ids as unknown[]) : []));
    return (digits ?? []).flatMap((number, index) => exactId(texts?.[index], number) ?? []);
  }),
};

/** A trade shipped at once tells its parcel itself. */
const wholeParcel: Fields<Shipment> = {
  ...noDetails,
  trackingNumber: tradeTrackingNumber,
  carrierName: absent('the trade itself names no carrier; its lines do'),
  methodCode: text('shipping_type'),
  shippedAt: time('consign_time'),
  itemIds: absent('all items'),
};

export const logistics: Fields<Logistics> = {
  shipments: required(
    firstListOf(
      list('orders[order]', parcel, { having: [lineTrackingNumber], groupedBy: 'invoice_no' }),
      list('', wholeParcel, { having: [tradeTrackingNumber] }),
    ),
    () => [],
  ),
  methodCode: text('shipping_type'),
};
