// Exact amounts: decimals in, decimal strings out, never a float between.
import Big from 'big.js';
import type { Money } from '../order/money.js';
import { LONGEST_VALUE } from './bounds.js';

// The point stands between the digits, so that no digit can belong to either side of it.
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** The exact decimal that a wire value writes, or undefined when it writes none. */
export function toDecimal(value: unknown): Big | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? new Big(value) : undefined;
  if (typeof value !== 'string' || value.length > LONGEST_VALUE) return undefined;
  const text = value.trim();
  return DECIMAL.test(text) ? new Big(text.replace(/^\+/, '')) : undefined;
}

/** A decimal as Big writes it. Most come so, and need no arithmetic. */
const WRITTEN = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** The exact decimal that a wire value writes, in its shortest form; undefined when it writes none. */
export function toWritten(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > LONGEST_VALUE) return undefined;
  return WRITTEN.test(text) ? text : toDecimal(value)?.toFixed();
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

/** An amount in main units; digits are those of the smallest unit, where the gateway sends their number. */
export const toMoney = (main: Big, currencyCode: string, digits: number = digitsOf(currencyCode)): Money =>
  writtenMoney(main.toFixed(), currencyCode, digits);

/** The same of a decimal in its shortest form. */
export function writtenMoney(written: string, currencyCode: string, digits: number = digitsOf(currencyCode)): Money {
  const point = written.indexOf('.');
  const whole = point < 0 ? written : written.slice(0, point);
  const fraction = point < 0 ? '' : written.slice(point + 1);
  const padded = fraction.length < digits ? fraction.padEnd(digits, '0') : fraction;
  // To move the point is exact, and costs less than a product of decimals.
  const units = withoutZeros(whole + padded.slice(0, digits));
  return {
    amount: padded === '' ? whole : `${whole}.${padded}`,
    currencyCode,
    minorUnits: padded.length > digits ? `${units}.${padded.slice(digits)}` : units,
  };
}

const withoutZeros = (units: string): string =>
  units.startsWith('0') || units.startsWith('-0') ? units.replace(/(?<=^-?)0+(?=\d)/, '') : units;

/** Of an exact number of minor units. */
export function moneyOfUnits(units: bigint, currencyCode: string): Money {
  const digits = digitsOf(currencyCode);
  const sign = units < 0n ? '-' : '';
  const written = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  const point = written.length - digits;
  const fraction = digits === 0 ? '' : `.${written.slice(point)}`;
  return { amount: `${sign}${written.slice(0, point)}${fraction}`, currencyCode, minorUnits: String(units) };
}
