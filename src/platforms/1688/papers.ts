// The papers of a 1688 order: invoice and customs declaration.
import { CURRENCY, type ReadContext, YUAN } from '../../mapping/codec.js';
import { absent, computed, type Fields, group, list, unknown } from '../../mapping/fieldTypes.js';
import { exactId } from '../../mapping/ids.js';
import { code, decimal, id, text, time } from '../../mapping/leaves.js';
import { toDecimal, toMoney } from '../../mapping/money.js';
import type { CustomsDeclaration } from '../../order/customs.js';
import type { Invoice } from '../../order/invoice.js';
import type { Money } from '../../order/money.js';
import { INVOICE_TYPE } from './codes.js';

/** The papers name their order by a number that some gateways round; the order itself knows better. */
const ownOrderId = computed(['/baseInfo.idOfStr', 'orderId'], ([twin, number]) =>
  number ? exactId(twin, number) : null,
);

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

/** A declaration names its own currency. */
function declaredValue([amount, currency]: readonly unknown[], reading: ReadContext): Money | null {
  const value = toDecimal(amount);
  return value ? toMoney(value, CURRENCY.decode(currency, reading) ?? reading.currency) : null;
}

export const customs: Fields<CustomsDeclaration> = {
  id: id('id'),
  orderId: ownOrderId,
  buyerId: id('buyerId'),
  typeCode: text('type'),
  createdAt: time('gmtCreate'),
  modifiedAt: time('gmtModified'),
  lines: list('attributes', {
    sku: text('sku'),
    chineseName: text('cName'),
    englishName: text('enName'),
    value: computed(['amount', 'currency'], declaredValue, YUAN),
    currency: text('currency'),
    quantity: decimal('quantity'),
    weightKg: decimal('weight'),
  }),
};
