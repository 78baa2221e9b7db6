// The demo shops, one for each gateway, and their settings, as a settings file would hold them.
import { sandboxGateways } from './gateways.js';

interface DemoOptions {
  /** The day from which on orders live, such as 2026-01-31: their lists are read from then on, and messages tell of them. */
  readonly liveSince?: string;
}

/** With every gateway at the sandbox's address. */
export const demoShops = (sandboxUrl: string, { liveSince }: DemoOptions = {}) =>
  sandboxGateways.map(({ type, path, shop, account, authorization, messageForm }) => ({
    ...shop,
    ...(liveSince === undefined ? {} : { sync: { since: liveSince, push: messageForm !== undefined } }),
    gateways: [
      { type, url: `${sandboxUrl}${path}`, ...account, ...addressesAt(sandboxUrl, authorization?.addresses) },
    ] as const,
  }));

const addressesAt = (sandboxUrl: string, paths: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(paths).map(([setting, path]) => [setting, `${sandboxUrl}${path}`]));

/** What a fresh checkout serves. */
export const demoSettings = (sandboxUrl: string, options: DemoOptions = {}) => ({
  shops: demoShops(sandboxUrl, options),
  dashboard: { pictureHosts: [new URL(sandboxUrl).host] },
});
