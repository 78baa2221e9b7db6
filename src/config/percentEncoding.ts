// Percent-encoded parts of addresses.

export function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** What a text stands for; the text itself where it is not encoded. */
export const decoded = (text: string): string => (isDecodable(text) ? decodeURIComponent(text) : text);
