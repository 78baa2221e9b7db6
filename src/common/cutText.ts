// How much of others' words goes on: enough to name what happened.

/** What a gateway may say in words, in characters. */
export const LONGEST_WORDS = 300;

/** Stands for what was cut off. */
export const ELLIPSIS = '…';

/** A text of so many characters at most, none of them half of one. */
export const cutText = (text: string, longest = LONGEST_WORDS): string =>
  text.length <= longest ? text : text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '') + ELLIPSIS;
