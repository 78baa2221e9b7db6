// What only AliExpress documents: a field's name, type, wire path and meaning on one line.
import { bool, decimal, id, text } from '../../mapping/leaves.js';
import { part, platformType } from '../../mapping/platformType.js';
import { personal } from '../../order/personal.js';
import { items, products } from './parts/item.js';
import { AliExpressLoan, AliExpressMoney, AliExpressRefund, AMOUNTS } from './parts/money.js';
import { messages, receiptAddress } from './parts/parties.js';
import { events, shipments } from './parts/progress.js';
import { TERMS } from './parts/terms.js';

export const AliExpressOrder = platformType('AliExpressOrder', 'What AliExpress documents beyond the unified model.', {
  numericId: id('id', 'The order’s id as the document has it: Order.orderId.'),
  isMobileOrder: bool('is_phone', 'Whether it was placed on a mobile telephone.'),
  isCashOnDelivery: bool('cod', 'Whether it is paid on delivery.'),
  frozenStatusCode: text('frozen_status', 'Whether AliExpress has frozen it: NO_FROZEN, IN_FROZEN.'),
  issueStatusCode: text('issue_status', 'Whether it is disputed: NO_ISSUE, IN_ISSUE, END_ISSUE.'),
  loanStatusCode: text(
    'loan_status',
    'Release of the money to the seller: loan_none none, wait_loan awaited, loan_ok done.',
  ),
  buyerLoginId: text(
    'buyerloginid',
    'The buyer’s sign-in name; Party.loginId prefers the one in the buyer’s details.',
    personal('ACCOUNT'),
  ),
  buyerFirstName: text('buyer_info.first_name', 'The buyer’s first name.', personal('NAME')),
  buyerLastName: text('buyer_info.last_name', 'The buyer’s last name.', personal('NAME')),
  buyerFullName: text(
    'buyer_signer_fullname',
    'The buyer’s full name; Party.name prefers first and last name.',
    personal('NAME'),
  ),
  receiptAddress,
  orderAmount: part('order_amount', AliExpressMoney, 'The amount when it was placed, as sent.'),
  ...AMOUNTS,
  productAmount: part('init_oder_amount', AliExpressMoney, 'OrderTotals.items as sent: all products together.'),
  logisticsAmount: part('logistics_amount', AliExpressMoney, 'OrderTotals.shipping as sent.'),
  escrowFee: part('escrow_fee', AliExpressMoney, 'OrderTotals.commission as sent: AliExpress’s handling fee.'),
  settlementAmount: decimal(
    'pay_amount_by_settlement_cur',
    'What the buyer paid, in main units of settlementCurrency: Payment.amount.',
  ),
  settlementCurrency: text('settlement_currency', 'The currency that the payment is settled in, ISO 4217, as sent.'),
  loan: part('loan_info', AliExpressLoan, 'What was released to the seller.'),
  refund: part(
    'refund_info',
    AliExpressRefund,
    'The amounts of the order’s refund as sent; Order.refunds tells the rest.',
  ),
  ...TERMS,
  items,
  products,
  shipments,
  messages,
  events,
});
