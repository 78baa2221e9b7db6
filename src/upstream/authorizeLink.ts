// Keeps links of gateways to where they are known to lead: whoever can change a reply, or has a gateway repeat words of
// theirs, could send a shop's owner anywhere to sign in.
import { Fault } from '../common/fault.js';
import type { GatewayDefinition } from '../platforms/gateway.js';
import type { UpstreamLog } from './state/outageLog.js';

type LinkingGateway = Pick<GatewayDefinition, 'type' | 'authorizeHosts'>;

/** The same fault without a link that leads elsewhere than the gateway's row says; itself where there is none. */
export function withKnownLink(fault: Fault, { type, authorizeHosts = [] }: LinkingGateway, log: UpstreamLog): Fault {
  const { code, message, details, origin, cause } = fault;
  const { authorizeUrl, ...others } = details;
  if (authorizeUrl === undefined) return fault;
  const host = hostOf(authorizeUrl);
  if (authorizeHosts.some((known) => host === known || host?.endsWith(`.${known}`))) return fault;
  log.warn(
    { gateway: type, host },
    'a link to authorize a shop leads to a host that is not the gateway’s, and is left out',
  );
  return new Fault(code, message, others, { origin, cause });
}

/** Undefined for what leads to no host, or names a user before it. */
function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, username, password } = new URL(url);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? hostname : undefined;
}
