// A gateway's settings with stand-ins: for secrets, and for what names the account.
import type { GatewaySettings } from '../config/gatewaySettings.js';
import { isSecret } from '../config/secret.js';
import type { GatewayDefinition, WithUrl } from '../platforms/gateway.js';
import type { StandIns } from './standIns.js';

/** Settings that choose, and name nobody. */
const CHOICES: ReadonlySet<string> = new Set([
  ...['type', 'view', 'interface', 'webSite', 'edition', 'signMethod', 'timeZone'],
]);

/** Where a shop is reached is nobody's business. */
const ADDRESSES: ReadonlySet<string> = new Set(['url', 'authorizeUrl', 'tokenUrl']);

const isTelling = (settings: object, name: string, value: unknown): value is string =>
  typeof value === 'string' && (isSecret(settings, name) || !(CHOICES.has(name) || ADDRESSES.has(name)));

/** Every value of them that may stand in no fixture. */
export const tellingValuesOf = (settings: GatewaySettings): readonly string[] =>
  Object.entries(settings).flatMap(([name, value]) => (isTelling(settings, name, value) ? [value] : []));

/** The same settings with stand-ins, at the platform's public address. */
export function settingsWithStandIns<Settings extends GatewaySettings>(
  settings: Settings,
  { url }: Pick<GatewayDefinition, 'url'>,
  standIns: StandIns,
): WithUrl<Settings> {
  const entries = Object.entries(settings)
    .filter(([name]) => !ADDRESSES.has(name))
    .map(([name, value]) => [name, isTelling(settings, name, value) ? standIns.of(value) : value]);
  return { ...(Object.fromEntries(entries) as Settings), url };
}
