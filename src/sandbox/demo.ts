// The demo shops, one for each gateway, as a settings file would hold them.
import { sandboxGateways } from './gateways.js';

/** What a fresh checkout serves, with every gateway at the sandbox's address. */
export const demoShops = (sandboxUrl: string) =>
  sandboxGateways.map(({ type, path, shop, account }) => ({
    ...shop,
    gateways: [{ type, url: `${sandboxUrl}${path}`, ...account }] as const,
  }));
