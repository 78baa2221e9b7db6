// An amount of the documentation's order: all are in dollars.

import type { Document } from '../../document.js';
import { asText, CURRENCIES, moneyOf } from '../money.js';

/** The documentation writes an amount with cents or, as 100, without: it does not follow from the cents. */
export const money = (cent: number, amount: string): Document => ({ ...moneyOf(cent, CURRENCIES.USD), amount });

/** The documentation calls every number in a child order's refund a string. */
export const textMoney = (cent: number, amount: string): Document => asText(money(cent, amount));
