// How Alibaba's platforms write encrypted personal data; gateways of one pass on orders of another.

/** Base64 far longer than any name. */
const LONG_BASE64 = /^[\w+/-]{64,}={0,2}$/;

/** What stands between the separators of ciphertext, and what of it is the ciphertext itself. */
const PART = /^[\w+/=:-]*$/;
const ENCRYPTED_PART = /^(?=\d*[A-Za-z])[\w+/-]{12,}={0,2}$/;

/** ~…~1~ and $138$…$1$, as TOP writes them. Plain words between such signs are no ciphertext. */
function isSeparated(text: string): boolean {
  const separator = text.charAt(0);
  if ((separator !== '~' && separator !== '$') || !text.endsWith(separator)) return false;
  const parts = text.slice(1, -1).split(separator);
  return parts.length > 1 && parts.every((part) => PART.test(part)) && parts.some((part) => ENCRYPTED_PART.test(part));
}

/** Whether a text is ciphertext. */
export function isCiphertext(text: string): boolean {
  const trimmed = text.trim();
  return LONG_BASE64.test(trimmed) || isSeparated(trimmed);
}
