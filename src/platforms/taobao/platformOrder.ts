// What only Taobao documents of a trade.
import { leaf } from '../../mapping/fieldTypes.js';
import { bool, decimal, id, text, yuan } from '../../mapping/leaves.js';
import { part, parts, platformType } from '../../mapping/platformType.js';
import { personal } from '../../order/personal.js';
import { COMMA_LIST } from './codecs.js';
import { Agreement } from './parts/agreement.js';
import { Appointment, Eticket } from './parts/appointment.js';
import { CrossBorder, HongKong } from './parts/crossBorder.js';
import { Present } from './parts/gifts.js';
import { Line, ServiceOrder } from './parts/item.js';
import { Delivery, LogisticsTag, WarehouseLine } from './parts/logistics.js';
import { O2o, Retail } from './parts/o2o.js';
import { CashOnDelivery, PaymentDetails, Presale, ShippingInsurance, TaobaoPromotion } from './parts/payment.js';
import { Plan } from './parts/plan.js';
import { TradePromises } from './parts/promises.js';
import { Special } from './parts/special.js';
import { Subsidy } from './parts/subsidy.js';

const Single = platformType('TaobaoSingleItem', 'The product of a trade with one line, as the trade itself says it.', {
  productId: id('num_iid', 'The product.'),
  imageUrl: text('pic_path', 'Picture.'),
  price: yuan('price', 'Price of one, in yuan.'),
  quantity: decimal('num', 'How many; 0 and meaningless where a trade has several lines.'),
  snapshotUrl: text('snapshot_url', 'The product as it was when ordered.'),
});

const Holds = platformType(
  'TaobaoHolds',
  'What holds a trade back; 0 is off. Order.holdReasons names those that are on.',
  {
    top: decimal('top_hold', 'Held by TOP.'),
    teamBuy: decimal('team_buy_hold', 'Held until a Tmall group is complete.'),
    shareGroup: decimal('share_group_hold', 'Held by shared buying.'),
    crossBorder: decimal('ofp_hold', 'Held by Tmall Global.'),
    forbidConsign: decimal('forbid_consign', 'Juhuasuan bought together.'),
    delayDelivery: decimal('delay_create_delivery', 'Juhuasuan group buying.'),
  },
);

const Extension = platformType('TaobaoTradeExtension', 'What a third party keeps on a trade.', {
  beforeEnable: decimal('before_enable_flag', 'Flag before the trade is enabled.'),
  beforeClose: decimal('before_close_flag', 'Flag before it is closed.'),
  beforePay: decimal('before_pay_flag', 'Flag before it is paid.'),
  beforeShip: decimal('before_ship_flag', 'Flag before it is shipped.'),
  beforeConfirm: decimal('before_confirm_flag', 'Flag before it is confirmed.'),
  beforeRate: decimal('before_rate_flag', 'Flag before it is rated.'),
  beforeRefund: decimal('before_refund_flag', 'Flag before it is refunded.'),
  beforeModify: decimal('before_modify_flag', 'Flag before it is changed.'),
  statusCode: decimal('third_party_status', 'The third party’s own status.'),
  data: text('extra_data', 'The third party’s own data.', personal('TEXT')),
  attributes: text('ext_attributes', 'Attributes, as sent.', personal('TEXT')),
});

export const TaobaoTrade = platformType('TaobaoTrade', 'What Taobao documents beyond the unified model.', {
  tidText: id('tid_str', 'The trade’s number in its string form. Use Order.orderId.'),
  acookieId: text('acookie_id', 'The trade’s unique Acookie id.', personal('HANDLE')),
  sourceText: text('trade_from', 'Where it was made, as sent: WAP,JHS.'),
  sources: leaf(COMMA_LIST, 'trade_from', 'The same as a list: WAP, HITAO, TOP, TAOBAO, JHS.'),
  outsideSource: text('trade_source', 'Where it was made outside: ownshop.'),
  serviceTypesText: text('service_type', 'Kinds of service it includes, as sent: timedd,jiaju.'),
  serviceTypes: leaf(COMMA_LIST, 'service_type', 'The same as a list.'),
  topTypeCode: text('toptype', 'TOP’s own kind of trade.'),
  identity: text('identity', 'Mark of a purchase by an enterprise, such as EPP.'),
  attributesText: text('trade_attr', 'Extended attributes, JSON as sent; read in Order.attributes.', personal('TEXT')),
  promotionText: text('promotion', 'Promotions in words.'),
  exceptionText: text('mark_desc', 'What is out of the ordinary; empty otherwise.', personal('TEXT')),
  canBuyerRate: bool('can_rate', 'Whether the buyer can rate now.'),
  canSellerRate: bool('seller_can_rate', 'Whether the seller can rate now.'),
  is3D: bool('is_3D', 'Whether it is a 3D trade.'),
  isDropshipped: bool('is_daixiao', 'Whether a supplier ships any of it on the seller’s behalf.'),
  distributorCode: text('b2b_daixiao', 'Whether a supplier of 1688 ships it on the seller’s behalf, as sent.'),
  isTelecom: bool('is_wt', 'Whether it is an order of a telecom office.'),
  telecomText: text('wtt_param', 'What the telecom office adds, as sent.', personal('TEXT')),
  prescriptionStatusCode: text('rx_audit_status', 'Where the check of a prescription stands.'),
  assembly: text('assembly', 'Assembly mark.'),
  single: part('', Single, 'The product of a trade with one line.'),
  holds: part('', Holds, 'What holds it back.'),
  delivery: part('', Delivery, 'When and how it is shipped.'),
  payment: part('', PaymentDetails, 'How it is paid beside its price.'),
  cashOnDelivery: part('', CashOnDelivery, 'Cash on delivery.'),
  presale: part('', Presale, 'Deposit and remainder.'),
  shippingInsurance: part('', ShippingInsurance, 'Insurance of return shipping.'),
  agreement: part('', Agreement, 'How it is to be carried, and to which address.'),
  promises: part('', TradePromises, 'By when it is to be shipped and delivered.'),
  present: part('', Present, 'Whether it is a present, and to whom.'),
  subsidy: part('', Subsidy, 'The government’s subsidy.'),
  plan: part('', Plan, 'How it is shipped and paid in turns.'),
  special: part('', Special, 'What trades of special kinds add.'),
  crossBorder: part('', CrossBorder, 'Tmall Global.'),
  hongKong: part('', HongKong, 'Pick-up in Hong Kong.'),
  o2o: part('', O2o, 'Stores and guides.'),
  retail: part('', Retail, 'New retail.'),
  appointment: part('', Appointment, 'The service booked with it.'),
  eticket: part('', Eticket, 'E-tickets.'),
  extension: part('trade_ext', Extension, 'What a third party keeps on it.'),
  items: parts('orders[order]', Line, 'What only Taobao says of the lines, in their order.'),
  promotions: parts(
    'promotion_details[promotion_detail]',
    TaobaoPromotion,
    'What only Taobao says of the promotions, in their order.',
  ),
  serviceOrders: parts('service_orders[service_order]', ServiceOrder, 'Services sold with it.'),
  logisticsTags: parts('service_tags[logistics_tag]', LogisticsTag, 'Carrier services.'),
  warehouseLines: parts('logistics_infos[logistics_info]', WarehouseLine, 'How lines ship from warehouses.'),
});
