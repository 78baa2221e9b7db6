// ${NAME} and ${file:/path} inside the settings' strings: secrets stay out of the settings file.
import { readFileSync } from 'node:fs';

/** Environment variables by name, as process.env. */
export type Environment = Readonly<Record<string, string | undefined>>;

const PLACEHOLDER = /\$\{([^}]*)\}/g;

/**
 * Replaces `${NAME}` by an environment variable and `${file:/path}` by a file's text without its last line break. What
 * comes in is not searched again.
 * @param complain told of each placeholder that cannot be replaced; it then counts as empty
 */
export function fillPlaceholders(text: string, environment: Environment, complain: (problem: string) => void): string {
  return text.replace(PLACEHOLDER, (_placeholder, inside: string) => {
    if (inside.startsWith('file:')) return readSecret(inside.slice('file:'.length), complain);
    if (!/^[A-Za-z_]\w*$/.test(inside)) {
      // What stands there may be a secret that happens to look like a placeholder, so it is not repeated.
      complain(`a placeholder must be \${NAME} or \${file:/path}`);
      return '';
    }
    const value = Object.hasOwn(environment, inside) ? environment[inside] : undefined;
    if (value === undefined) complain(`environment variable ${inside} is not set`);
    return value ?? '';
  });
}

function readSecret(path: string, complain: (problem: string) => void): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    complain(`cannot read file ${path} (${errorCode(error)})`);
    return '';
  }
}

/** The system's short word for why a file could not be read, such as ENOENT. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
