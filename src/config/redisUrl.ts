// What an address of Redis says: whether it is one, the secrets in it, and whether documents may travel there.
import { isLoopback } from './address.js';
import { ConfigError } from './configErrors.js';
import { decoded, isDecodable } from './percentEncoding.js';
import type { CacheSettings } from './storageSettings.js';

/** Whether a text is one. A database is named by its number, and a password may hold anything that is percent-encoded. */
export function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, pathname, username, password } = new URL(text);
  const isRedis = protocol === 'redis:' || protocol === 'rediss:';
  return isRedis && hostname !== '' && port !== '0' && /^(\/\d*)?$/.test(pathname) && isDecodable(username + password);
}

/** The address as a whole, and every password in it, encoded and not: none may stand in a log. */
export function redisSecrets(url: string): readonly string[] {
  if (!URL.canParse(url)) return [url];
  const { password, searchParams } = new URL(url);
  const options = [...searchParams].flatMap(([name, value]) => (/password/i.test(name) ? [value] : []));
  return [url, password, decoded(password), ...options];
}

const isRemote = (url: string): boolean => !URL.canParse(url) || !isLoopback(new URL(url).hostname);

/** One sentence each on what others could do; they name settings, never values. */
export function redisWarnings(url: string, { encryptionKey }: CacheSettings): readonly string[] {
  if (!isRemote(url)) return [];
  const [, ...passwords] = redisSecrets(url);
  const warnings: readonly (readonly [applies: boolean, warning: string])[] = [
    [!url.startsWith('rediss:'), 'REDIS_URL leads beyond this machine without TLS: rediss:// has it.'],
    [
      !passwords.some(Boolean),
      'REDIS_URL leads beyond this machine without a password: others may read and write there.',
    ],
    [encryptionKey === undefined, 'REDIS_URL leads beyond this machine, and documents are not encrypted there.'],
  ];
  return warnings.flatMap(([applies, warning]) => (applies ? [warning] : []));
}

/**
 * Makes sure that documents, which hold personal data, are encrypted where others may read them.
 * @throws ConfigError when they are not, and the settings do not say that they need not be.
 */
export function requireEncryptionBeyondLoopback(url: string | undefined, cache: CacheSettings): void {
  if (url === undefined || !isRemote(url) || cache.encryptionKey !== undefined || cache.allowUnencrypted) return;
  throw new ConfigError([
    'cache.encryptionKey: required, as REDIS_URL leads beyond this machine and documents hold personal data. ' +
      'openssl rand -base64 32 prints one; cache.allowUnencrypted: true does without.',
  ]);
}
