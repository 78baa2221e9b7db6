// The invoice of a trade.
import { absent, type Fields, unknown } from '../../mapping/fieldTypes.js';
import { code, text } from '../../mapping/leaves.js';
import type { Invoice } from '../../order/invoice.js';
import { INVOICE_MEDIUM } from './codes.js';

export const invoice: Fields<Invoice> = {
  id: absent('Taobao gives the invoice no number'),
  orderId: absent('the invoice is the trade’s'),
  type: unknown('Taobao does not say the tax kind'),
  typeCode: absent('Taobao does not say the tax kind'),
  // taobao.trade.fullinfo.get lists none of these three any more: they are read where they come.
  medium: code(INVOICE_MEDIUM, 'invoice_kind'),
  mediumCode: text('invoice_kind'),
  title: text('invoice_name'),
  content: text('invoice_type'),
  taxpayerId: absent('this API documents no taxpayer number'),
  registration: absent('this API documents no registration'),
  receiver: absent('this API documents no invoice receiver'),
};
