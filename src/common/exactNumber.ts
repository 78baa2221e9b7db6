// Long numbers of JSON, in a form that keeps every digit that was meant.

/** From so many characters on, a JavaScript number may lose some digits. */
export const LONG = 16;

/** No id and no amount is longer, its sign included; a number that would be is left as it is written. */
const LONGEST = 64;

const NUMBER = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;

/**
 * What stands in the place of a long number: an integer as the string of its digits, also where the gateway wrote it with an
 * exponent, and a fraction as the string that was sent. What a float wrote stays a number, which JSON.parse reads as the
 * float that was meant: 6.1500000000000004 is how some programs write 6.15.
 */
export function exactNumber(written: string): string {
  const [, sign = '', whole = '', sent = '', exponent = ''] = NUMBER.exec(written) ?? [];
  if (whole === '' || (sent === '' && exponent === '')) return `"${written}"`;
  const fraction = withoutEndingZeros(sent);
  const places = Number(exponent);
  if (fraction.length > places) {
    const isFloat = isSafe(written) && (exponent !== '' || isOfFloat(written, whole + fraction));
    return isFloat ? written : `"${written}"`;
  }
  if (sign.length + whole.length + places > LONGEST) return written;
  const digits = (whole + fraction.padEnd(places, '0')).replace(/^0+(?=\d)/, '');
  return digits.length < LONG ? written : `"${sign}${digits}"`;
}

/** Whether floats of this size still tell integers apart. */
const isSafe = (written: string): boolean => Math.abs(Number(written)) <= Number.MAX_SAFE_INTEGER;

/** From its end: a pattern would try each run of zeros. */
function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** A decimal of so many digits comes back whole from a float; with so many, every float can be written. */
const DIGITS_OF_DECIMAL = 15;
const DIGITS_OF_FLOAT = 17;
/** What toPrecision can write. */
const MOST_DIGITS = 100;

/** Whether a float wrote these digits: they are its own, or what it takes to tell it from others is far shorter. */
function isOfFloat(written: string, digits: string): boolean {
  const { length } = significant(digits);
  if (length > MOST_DIGITS) return false;
  const float = Math.abs(Number(written));
  const isShort = significant(String(float)).length <= DIGITS_OF_DECIMAL;
  const isWhole = significant(float.toPrecision(length)) === significant(digits);
  return length > DIGITS_OF_FLOAT ? isShort && isWhole : isShort || isWhole;
}

/** The digits that count, without point and exponent. */
const significant = (written: string): string => (written.split('e')[0] ?? '').replace('.', '').replace(/^0+/, '');
