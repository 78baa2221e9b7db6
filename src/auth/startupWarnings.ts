// What an operator should know of the access settings at start.
import type { AuthSettings } from '../config/authSettings.js';

/** One sentence each; they name entries, never values. */
export function startupWarnings(auth: AuthSettings | undefined, sandbox: boolean): readonly string[] {
  if (auth === undefined)
    return [
      sandbox
        ? 'No auth: anyone on this machine may ask the sandbox anything.'
        : 'No auth: only this machine is answered, with orders:read alone, so personal data is masked.',
    ];
  return auth.apiKeys.flatMap(({ key, name }, index) =>
    key === undefined ? [] : warningsOfKey(key, `auth.apiKeys[${index}]${name ? ` (${name})` : ''}`),
  );
}

/** A key is guessed as fast as answers come. */
const SHORTEST_KEY = 16;

function warningsOfKey(key: string, entry: string): readonly string[] {
  const readable = `${entry} stands in the settings as it is; its SHA-256 would do, see npm run key.`;
  if (key.length >= SHORTEST_KEY) return [readable];
  return [
    readable,
    `${entry} has fewer than ${SHORTEST_KEY} characters and can be guessed; npm run key makes a long one.`,
  ];
}
