// Keeps a gateway's secrets out of what callers and logs are told: some gateways repeat a bad token or the text they signed.

import type { GatewaySettings } from '../platforms/settings.js';
import { Fault, type FaultDetails } from '../protocols/fault.js';

/** Settings whose values must never be shown. */
const SECRET = /token|secret|session/i;

/** What is shorter hides nothing, and would blot out half of the words. */
const SHORTEST = 4;

/** The same fault with every secret of the settings blotted out of its words. */
export function hideSecrets(fault: Fault, settings: GatewaySettings): Fault {
  const secrets = Object.entries(settings).flatMap(([name, value]) =>
    SECRET.test(name) && typeof value === 'string' && value.length >= SHORTEST ? [value] : [],
  );
  const hide = (text: string): string => secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '***'), text);
  const details = Object.entries(fault.details).map(([name, value]) => [
    name,
    typeof value === 'string' ? hide(value) : value,
  ]);
  return new Fault(fault.code, hide(fault.message), Object.fromEntries(details) as FaultDetails);
}
