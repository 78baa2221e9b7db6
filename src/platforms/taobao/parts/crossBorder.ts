// Taobao: Tmall Global, its taxes, and travellers who pick up in Hong Kong.
import { bool, text, time, yuan } from '../../../mapping/leaves.js';
import { platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';

export const CrossBorder = platformType('TaobaoCrossBorder', 'Tmall Global: how the goods are declared, and taxes.', {
  taxPromotion: yuan('order_tax_promotion_fee', 'The discount that tax is computed after, in yuan.'),
  isPostDeclared: bool('post_gate_declare', 'Whether the goods are declared through the postal gate.'),
  isBondedDeclared: bool('cross_bonded_declare', 'Whether the goods are declared as cross-border bonded.'),
});

export const LineTax = platformType('TaobaoLineTax', 'Tmall Global: tax on a line.', {
  rate: text('sub_order_tax_rate', 'Tax rate, as sent.'),
  taxPromotion: yuan('sub_order_tax_promotion_fee', 'The discount that tax is computed after, in yuan.'),
  isTaxIncluded: bool('tax_free', 'Whether the price includes tax.'),
  taxCouponDiscount: yuan('tax_coupon_discount', 'Tax that is covered, in yuan.'),
});

export const HongKong = platformType('TaobaoHongKong', 'A traveller who picks the goods up in Hong Kong.', {
  chineseName: text('hk_china_name', 'Name in Chinese.', personal('NAME')),
  englishName: text('hk_en_name', 'Name in Latin letters.', personal('NAME')),
  gender: text('hk_gender', 'M male, F female.', personal('TEXT')),
  birthday: text('hk_birthday', 'Date of birth, yyyy-MM-dd.', personal('BIRTHDAY')),
  cardTypeCode: text('hk_card_type', '001 Hong Kong and Macau permit, 002 Taiwan entry permit, 003 passport.'),
  cardNumber: text('hk_card_code', 'Number of that document.', personal('ID_NUMBER')),
  flightNumber: text('hk_flight_no', 'Flight number.', personal('ID_NUMBER')),
  flightAt: time('hk_flight_date', 'When the flight leaves, in Hong Kong time on the wire.'),
  pickup: text('hk_pickup', 'Where the goods are picked up.'),
  pickupId: text('hk_pickup_id', 'Id of that place.'),
});
