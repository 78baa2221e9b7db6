// The demo shops, one for each gateway, and their settings, as a settings file would hold them.
import { sandboxGateways } from './gateways.js';

/** With every gateway at the sandbox's address. */
export const demoShops = (sandboxUrl: string) =>
  sandboxGateways.map(({ type, path, shop, account, authorization }) => ({
    ...shop,
    gateways: [
      { type, url: `${sandboxUrl}${path}`, ...account, ...addressesAt(sandboxUrl, authorization?.addresses) },
    ] as const,
  }));

const addressesAt = (sandboxUrl: string, paths: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(paths).map(([setting, path]) => [setting, `${sandboxUrl}${path}`]));

/** What a fresh checkout serves. */
export const demoSettings = (sandboxUrl: string) => ({
  shops: demoShops(sandboxUrl),
  dashboard: { pictureHosts: [new URL(sandboxUrl).host] },
});
