// The customs declaration of a 1688 order.
import { CURRENCY, type ReadContext, YUAN } from '../../mapping/codec.js';
import { computed, type Fields, list } from '../../mapping/fieldTypes.js';
import { decimal, id, text, time } from '../../mapping/leaves.js';
import { toDecimal, toMoney } from '../../mapping/money.js';
import type { CustomsDeclaration } from '../../order/customs.js';
import type { Money } from '../../order/money.js';
import { ownOrderId } from './ownOrderId.js';

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
