// Which settings are secrets, and how secrets are blotted out of texts.

/** Names of settings, headers and parameters whose values must never be shown. */
const SECRET = /token|secret|session|password|authorization|cookie|^(api|encryption)?key$|^sha256$/i;

/** What is shorter hides nothing, and would blot out half of the words. */
const SHORTEST = 4;

const BLOT = '***';

/** Every secret in settings, however deep. */
export function secretsOf(settings: object): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return secretsOf(value);
    return typeof value === 'string' && SECRET.test(name) ? [value] : [];
  });
}

/** Blots secrets out of a text, also where they stand in it as in an address, a form or a JSON text. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter(({ length }) => length >= SHORTEST)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ '': secret }).toString().slice(1),
      JSON.stringify(secret).slice(1, -1),
    ]);
  // One may be a part of another, and must not leave the rest of it behind.
  const longestFirst = [...new Set(forms)].sort((one, other) => other.length - one.length);
  return (text) => longestFirst.reduce((blotted, secret) => blotted.replaceAll(secret, BLOT), text);
}

/** For the logger: what it must not write by name, wherever it stands in what is logged. */
const NAMES = [
  ...['authorization', 'cookie', 'password', 'secret', 'token', 'accessToken', 'access_token', 'appSecret'],
  ...['app_secret', 'sessionKey', 'session', 'encryptionKey', 'sign'],
];
const DEPTHS = ['', '*.', '*.*.', '*.*.*.'];
const API_KEYS = ['apiKeys', 'auth.apiKeys', 'settings.auth.apiKeys'];

/** The logger's one list of what it must not write: by name, and by value whatever the name. */
export const logRedaction = (settings: object) => {
  const blot = createRedactor(secretsOf(settings));
  return {
    redact: {
      paths: [
        ...DEPTHS.flatMap((depth) => NAMES.map((name) => `${depth}${name}`)),
        ...API_KEYS.flatMap((list) => [`${list}[*].key`, `${list}[*].sha256`]),
      ],
      censor: BLOT,
    },
    hooks: { streamWrite: blot },
  };
};
