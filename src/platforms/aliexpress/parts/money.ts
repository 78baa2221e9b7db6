// Amounts as AliExpress writes them, with all their parts.
import { decimal, int, text, time } from '../../../mapping/leaves.js';
import { part, platformType } from '../../../mapping/platformType.js';
import { money, moneyOrNumber } from '../codecs.js';

const Currency = platformType('AliExpressCurrency', 'A currency as AliExpress describes it.', {
  displayName: text('display_name', 'Its English name, such as US Dollar.'),
  symbol: text('symbol', 'Its sign, such as $.'),
  currencyCode: text('currency_code', 'ISO 4217 code, as sent.'),
  numericCode: text('numeric_code', 'ISO 4217 number, such as 840.'),
  fractionDigits: int('default_fraction_digits', 'How many digits its smallest unit has: 2 for USD, 0 for JPY.'),
});

export const AliExpressMoney = platformType(
  'AliExpressMoney',
  'An amount with all its parts as sent; the unified model has it as Money.',
  {
    cent: decimal('cent', 'The amount in the currency’s smallest unit (cents, kopecks, yen).'),
    centFactor: decimal('cent_factor', 'How many smallest units make one main unit: 100 for USD, 1 for JPY.'),
    amount: decimal('amount', 'The amount in main units (dollars).'),
    amountText: text('amount_str', 'The same as text; AliExpress tells not to use it any more.'),
    currencyCode: text('currency_code', 'ISO 4217 code, as sent.'),
    currency: part('currency', Currency, 'The currency described.'),
  },
);

export const AliExpressRefund = platformType('AliExpressRefund', 'The amounts of a refund, with all their parts.', {
  cash: part('refund_cash_amt', AliExpressMoney, 'Refund.amount as sent: given back in cash, coupons not included.'),
  coupon: part('refund_coupon_amt', AliExpressMoney, 'Refund.couponAmount as sent: given back in coupons.'),
});

export const AliExpressLoan = platformType(
  'AliExpressLoan',
  'What AliExpress has released to the seller: it holds the buyer’s money until then.',
  {
    amount: { ...money('loan_amount'), description: 'The amount released to the seller.' },
    amountParts: part('loan_amount', AliExpressMoney, 'The same as sent, with all its parts.'),
    releasedAt: time('loan_time', 'When it was released.'),
  },
);

/** The amounts of an order that AliExpress describes one beside the other. */
export const AMOUNTS = {
  newSellerOrderAmount: part(
    'new_seller_order_amount',
    AliExpressMoney,
    'The amount as the seller’s back office shows it, as sent. OrderTotals.total is the first that is there of this, newOrderAmount and orderAmount.',
  ),
  newOrderAmount: part(
    'new_order_amount',
    AliExpressMoney,
    'The amount with changes of price and the fee of payment on delivery, as sent.',
  ),
  sellerOrderAmount: part('seller_order_amount', AliExpressMoney, 'The amount without tax, as sent.'),
  actualFee: part('actual_fee', AliExpressMoney, 'The amount as the buyer sees it, as sent.'),
  paymentAmount: part('payment_amount', AliExpressMoney, 'What was paid, as sent.'),
  promotionFee: part(
    'promotion_fee',
    AliExpressMoney,
    'OrderTotals.discount as sent: the shop’s discount. Its sign is not documented.',
  ),
  adjustFee: part(
    'adjust_fee',
    AliExpressMoney,
    'OrderTotals.adjustment as sent: a change of price by hand. Its sign is not documented.',
  ),
  includedTax: part('include_tax_fee', AliExpressMoney, 'OrderTotals.tax as sent: the tax that prices include (VAT).'),
  retailSalesTax: part(
    'retail_sales_tax',
    AliExpressMoney,
    'Retail sales tax as sent: OrderTotals.tax where no tax is included.',
  ),
  sellerFreight: moneyOrNumber(
    'original_template_setting_fee',
    'The freight that the seller’s own template sets. Form undocumented: an amount, or a number in the order’s currency.',
  ),
};
