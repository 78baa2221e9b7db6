// JSON as tests read it: any member of anything, without a type for each answer.

/** Whatever a server answered: an object, a list, a text. Numbers and booleans are compared through expect. */
export type Json = { readonly [name: string]: Json } & readonly Json[] & string;

/** A part of a gateway's document or envelope. */
export type Part = Readonly<Record<string, unknown>>;
