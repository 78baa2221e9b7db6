// What an address of PostgreSQL says: whether it is one, the secrets in it, and how it leads beyond this machine.
import { isLoopback } from './address.js';
import { decoded, isDecodable } from './percentEncoding.js';

/** Whether a text is one. Names, passwords and the folder of a socket may hold anything that is percent-encoded. */
export function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const { protocol, port, pathname, username, password } = new URL(text);
  const isPostgres = protocol === 'postgres:' || protocol === 'postgresql:';
  return isPostgres && port !== '0' && isDecodable(username + password + pathname);
}

/** The address as a whole, and every password in it, encoded and not: none may stand in a log. */
export function databaseSecrets(url: string): readonly string[] {
  if (!URL.canParse(url)) return [url];
  const { password, searchParams } = new URL(url);
  const options = [...searchParams].flatMap(([name, value]) => (/password/i.test(name) ? [value] : []));
  return [url, password, decoded(password), ...options].filter(Boolean);
}

/** What encrypts the way to a database; other values of sslmode go on without it. */
const ENCRYPTED = /^(require|verify-ca|verify-full|no-verify)$/;

/** One sentence each on what others could do; they name variables, never values. */
export function databaseWarnings(url: string): readonly string[] {
  if (!URL.canParse(url)) return [];
  const { hostname, searchParams } = new URL(url);
  const host = hostname || searchParams.get('host') || 'localhost';
  const isLocal = isLoopback(host) || decoded(host).startsWith('/');
  const isEncrypted = ENCRYPTED.test(searchParams.get('sslmode') ?? '') || searchParams.get('ssl') === 'true';
  return isLocal || isEncrypted ? [] : ['DATABASE_URL leads beyond this machine without TLS: sslmode=require has it.'];
}
