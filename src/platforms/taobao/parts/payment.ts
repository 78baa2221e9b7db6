// Taobao: how a trade is paid beside its price: cards, points, cash on delivery, presale.
import { bool, decimal, fen, id, text, yuan } from '../../../mapping/leaves.js';
import { platformType } from '../../../mapping/platformType.js';

export const PaymentDetails = platformType('TaobaoPaymentDetails', 'How a trade is paid beside its price.', {
  couponFee: decimal('coupon_fee', 'Paid with red packets, as sent; its unit is not documented, believed fen.'),
  paidCoupon: yuan('paid_coupon_fee', 'Red packets given back for buying, in yuan; 0.00 when none.'),
  creditCard: yuan('credit_card_fee', 'Paid by credit card, in yuan.'),
  alipayPoints: fen('alipay_point', 'Paid with Alipay points; sent in fen.'),
  tmallCards: fen('pcc_af', 'Paid with Tmall cards; sent in fen.'),
  points: decimal('point_fee', 'Points used when the trade was made, in points.'),
  realPoints: decimal('real_point_fee', 'Points used after refunds, in points; 0 until the trade ends.'),
  pointsEarned: decimal('buyer_obtain_point_fee', 'Points the buyer earns when the trade succeeds, in points.'),
  platformSubsidy: yuan('platform_subsidy_fee', 'Subsidy of the platform; unit undocumented, believed yuan.'),
  methodCode: text('payment_method', 'How it is paid: wx, alipay, others.'),
  actualShipping: fen('real_post_fee', 'Shipping after refunds of it; sent in fen, where there were any.'),
  refundedShipping: fen('refund_post_fee', 'Shipping that was refunded; sent in fen.'),
  shippingTypeCode: text('post_fee_type', 'giftprepaid: shipping of a present, paid beforehand.'),
  shippingPayerCode: text('gift_post_fee_role', 'Who pays shipping of a present: 0 the giver, 1 the receiver.'),
  platformFunds: fen('platform_gold_subsidy', 'What the platform pays of it; sent in fen.'),
  taxPromotion: fen('cc_tax_promotion_fee', 'Tmall Global: discount that tax is computed after; sent in fen.'),
  taobaoCoins: fen('propoint', 'Paid with Taobao coins; sent in fen.'),
  tmallCoupon: yuan('tmall_coupon_fee', 'Red packets of Tmall, in yuan.'),
  tariff: yuan('m_tariff_fee', 'Duties that the merchant pays, in yuan.'),
  consumerPayment: yuan('ypds_payment', 'What the consumer pays under a subsidy of the platform, in yuan.'),
  recharge: text('recharge_fee', 'Recharge; unit undocumented, as sent.'),
  stillToConfirm: yuan('available_confirm_fee', 'Not yet confirmed by the buyer, in yuan; 0 when the trade succeeded.'),
  includesShipping: bool('has_post_fee', 'Whether stillToConfirm includes shipping.'),
  isPreAuthorized: bool('zero_purchase', 'Whether it is a pre-authorized contract purchase for 0 yuan.'),
});

export const CashOnDelivery = platformType('TaobaoCashOnDelivery', 'Cash on delivery.', {
  statusCode: text('cod_status', 'Where the delivery stands: NEW_CREATED, ACCEPTED_BY_COMPANY, SIGN_IN …'),
  fee: yuan('cod_fee', 'Service fee, in yuan.'),
  buyerFee: yuan('buyer_cod_fee', 'The buyer’s share of it, in yuan.'),
  sellerFee: yuan('seller_cod_fee', 'The seller’s share of it, in yuan; right once shipped.'),
  collected: yuan('express_agency_fee', 'Collected by the carrier, in yuan.'),
});

export const Presale = platformType('TaobaoPresale', 'A trade paid as deposit and remainder.', {
  statusCode: text(
    'step_trade_status',
    'FRONT_NOPAID_FINAL_NOPAID, FRONT_PAID_FINAL_NOPAID, FRONT_PAID_FINAL_PAID, FRONT_PAID_FRONT_FORFEITED (the seller keeps the deposit).',
  ),
  paid: yuan('step_paid_fee', 'Paid so far, in yuan.'),
});

export const ShippingInsurance = platformType('TaobaoShippingInsurance', 'Insurance of return shipping.', {
  isInsured: bool('has_yfx', 'Whether there is one.'),
  id: id('yfx_id', 'Its payment number.'),
  typeCode: text('yfx_type', 'Its kind, such as taojinbi.'),
  fee: yuan('yfx_fee', 'Its price, in yuan.'),
});

export const TaobaoPromotion = platformType('TaobaoPromotion', 'What only Taobao says of a promotion.', {
  id: text('promotion_id', 'Promotion.id of the same promotion.'),
  deduction: yuan('kd_discount_fee', 'What it takes off when the trade is paid, in yuan.'),
  lineDeduction: yuan('kd_child_discount_fee', 'The line’s share of that, in yuan.'),
});
