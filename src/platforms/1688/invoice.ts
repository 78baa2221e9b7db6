// The invoice of a 1688 order.
import { absent, type Fields, group, unknown } from '../../mapping/fieldTypes.js';
import { code, id, text } from '../../mapping/leaves.js';
import type { Invoice } from '../../order/invoice.js';
import { INVOICE_TYPE } from './codes.js';
import { ownOrderId } from './ownOrderId.js';

export const invoice: Fields<Invoice> = {
  id: id('localInvoiceId'),
  orderId: ownOrderId,
  type: code(INVOICE_TYPE, 'invoiceType'),
  typeCode: text('invoiceType'),
  medium: unknown('1688 does not say what an invoice is written on'),
  mediumCode: absent('1688 does not say what an invoice is written on'),
  title: text('invoiceCompanyName'),
  content: absent('1688 does not say what an invoice is for'),
  taxpayerId: text('taxpayerIdentify'),
  registration: group({
    bank: text('registerBank'),
    bankAccount: text('registerAccountId'),
    divisionCode: text('registerCode'),
    division: text('registerCodeText'),
    street: text('registerStreet'),
    phone: text('registerPhone'),
  }),
  receiver: group({
    name: text('receiveName'),
    mobile: text('receiveMobile'),
    phone: text('receivePhone'),
    postalCode: text('receivePost'),
    divisionCode: text('receiveCode'),
    division: text('receiveCodeText'),
    street: text('receiveStreet'),
  }),
};
