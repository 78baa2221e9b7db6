// The demo shops, one for each gateway, and their settings, as a settings file would hold them.
import { sandboxGateways } from './gateways.js';

/** With every gateway at the sandbox's address. */
export const demoShops = (sandboxUrl: string) =>
  sandboxGateways.map(({ type, path, shop, account }) => ({
    ...shop,
    gateways: [{ type, url: `${sandboxUrl}${path}`, ...account }] as const,
  }));

/** What a fresh checkout serves. */
export const demoSettings = (sandboxUrl: string) => ({
  shops: demoShops(sandboxUrl),
  dashboard: { pictureHosts: [new URL(sandboxUrl).host] },
});
