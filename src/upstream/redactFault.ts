// Keeps a gateway's secrets out of what callers and logs are told: some gateways repeat a bad token or the text they signed.

import { Fault, type FaultDetails } from '../common/fault.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import { createRedactor, secretsOf } from '../config/secrets.js';

/** The same fault with every secret of the settings blotted out of its words. */
export function hideSecrets(fault: Fault, settings: GatewaySettings): Fault {
  const hide = createRedactor(secretsOf(settings));
  const details = Object.entries(fault.details).map(([name, value]) => [
    name,
    typeof value === 'string' ? hide(value) : value,
  ]);
  return new Fault(fault.code, hide(fault.message), Object.fromEntries(details) as FaultDetails);
}
