// How long wire values may be. Patterns and conversions take their time over long ones, so none is looked at that is longer.

/** No id, number, amount or time of an order has more characters. */
export const LONGEST_VALUE = 64;

/** No text of an order has more. */
export const LONGEST_TEXT = 64 * 1024;

/** No order has so much that cannot be read; the rest is counted out by the last warning. */
export const MAX_WARNINGS = 1_000;
