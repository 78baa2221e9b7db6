// The shipments of a 1688 order (nativeLogistics).
import { absent, type Fields, leaf, list, required, sparse } from '../../mapping/fieldTypes.js';
import { code, id, idList, text, time, yuan } from '../../mapping/leaves.js';
import type { Logistics, PostalAddress } from '../../order/logistics.js';
import { NAMED, referenceNumber } from '../referenceNumber.js';
import { SHIPPING_METHOD } from './codes.js';
import { OWN_IDS } from './ownOrderId.js';

const ITEM_IDS = ['/productItems[].subItemIDString', '/productItems[].subItemID'];

const end = (side: 'from' | 'to'): Fields<PostalAddress> => ({
  province: text(`${side}Province`),
  city: text(`${side}City`),
  district: text(`${side}Area`),
  address: text(`${side}Address`),
  phone: text(`${side}Phone`),
  mobile: text(`${side}Mobile`),
  postalCode: text(`${side}Post`),
});

export const logistics: Fields<Logistics> = {
  shipments: required(
    list('logisticsItems', {
      id: id('id'),
      logisticsCode: text('logisticsCode'),
      trackingNumber: referenceNumber('logisticsBillNo', [...OWN_IDS, ...ITEM_IDS]),
      carrierName: leaf(NAMED, 'logisticsCompanyName'),
      carrierCode: text('logisticsCompanyNo'),
      carrierId: id('logisticsCompanyId'),
      method: code(SHIPPING_METHOD, 'type'),
      methodCode: text('type'),
      statusCode: text('status'),
      shippedAt: time('deliveredTime'),
      deliveredAt: absent('1688 does not date the arrival of a shipment'),
      expectedAt: time('arriveTime'),
      createdAt: time('gmtCreate'),
      modifiedAt: time('gmtModified'),
      fee: yuan('carriage'),
      itemIds: idList('subItemIds'),
      from: sparse(end('from')),
      to: sparse(end('to')),
    }),
    () => [],
  ),
  methodCode: absent('1688 agrees on no way of shipping beforehand'),
};
