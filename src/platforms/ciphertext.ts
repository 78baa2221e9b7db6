// How Alibaba's platforms write encrypted personal data; gateways of one pass on orders of another.

/** ~…~1~ and $138$…$1$ as TOP writes them, or base64 far longer than any name. */
const CIPHERTEXT = /^(?:([~$]).+\1\d*\1|[\w+/-]{64,}={0,2})$/;

/** Whether a text is ciphertext. */
export const isCiphertext = (text: string): boolean => CIPHERTEXT.test(text.trim());
