// Taobao: promises of delivery, warehouses, and services of carriers.

import { leaf } from '../../../mapping/fieldTypes.js';
import { bool, decimal, id, int, text, time } from '../../../mapping/leaves.js';
import { parts, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';
import { pairs } from '../codecs.js';
import { tradeTrackingNumber } from '../logistics.js';

export const Delivery = platformType('TaobaoDelivery', 'When and how a trade is to be shipped and delivered.', {
  trackingNumber: tradeTrackingNumber,
  isPartlyShipped: bool('is_part_consign', 'Whether it is shipped in several parcels.'),
  shipBefore: text('send_time', 'The day it is shipped by, yyyy-MM-dd; mainly presale.'),
  expectedShipping: text('est_con_time', 'When the seller expects to ship, in words.'),
  shipWithinHours: int('consign_interval', 'Hours the seller has to ship.'),
  arriveWithinDays: int('arrive_interval', 'Days until arrival.'),
  arriveCutoff: text('arrive_cut_time', 'Time of day by which an order counts for that day, HH:mm.'),
  isGuaranteedExpress: bool('is_lgtype', 'Whether it is guaranteed express: shipped by the offline-shipping API.'),
  isBrandSale: bool('is_brand_sale', 'Whether it is a brand sale; with isWarehouseForced the warehouse must ship.'),
  isWarehouseForced: bool('is_force_wlb', 'Whether Wuliubao must ship it.'),
  isShippingHidden: bool('is_sh_ship', 'Whether shipping is kept from the seller.'),
  directDate: text('es_date', 'Expected day of a direct order, yyyyMMdd.'),
  directRange: text('es_range', 'Expected time of a direct order, hh:mm-hh:mm.'),
  bookedDate: text('os_date', 'Booked day, yyyyMMdd.'),
  bookedRange: text('os_range', 'Booked time, hh:mm-hh:mm.'),
  isPickedUpInStore: text('shop_pick', 'Picked up in a store: 1.'),
  pickupStoreCode: text('shop_code', 'The store it is picked up in.'),
  isStoreBooked: text('obs', 'Pick-up booked with a store: 1.'),
});

const ServiceTag = platformType('TaobaoServiceTag', 'One carrier service.', {
  serviceType: text('service_type', 'Kind of service; do not tell the carrier by it.'),
  tag: text('service_tag', 'Its attributes as sent: comFee=1211;companyCode=SF;', personal('TEXT')),
  attributes: leaf(
    pairs(';', '='),
    'service_tag',
    'The same as pairs; companyCode is the carrier the buyer chose.',
    personal('TEXT'),
  ),
});

export const LogisticsTag = platformType('TaobaoLogisticsTag', 'Carrier services of a trade or a line.', {
  orderId: id('order_id', 'The trade or line.'),
  services: parts('logistic_service_tag_list[logistic_service_tag]', ServiceTag, 'The services.'),
});

export const WarehouseLine = platformType('TaobaoWarehouseLine', 'How one line is shipped from a warehouse.', {
  tradeId: id('trade_id', 'The trade.'),
  lineId: id('sub_trade_id', 'The line: ProductItem.itemId.'),
  itemId: id('item_id', 'The warehouse’s id of the goods.'),
  itemCode: text('item_code', 'The warehouse’s code of the goods.'),
  quantity: decimal('need_consign_num', 'How many are to be shipped.'),
  storeCode: text('store_code', 'Cainiao’s regional warehouse, or SC for the seller’s own.'),
  typeCode: text('type', '00 from the trade, 10 bound by BMS.'),
  skuId: id('sku_id', 'The variant.'),
  productId: id('num_iid', 'The product.'),
  shipperCode: text('consign_type', 'CN Cainiao ships, SC the seller’s warehouse.'),
  carrierRuleCode: text(
    'biz_delivery_type',
    'What binds the choice of a carrier: 0 nothing, 1 those recommended may be taken, 2 one of them must, 3 some are forbidden.',
  ),
  recommendedCarrierCode: text('biz_delivery_code', 'The merchant’s code of the carrier that is recommended.'),
  carriersText: text('delivery_cps', 'Carriers to choose from, as sent.'),
  allowedCarriersText: text('white_delivery_cps', 'Carriers that the platform names, as sent.'),
  forbiddenCarriersText: text('black_delivery_cps', 'Carriers that the platform forbids, as sent.'),
  recommendedStoreCode: text('biz_store_code', 'The merchant’s code of the warehouse that is recommended.'),
  adviceCode: text('biz_sd_type', 'Kind of advice on warehouse and carrier.'),
  shipBy: time('promise_outbound_time', 'The last moment to leave the warehouse.'),
  collectBy: time('promise_collect_time', 'The last moment for the carrier to collect it.'),
  sendCountry: text('send_country', 'Where it is sent from: country.'),
  sendProvince: text('send_state', 'Province.'),
  sendCity: text('send_city', 'City.'),
  sendDistrict: text('send_district', 'District.', personal('ADDRESS')),
  sendTown: text('send_town', 'Town or street office.', personal('ADDRESS')),
  sendDivisionCode: text('send_division_code', 'Administrative division code.', personal('ADDRESS')),
  combinedItemId: id('combine_item_id', 'The combined goods it is a part of.'),
  combinedItemCode: text('combine_item_code', 'The code of those.'),
  combinedItemRatio: decimal('item_ratio', 'How many of it make up one of those.'),
  barcode: text('bar_code', 'Barcode of the goods.'),
  warehouseError: text('unused_warehouse_error_msg', 'What is said where another warehouse is taken.'),
  carrierError: text('unused_delivery_error_msg', 'What is said where another carrier is taken.'),
  forbiddenCarrierError: text('used_black_delivery_error_msg', 'What is said where a forbidden carrier is taken.'),
});
