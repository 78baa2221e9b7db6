// What an operator should know of the access settings at start.
import type { AuthSettings } from '../config/settings.js';

/** One sentence each; they name entries, never values. */
export function startupWarnings(auth: AuthSettings | undefined, sandbox: boolean): readonly string[] {
  if (auth === undefined)
    return [
      sandbox
        ? 'No auth: anyone on this machine may ask the sandbox anything.'
        : 'No auth: only this machine is answered, with orders:read alone, so personal data is masked.',
    ];
  return auth.apiKeys.flatMap(({ key, name }, index) =>
    key === undefined
      ? []
      : [
          `auth.apiKeys[${index}]${name ? ` (${name})` : ''} stands in the settings as it is; ` +
            'its SHA-256 would do, see npm run key.',
        ],
  );
}
