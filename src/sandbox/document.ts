// What a gateway says of one order, as the sandbox holds it: whole, and with every digit.

export type Value = string | number | bigint | boolean | undefined | readonly Value[] | Document;

/** A member that is undefined is not sent. */
export type Document = { readonly [name: string]: Value };

/** The document without the named members. */
export const without = (document: Document, names: readonly string[]): Document =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)));
