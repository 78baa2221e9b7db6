// How a gateway writes the document's names. Names are spelled forward, from the reference spelling, never back:
// productID → product_i_d is a function and its reverse is not.

/** A way to write a name of the reference spelling, such as productID. */
export type Spelling = (name: string) => string;

/** productID → productID: as the platform's own documentation writes it. */
export const reference: Spelling = (name) => name;

/** productID → product_id: an underscore between words. */
export const snakeCase: Spelling = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** productID → product_i_d: an underscore before every capital. */
export const snakeLetters: Spelling = (name) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** productID → productId: the snake spelling's words run together. */
export const camelWords: Spelling = (name) =>
  snakeCase(name).replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
