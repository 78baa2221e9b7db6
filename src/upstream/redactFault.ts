// Keeps a gateway's secrets out of what callers and logs are told: some gateways repeat a bad token or the text they signed.

import { Fault, type FaultDetails } from '../common/fault.js';

/** The same fault with its words redacted. */
export function redactFault(fault: Fault, redact: (text: string) => string): Fault {
  const details = Object.entries(fault.details).map(([name, value]) => [
    name,
    typeof value === 'string' ? redact(value) : value,
  ]);
  return new Fault(fault.code, redact(fault.message), Object.fromEntries(details) as FaultDetails);
}
