// The gateway's values as the answer has them, written as plainly as one would who knows this gateway alone.

const STATUSES = { cancel: 'CANCELLED', success: 'COMPLETED', waitsellersend: 'AWAITING_SHIPMENT' };

export const statusOf = (code) => STATUSES[code] ?? 'UNKNOWN';

export const money = (yuan) =>
  yuan === undefined
    ? null
    : { amount: yuan.toFixed(2), currencyCode: 'CNY', minorUnits: String(Math.round(yuan * 100)) };

/** yyyyMMddHHmmssSSSZ, always of Beijing. */
export function time(text) {
  if (text === undefined) return null;
  const [, year, month, day, hour, minute, second, fraction] = /(....)(..)(..)(..)(..)(..)(...)/.exec(text);
  return new Date(Date.UTC(year, month - 1, day, hour - 8, minute, second, fraction)).toISOString();
}
