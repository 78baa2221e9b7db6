// Exact amounts: decimals in, decimal strings out, never a float between.
import Big from 'big.js';
import type { Money } from '../order/money.js';

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** The exact decimal that a wire value writes, or undefined when it writes none. */
export function toDecimal(value: unknown): Big | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? new Big(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return DECIMAL.test(text) ? new Big(text.replace(/^\+/, '')) : undefined;
}

const fractionDigits = new Map<string, number>();

/** How many digits a currency's smallest unit has: 2 for CNY, 0 for JPY, 3 for KWD; 2 for one nobody knows. */
function digitsOf(currency: string): number {
  let digits = fractionDigits.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    fractionDigits.set(currency, digits);
  }
  return digits;
}

/** An amount given in main units; digits says how many the smallest unit has, where the gateway says it itself. */
export function toMoney(main: Big, currencyCode: string, digits: number = digitsOf(currencyCode)): Money {
  const written = main.toFixed();
  const point = written.indexOf('.');
  const scale = point < 0 ? 0 : written.length - point - 1;
  return {
    amount: scale < digits ? main.toFixed(digits) : written,
    currencyCode,
    minorUnits: main.times(new Big(10).pow(digits)).toFixed(),
  };
}
