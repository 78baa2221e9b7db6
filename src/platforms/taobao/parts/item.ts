// Taobao: what only Taobao says of a line of a trade.

import { ID_TEXT } from '../../../mapping/codec.js';
import { computed, leaf } from '../../../mapping/fieldTypes.js';
import { exactId } from '../../../mapping/ids.js';
import { bool, decimal, fen, id, idList, int, text, time, yuan } from '../../../mapping/leaves.js';
import { part, parts, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';
import { JSON_TEXT } from '../codecs.js';
import { lineTrackingNumber } from '../logistics.js';
import { Appointment } from './appointment.js';
import { LineTax } from './crossBorder.js';
import { LineSet } from './gifts.js';
import { LinePromises } from './promises.js';
import { LineSubsidy } from './subsidy.js';

const CarFinance = platformType(
  'TaobaoCarFinance',
  'A car bought by instalments. Units of amounts are undocumented: as sent.',
  {
    downPayment: text('down_payment', 'Down payment.'),
    downPaymentRatio: text('down_payment_ratio', 'Down payment, as a ratio.'),
    monthPayment: text('month_payment', 'Monthly payment.'),
    tailPayment: text('tail_payment', 'Last payment.'),
    instalments: text('installment_num', 'How many instalments.'),
    penalty: text('penalty', 'Penalty.'),
    serviceFee: text('service_fee', 'Service fee.'),
    takerName: text('car_taker', 'Who collects the car.', personal('NAME')),
    takerPhone: text('car_taker_phone', 'That person’s telephone.', personal('PHONE')),
    takerId: text('car_taker_id', 'That person’s identity number.', personal('ID_NUMBER')),
    storeCode: text('car_store_code', 'Where the car is collected.'),
    storeName: text('car_store_name', 'Name of that store.'),
    outUniqueId: id('out_unique_id', 'The outside number.'),
    bankApplicationNumber: id('ws_bank_apply_no', 'Number of the application to the bank.', personal('ID_NUMBER')),
  },
);

const Fulfilment = platformType('TaobaoFulfilment', 'How a line is fulfilled.', {
  storeCode: text('store_code', 'The warehouse it ships from.'),
  shipperCode: text('shipper', 'Whose warehouse: cn is Cainiao.'),
  typeCode: text('f_type', 'Kind of fulfilment, such as jsd for express delivery of fresh food.'),
  statusText: text('f_status', 'Where it stands, in words.'),
  content: text('f_term', 'What else it takes: storeId, phone.', personal('TEXT')),
  inventoryCode: text('inv_type', 'Kind of stock: 6 is in transit.'),
  reductionFailure: text('nr_reduce_inv_fail', 'Whether taking it off the store’s stock failed: 1.'),
  isShipped: bool('is_sh_ship', 'Whether it is shipped.'),
  isWarehouseForced: bool('is_force_dc', 'Whether it goes to a warehouse of Cainiao by itself, which ships it.'),
  expectedShipping: text('estimate_con_time', 'When it is expected to ship, in words.'),
  shipWithId: id('bind_oid', 'The line it ships with.'),
  shipWithIds: idList('bind_oids', 'The lines it ships with.'),
  homeServiceCode: text('tmser_spu_code', 'Kind of home-improvement logistics.'),
});

const ShipInfo = platformType('TaobaoShipInfo', 'How a line was shipped.', {
  methodCode: text('transport_type', 'How it travels.'),
});

export const Line = platformType('TaobaoLine', 'What only Taobao says of a line of a trade.', {
  id: id('oid', 'The line’s number.'),
  idText: id('oid_str', 'The line’s number in its string form.'),
  totalFee: yuan('total_fee', 'Price times quantity, changed by hand and discounted, in yuan.'),
  sharedPayment: yuan('divide_order_fee', 'Paid for the line after the trade’s discounts are shared out, in yuan.'),
  sharedDiscount: yuan('part_mjz_discount', 'The line’s share of the trade’s discounts, in yuan.'),
  optionsText: text('sku_properties_name', 'The chosen options as sent: 颜色:桔色;尺码:M.'),
  mealId: id('item_meal_id', 'The bundle it belongs to.'),
  mealName: text('item_meal_name', 'The bundle in words.'),
  memo: text('item_memo', 'Memo on the product.', personal('TEXT')),
  isRatedByBuyer: bool('buyer_rate', 'Whether the buyer rated it.'),
  isRatedBySeller: bool('seller_rate', 'Whether the seller rated it.'),
  sellerTypeCode: text('seller_type', 'B a Tmall seller, C a private one.'),
  categoryId: id('cid', 'The product’s category.'),
  isOversold: bool('is_oversold', 'Whether more was sold than was there.'),
  sourceCode: text('order_from', 'Where it was bought: jhs, taobao, wap.'),
  isService: bool('is_service_order', 'Whether it is a service rather than goods.'),
  shippingMethodCode: text('shipping_type', 'How it is shipped.'),
  carrierName: text('logistics_company', 'The carrier.'),
  trackingNumber: lineTrackingNumber,
  isDropshipped: bool('is_daixiao', 'Whether a supplier ships it on the seller’s behalf.'),
  isWww: bool('is_www', 'Whether it is a www order.'),
  ticketOuterId: text('ticket_outer_id', 'The outside id of a ticket’s validity.'),
  ticketExpiryKey: text('ticket_expdate_key', 'The key of a ticket’s validity.'),
  campaignStatusCode: text('zhengji_status', 'A presale that needs enough buyers: 1 open, 2 succeeded, 3 failed.'),
  freeQualification: text('md_qualification', 'Whether it is free of charge, and why.'),
  freeAmount: text('md_fee', 'What is free of charge; unit undocumented, as sent.'),
  customizationText: text('customization', 'What was made to order, JSON as sent.', personal('TEXT')),
  customization: leaf(JSON_TEXT, 'customization', 'The same, parsed.', personal('TEXT')),
  comboId: id('combo_id', 'The set it was bought in.'),
  attributesText: text('order_attr', 'Extended attributes, JSON as sent.', personal('TEXT')),
  attributes: leaf(JSON_TEXT, 'order_attr', 'The same, parsed.', personal('TEXT')),
  assemblyRelation: text('assembly_rela', 'What it is assembled with.'),
  assemblyPrice: text('assembly_price', 'Price of assembling; unit undocumented, as sent.'),
  assemblyItem: text('assembly_item', 'Items it is assembled of.'),
  huabeiInstalments: int('fqg_num', 'Huabei instalments.'),
  isHuabeiFeePaidBySeller: bool('is_fqg_s_fee', 'Whether the seller pays the fee of instalments.'),
  set: part('', LineSet, 'Presents and sets.'),
  promises: part('', LinePromises, 'By when it is to be shipped and delivered.'),
  subsidy: part('', LineSubsidy, 'The government’s subsidy.'),
  addressChangeCode: text('modify_address', 'When the buyer changed the address: 1 after payment, 2 before.'),
  addressChangedAt: time('ti_modify_address_time', 'When that was.'),
  tariff: yuan('s_tariff_fee', 'Duties on the line, in yuan.'),
  creditBuyCode: text('credit_buy', 'A purchase on credit: 1, 2 or 3, the stage.'),
  taobaoCoins: fen('propoint', 'Paid with Taobao coins; sent in fen.'),
  specialRefundCode: text('special_refund_type', 'Kind of a special refund, such as of a protected price.'),
  distributionCode: text(
    'distribute_status',
    'Whether a supplier has it to ship: distribute it does, cancel no more; empty: none ever did.',
  ),
  fulfillmentTypeCode: text('trade_fulfillment_type', 'Taobao’s own code of how it is fulfilled.'),
  idleCode: text('is_idle', '1: it was bought on Xianyu.'),
  distributorCode: text('b2b_daixiao', 'Whether a supplier of 1688 ships it on the seller’s behalf, as sent.'),
  shippingInfos: parts('ship_info[ship_info]', ShipInfo, 'How it was shipped.'),
  storeProductCode: text('nr_outer_iid', 'New retail: the merchant’s code of the product.'),
  tax: part('', LineTax, 'Tmall Global: tax.'),
  appointment: part('', Appointment, 'The service booked with it.'),
  fulfilment: part('', Fulfilment, 'How it is fulfilled.'),
  carFinance: part('', CarFinance, 'The car bought by instalments.'),
});

export const ServiceOrder = platformType(
  'TaobaoServiceOrder',
  'A service sold with a trade; it is no goods, so it stands apart from Order.items.',
  {
    id: computed(['oid_str', 'oid'], ([twin, number]) => exactId(twin, number), ID_TEXT, 'Its number.'),
    idText: id('oid_str', 'Its number in its string form, as sent.'),
    itemId: id('item_oid', 'The line it serves: ProductItem.itemId.'),
    serviceId: id('service_id', 'The service.'),
    detailUrl: text('service_detail_url', 'The service’s page.'),
    title: text('title', 'Name of the goods served.'),
    quantity: decimal('num', 'How many.'),
    price: yuan('price', 'Price of one, in yuan.'),
    payment: yuan('payment', 'Paid, in yuan.'),
    totalFee: yuan('total_fee', 'Total, in yuan.'),
    refundId: id('refund_id', 'Its last refund.'),
    buyerNick: text('buyer_nick', 'The buyer’s nick.', personal('ACCOUNT')),
    sellerNick: text('seller_nick', 'The seller’s nick.', personal('ACCOUNT')),
    imageUrl: text('pic_path', 'Picture.'),
    homeServiceCode: text('tmser_spu_code', 'Kind of home-improvement logistics.'),
    providerCode: text('service_outer_id', 'The provider’s own code of it.'),
    typeCode: text('service_order_type', 'How it is sold: 1 below goods, 2 beside them, 3 by itself.'),
    relationId: text('ext_service_biz_id', 'What ties it to the goods.'),
    appleCareEmail: text('apple_care_email', 'AppleCare: the e-mail address.', personal('EMAIL')),
    appleCarePartNumber: text('apple_care_mpn', 'AppleCare: the part number.'),
    commission: fen('comm_amount_unit', 'Its commission; sent in fen.'),
    appointment: part('', Appointment, 'When and where it is booked.'),
  },
);
