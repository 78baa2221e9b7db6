// Keeps what is too much out of a gateway's faults: secrets, as some gateways repeat a bad token or the text that was
// signed, and length, as some answer with a whole order in place of words.
import { cutText, LONGEST_WORDS } from '../common/cutText.js';
import { Fault, type FaultDetails } from '../common/fault.js';

const LONGEST: Readonly<Record<string, number>> = {
  upstreamCode: 64,
  requestId: 128,
  // It carries a state.
  authorizeUrl: 2_000,
};

/** What stands before a gateway's words is ours. */
const LONGEST_MESSAGE = LONGEST_WORDS + 'The gateway refused: '.length;

/** The same fault, its words redacted and cut; itself where there is nothing to redact or cut. */
export function redactFault(fault: Fault, redact: (text: string) => string): Fault {
  const { code, message, details, origin, cause } = fault;
  // Redacted before it is cut: half a secret is not found, and is still half a secret.
  const clean = (text: string, longest: number | undefined): string => cutText(redact(text), longest);
  let isClean = true;
  const cleaned = Object.entries(details).map(([name, value]: [string, unknown]) => {
    const cleanValue = typeof value === 'string' ? clean(value, LONGEST[name]) : value;
    isClean &&= cleanValue === value;
    return [name, cleanValue];
  });
  const cleanMessage = clean(message, LONGEST_MESSAGE);
  if (isClean && cleanMessage === message) return fault;
  // Not caused by the fault itself, whose words and stack hold the secret.
  return new Fault(code, cleanMessage, Object.fromEntries(cleaned) as FaultDetails, { origin, cause });
}
