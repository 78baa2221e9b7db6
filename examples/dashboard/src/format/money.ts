// Amounts as people read them. They are decimal strings and stay so: a float would round large ones.
import { groupBy } from './groups.js';

export interface Amount {
  readonly amount: string;
  readonly currencyCode: string;
}

/** "1234.50 CNY" as the language writes it, with all the digits that were sent. */
export function formatMoney({ amount, currencyCode }: Amount, language: string): string {
  const digits = amount.split('.')[1]?.length ?? 0;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  try {
    const format = new Intl.NumberFormat(language, {
      style: 'currency',
      currency: currencyCode,
      currencyDisplay: 'symbol',
      ...fraction,
    });
    return format.format(amount as Intl.StringNumericLiteral);
  } catch {
    return `${amount} ${currencyCode}`; // a code that is none
  }
}

/** The exact sum of decimal strings. */
export function sum(amounts: readonly string[]): string {
  const scale = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  const total = amounts.reduce((before, amount) => before + scaled(amount, scale), 0n);
  const digits = String(total < 0n ? -total : total).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${total < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${digits.slice(-scale)}`}`;
}

/** Which of two decimal strings is larger, in the way of Array.sort. */
export function compare(one: string, other: string): number {
  const difference = sum([one, other.startsWith('-') ? other.slice(1) : `-${other}`]);
  return difference.startsWith('-') ? -1 : /[1-9]/.test(difference) ? 1 : 0;
}

function scaled(amount: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(`${whole}${fraction.padEnd(scale, '0')}`);
}

/** One sum for each currency: different currencies are never added up. */
export function totalsOf(amounts: readonly Amount[]): readonly Amount[] {
  const byCurrency = groupBy(amounts, ({ currencyCode }) => currencyCode);
  return [...byCurrency]
    .map(([currencyCode, group]) => ({ currencyCode, amount: sum(group.map(({ amount }) => amount)) }))
    .sort((one, other) => (one.currencyCode < other.currencyCode ? -1 : 1));
}
