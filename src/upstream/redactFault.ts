// Keeps a gateway's secrets out of its faults: some gateways repeat a bad token, or the text that was signed.
import { Fault, type FaultDetails } from '../common/fault.js';

/** The same fault with its words redacted; itself where there is nothing to redact. */
export function redactFault(fault: Fault, redact: (text: string) => string): Fault {
  const { code, message, details, origin, cause } = fault;
  const words = [message, ...Object.values(details).filter((value) => typeof value === 'string')];
  if (words.every((text) => redact(text) === text)) return fault;
  const redacted = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' ? redact(value) : value,
  ]);
  // Not caused by the fault itself, whose words and stack hold the secret.
  return new Fault(code, redact(message), Object.fromEntries(redacted) as FaultDetails, { origin, cause });
}
