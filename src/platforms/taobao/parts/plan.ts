// Taobao: trades that are shipped or paid in turns, and changes of what was promised.
import { bool, decimal, id, int, text, time } from '../../../mapping/leaves.js';
import { parts, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';

const DeliveryPlan = platformType('TaobaoDeliveryPlan', 'One delivery of a subscription.', {
  id: id('plan_id', 'Its number.'),
  orderId: id('order_id', 'The trade it belongs to.'),
  number: int('curr_phase', 'Which delivery it is, from 1.'),
  trackingNumber: text('out_logistics_id', 'Tracking number.'),
  prepareFrom: time('prepare_time_begin', 'When its goods begin to be prepared.'),
  shipAt: time('ship_time_begin', 'When it is planned to be shipped.'),
  shippedAt: time('actual_ship_time', 'When it was shipped.'),
  quantity: decimal('goods_num', 'How many goods.'),
  statusCode: text('plan_status', 'Taobao’s own code of where it stands.'),
  refundStatusCode: text('plan_refund_status', 'Taobao’s own code of its refund.'),
  receiverName: text('receiver_name', 'The receiver’s name.', personal('NAME')),
  receiverMobile: text('receiver_mobile', 'The receiver’s mobile telephone.', personal('PHONE')),
  receiverPhone: text('receiver_phone', 'The receiver’s telephone.', personal('PHONE')),
  privatePhone: text('privacy_num', 'A telephone number that stands for the receiver’s.', personal('PHONE')),
  privatePhoneEndsAt: time('privacy_expire_time', 'Until when it does.'),
  country: text('receiver_country', 'Country.'),
  province: text('receiver_state', 'Province.'),
  city: text('receiver_city', 'City.'),
  district: text('receiver_district', 'District.', personal('ADDRESS')),
  town: text('receiver_town', 'Town or street office.', personal('ADDRESS')),
  address: text('receiver_address', 'Street address.', personal('ADDRESS')),
  encryptionReference: text('oaid', 'Reference to decrypt the receiver with.', personal('HANDLE')),
});

const StepPayment = platformType('TaobaoStepPayment', 'One payment of a trade that is paid in stages.', {
  id: id('id', 'Its number.'),
  number: int('step_no', 'Which payment it is.'),
  statusCode: text('pay_status', 'Taobao’s own code of where it stands.'),
  paid: decimal('step_actual_pay_fee', 'What was paid; unit undocumented, as sent.'),
  transactionId: text('step_channel_no', 'Alipay’s number of it.'),
  methodCode: text('step_instrument_code', 'How it was paid.'),
});

const PackedGoods = platformType('TaobaoPackedGoods', 'Goods of a set that were shipped.', {
  typeCode: text('type', '0 plain, 1 combined, 2 a set, 3 a present added later, 4 a step of progress.'),
  partialCode: text('consign_status', '0 all of it was shipped, 1 a part.'),
  quantity: decimal('amount', 'How many.'),
});

const BundleParcel = platformType('TaobaoBundleParcel', 'A parcel with parts of a set that is shipped apart.', {
  itemId: id('sub_order_id', 'The line: ProductItem.itemId.'),
  trackingNumber: text('invoice_no', 'Tracking number.'),
  carrierName: text('logistics_company', 'The carrier.'),
  goods: parts('send_goods_details[send_goods_detail]', PackedGoods, 'What is in it.'),
});

const PartShipping = platformType('TaobaoPartShipping', 'When a part of a set is expected to ship.', {
  componentId: id('comb_id', 'The part’s place in the set.'),
  productId: id('item_id', 'The product.'),
  skuId: id('sku_id', 'The variant.'),
  shipping: text('consign_time', 'When it is expected to ship, as sent.'),
  shownShipping: text('render_consign_time', 'The same as buyers are shown it.'),
});

const ExpectedShipping = platformType('TaobaoExpectedShipping', 'When a trade or a line is expected to ship.', {
  targetId: id('related_id', 'The trade or line.'),
  shipping: text('consign_time', 'When it is expected to ship, as sent.'),
  shownShipping: text('render_consign_time', 'The same as buyers are shown it.'),
  components: parts('combine_item[combine_consign_info]', PartShipping, 'The same of the parts of a set.'),
});

const ShippingChange = platformType('TaobaoShippingChange', 'A change of when something is expected to ship.', {
  targetId: id('related_id', 'The trade or line.'),
  componentId: id('comb_id', 'The part of a set.'),
  productId: id('item_id', 'The part’s product.'),
  skuId: id('sku_id', 'The part’s variant.'),
  shipping: text('consign_time', 'When it ships now, as sent.'),
  earlierShipping: text('origin_consign_time', 'When it shipped before, as sent.'),
  reason: text('modify_reason', 'Why.', personal('TEXT')),
  changedAt: time('modify_time', 'When it was changed.'),
});

export const Plan = platformType('TaobaoPlan', 'How a trade is shipped and paid in turns.', {
  isSubscription: bool('is_cycle_buy', 'Whether it is a subscription.'),
  isPresale: bool('general_new_presell', 'Whether it is a presale.'),
  deliveries: parts('delivery_plan[delivery_plan]', DeliveryPlan, 'The deliveries of a subscription.'),
  payments: parts('step_pay_details[step_pay_detail]', StepPayment, 'The payments of a trade in stages.'),
  bundleParcels: parts(
    'combine_logistics_details[combine_logistics_detail]',
    BundleParcel,
    'Parcels with parts of sets that are shipped apart.',
  ),
  expectedShipping: parts(
    'logistics_consign_info[logistics_consign_info]',
    ExpectedShipping,
    'When its parts are expected to ship.',
  ),
  shippingChanges: parts(
    'logistics_modify_info[logistics_modify_info]',
    ShippingChange,
    'Changes of when something is expected to ship.',
  ),
});
