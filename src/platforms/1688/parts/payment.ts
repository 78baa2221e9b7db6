// What only 1688 says of a stage of payment, and of invoicing.
import { bool, decimal, id, int, text, time, yuan } from '../../../mapping/leaves.js';
import { platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';

export const Step = platformType('Alibaba1688Step', 'What only 1688 says of a stage of trade 3.0.', {
  id: id('stepOrderId', 'The stage’s id.'),
  number: int('stepNo', 'PaymentStage.number of the same stage.'),
  hasDisbursed: bool('hasDisbursed', 'Whether the money went to the seller.'),
  actualDue: yuan('actualPayFee', 'What is owed with shipping, after discounts and changes of price.'),
  itemDiscount: yuan('itemDiscountFee', 'The stage’s share of item discounts.'),
  unitPrice: yuan('price', 'The stage’s share of the unit price.'),
  quantity: decimal('amount', 'Quantity bought.'),
  createdAt: time('gmtCreate', 'When the stage was created.'),
  modifiedAt: time('gmtModified', 'When it last changed.'),
  sellerActedAt: time('sellerActionTime', 'When the seller acted.'),
  sellerActionName: text('sellerActionName', 'What the seller has to do.'),
  message: text('message', 'What the seller wrote.', personal('TEXT')),
  messagePath: text('messagePath', 'Where the seller’s message is kept.', personal('TEXT')),
  picturePath: text('picturePath', 'Where the seller’s picture is kept.', personal('TEXT')),
  templateId: id('templateId', 'The template it follows.'),
  buyerPayTimeout: int('buyerPayTimeout', 'Seconds the buyer has to pay.'),
  buyerConfirmTimeout: int(
    'buyerConfirmTimeout',
    'How long the buyer has to confirm; unit undocumented, believed seconds as for paying.',
  ),
  needsLogistics: bool('needLogistics', 'Whether goods are shipped.'),
  needsSellerAction: bool('needSellerAction', 'Whether the seller must act and the buyer confirm.'),
  transfersAfterConfirm: bool('transferAfterConfirm', 'Whether the money goes to the seller when the stage ends.'),
  needsSellerCallNext: bool('needSellerCallNext', 'Whether the seller must start the next stage.'),
  isInstantPay: bool('instantPay', 'Whether money may go to the seller at once.'),
});

export const InvoicingSetting = platformType('Alibaba1688InvoicingSetting', 'Whether and what the seller invoices.', {
  statusCode: text('tradeInvoiceStatus', '-1 cannot be invoiced, 0 can be, 1 asked for, 2 issued.'),
  typeCode: text('sellerInvoiceType', '0 ordinary, 1 special (VAT), 2 both.'),
});
