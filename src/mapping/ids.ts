// Ids that come in two forms, of which a gateway may have rounded one.
import { type ReadContext, toText } from './codec.js';

/** The twin in string form where both name one number, as far as a rounded number can; else the number as sent. */
export function exactId(twin: unknown, number: unknown): string | null {
  const exact = toText(twin)?.trim();
  const digits = toText(number)?.trim();
  return (exact && (!digits || Number(exact) === Number(digits)) ? exact : digits) || null;
}

/** A line without any id still needs a name of its own: its place. */
export function namedByPlace(reading: ReadContext): string {
  reading.warn('has no id; named by its place');
  return `#${reading.place}`;
}
