// Amounts as AliExpress writes them: a count of the currency's smallest coin, and a description of the currency.

import type { Document } from '../document.js';

export type Currency = {
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly number: number;
  readonly fractionDigits: number;
};

const currency = (code: string, name: string, symbol: string, number: number, fractionDigits: number): Currency => ({
  code,
  name,
  symbol,
  number,
  fractionDigits,
});

export const CURRENCIES = {
  USD: currency('USD', 'US Dollar', '$', 840, 2),
  RUB: currency('RUB', 'Russian Ruble', 'руб.', 643, 2),
  JPY: currency('JPY', 'Japanese Yen', '¥', 392, 0),
  KWD: currency('KWD', 'Kuwaiti Dinar', 'KD', 414, 3),
} as const satisfies Record<string, Currency>;

/** The amount as a decimal number: 12345 fils are 12.345 dinars. */
export const decimalOf = (cent: number, { fractionDigits }: Currency): string =>
  (cent / 10 ** fractionDigits).toFixed(fractionDigits);

export const moneyOf = (cent: number, { code, name, symbol, number, fractionDigits }: Currency): Document => ({
  cent,
  currency_code: code,
  currency: {
    display_name: name,
    symbol,
    currency_code: code,
    numeric_code: number,
    default_fraction_digits: fractionDigits,
  },
  cent_factor: 10 ** fractionDigits,
  amount: decimalOf(cent, { code, name, symbol, number, fractionDigits }),
});

/** The same amount with every number as a string. */
export const asText = (document: Document): Document =>
  Object.fromEntries(
    Object.entries(document).map(([name, value]) => [
      name,
      typeof value === 'object' ? asText(value as Document) : String(value),
    ]),
  );
