// Taobao: selling through stores and guides, staged home-improvement trades, retail.

import { leaf } from '../../../mapping/fieldTypes.js';
import { fen, id, text } from '../../../mapping/leaves.js';
import { part, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';
import { JSON_TEXT, pairs } from '../codecs.js';

const Service = platformType('TaobaoO2oService', 'Where a service in the home takes place.', {
  name: text('o2o_service_name', 'Who receives it.', personal('NAME')),
  mobile: text('o2o_service_mobile', 'Mobile telephone.', personal('PHONE')),
  province: text('o2o_service_state', 'Province.'),
  city: text('o2o_service_city', 'City.'),
  district: text('o2o_service_district', 'District.', personal('ADDRESS')),
  town: text('o2o_service_town', 'Town or street office.', personal('ADDRESS')),
  address: text('o2o_service_address', 'Street address.', personal('ADDRESS')),
});

export const O2o = platformType('TaobaoO2o', 'Selling through stores and guides.', {
  typeCode: text('o2o', 'crm: sold by a shopping guide.'),
  guideId: id('o2o_guide_id', 'The guide.', personal('ACCOUNT')),
  guideName: text('o2o_guide_name', 'The guide’s name.', personal('NAME')),
  storeId: id('o2o_shop_id', 'The guide’s store.'),
  storeName: text('o2o_shop_name', 'The store’s name.'),
  deliveryCode: text('o2o_delivery', 'inshop picked up in the store, online shipped.'),
  outTradeId: id('o2o_out_trade_id', 'The outside order’s number.'),
  snatchStatusCode: text(
    'o2o_snatch_status',
    'Stores taking the trade: 0 waiting, 1 open, 2 taken, 3 shipped, -1 timed out, -2 failed, -3 no match, -4 given up, -5 refunded, -9 deleted.',
  ),
  remainderTradeId: id('o2o_step_order_id', 'The trade that pays the remainder of this deposit.'),
  depositTradeId: id('o2o_et_order_id', 'The trade that paid the deposit of this one.'),
  voucher: fen('o2o_voucher_price', 'What the deposit is worth here; sent in fen.'),
  stageText: text(
    'o2o_step_trade_detail',
    'Stages as sent: how many, which, fen, paid or nopaid. Read in Order.stages.',
  ),
  stageDetailText: text('o2o_step_trade_detail_new', 'Stages in the newer form, as sent.', personal('TEXT')),
  stageDetails: leaf(
    pairs(',', ':'),
    'o2o_step_trade_detail_new',
    'The same as pairs; fee is in fen.',
    personal('TEXT'),
  ),
  receipt: text('o2o_xiaopiao', 'Till receipt.', personal('TEXT')),
  contract: text('o2o_contract', 'Contract.', personal('TEXT')),
  service: part('', Service, 'Where a service in the home takes place.'),
});

export const Retail = platformType('TaobaoRetail', 'New retail: stores that ship, and all-channel trades.', {
  storeCode: text('retail_store_code', 'The store.'),
  outOrderId: id('retail_out_order_id', 'The outside order’s number.'),
  isOffline: text('nr_offline', 'Sold offline: 1.'),
  omnichannelText: text('omnichannel_param', 'All-channel fields as sent.', personal('TEXT')),
  omnichannel: leaf(
    pairs(',', ':'),
    'omnichannel_param',
    'The same as pairs: orderState, targetType …',
    personal('TEXT'),
  ),
  flagsText: text('omni_attr', 'Xingpan flags, JSON as sent.', personal('TEXT')),
  flags: leaf(JSON_TEXT, 'omni_attr', 'The same, parsed.', personal('TEXT')),
  fieldsText: text('omni_param', 'Xingpan fields, JSON as sent.', personal('TEXT')),
  fields: leaf(JSON_TEXT, 'omni_param', 'The same, parsed.', personal('TEXT')),
});
