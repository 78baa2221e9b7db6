// Amounts as AliExpress writes them, with all their parts.
import { decimal, int, text, time } from '../../../mapping/leaves.js';
import { part, platformType } from '../../../mapping/platformType.js';
import { money } from '../codecs.js';

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
