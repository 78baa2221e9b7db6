// Keeps a gateway's secrets out of its faults: some gateways repeat a bad token, or the text that was signed.
import { Fault, type FaultDetails } from '../common/fault.js';

/** The same fault with its words redacted. */
export function redactFault({ code, message, details, origin, cause }: Fault, redact: (text: string) => string): Fault {
  const redacted = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' ? redact(value) : value,
  ]);
  return new Fault(code, redact(message), Object.fromEntries(redacted) as FaultDetails, { origin, cause });
}
