// Addresses as settings name them: which are URLs, and which lead no further than this machine.
import { BlockList, isIP, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether a host name or IP address, in brackets or not, is this machine's own. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (bare === 'localhost') return true;
  const version = isIP(bare);
  return version !== 0 && loopback.check(bare, version === 6 ? 'ipv6' : 'ipv4');
}

/** Whether a text means a URL rather than a path. */
export const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);

/** Whether its name or address can be one; whether it is known, or this machine's, turns out when it is listened on. */
export const isHost = (text: string): boolean => (text.includes(':') ? isIPv6(text) : /^[A-Za-z0-9._-]+$/.test(text));
