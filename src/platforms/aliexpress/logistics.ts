// The parcels of an AliExpress order.
import { absent, computed, type Fields, list, required, unknown } from '../../mapping/fieldTypes.js';
import { id, text, time } from '../../mapping/leaves.js';
import { decidingCodes } from '../../mapping/statusFallbacks.js';
import type { Logistics } from '../../order/logistics.js';
import { referenceNumber } from '../referenceNumber.js';
import { CHILD_ORDERS } from './childOrders.js';

const OWN_IDS = ['/id', `/${CHILD_ORDERS}.child_order_id`, `/${CHILD_ORDERS}.id`];

export const logistics: Fields<Logistics> = {
  shipments: required(
    list('logistic_info_list[tp_open_logistic_info_dto]', {
      id: id('ship_order_id'),
      logisticsCode: absent('AliExpress numbers its logistics orders by id alone'),
      trackingNumber: referenceNumber('logistics_no', OWN_IDS),
      carrierName: text('logistics_service_name'),
      carrierCode: text('logistics_type_code'),
      carrierId: absent('AliExpress documents no id of the carrier'),
      method: unknown('AliExpress says who ships on items: platformOrder.items.shipperCode'),
      methodCode: absent('AliExpress says who ships on items: platformOrder.items.shipperCode'),
      statusCode: text('receive_status'),
      shippedAt: time('gmt_send'),
      deliveredAt: time('gmt_received'),
      expectedAt: absent('AliExpress expects no arrival'),
      createdAt: absent('AliExpress does not date the record of a shipment'),
      modifiedAt: absent('AliExpress does not date the record of a shipment'),
      fee: absent('AliExpress gives the freight of the whole order only'),
      itemIds: absent('AliExpress does not say what is in a parcel'),
      from: absent('AliExpress does not say where a parcel comes from'),
      to: absent('AliExpress has one address: receiver'),
    }),
    () => [],
  ),
  methodCode: computed([`${CHILD_ORDERS}.logistics_type`], ([codes]) => decidingCodes(codes)),
};
