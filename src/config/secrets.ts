// Finds the secrets in settings, and redacts them in texts and in what is logged.
import { declaredSecrets, isSecret } from './secret.js';

/** A shorter text hides nothing, and redacting it would take half of the words along. */
const SHORTEST = 4;

const CENSOR = '***';

/** The values of all settings that are declared secrets, however deep. */
export function secretsOf(settings: object): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    isSecret(settings, name) ? textsIn(value) : isNested(value) ? secretsOf(value) : [],
  );
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

const textsIn = (value: unknown): readonly string[] =>
  isNested(value) ? Object.values(value).flatMap(textsIn) : typeof value === 'string' ? [value] : [];

/**
 * Redacts secrets in a text, also where they stand in it as in an address, a form or a JSON text.
 * @param standInOf what stands in a secret's place
 */
export function createRedactor(
  secrets: readonly string[],
  standInOf: (secret: string) => string = () => CENSOR,
): (text: string) => string {
  const forms = new Map<string, string>();
  for (const secret of secrets.filter(({ length }) => length >= SHORTEST)) {
    const standIn = standInOf(secret);
    for (const written of WRITTEN) forms.set(written(secret), written(standIn));
  }
  // One may be a part of another, and must not leave the rest of it behind.
  const longestFirst = [...forms].sort(([one], [other]) => other.length - one.length);
  return (text) =>
    longestFirst.reduce((redacted, [secret, standIn]) => redacted.replaceAll(secret, () => standIn), text);
}

/** As it is, in an address, in a form, in JSON. */
const WRITTEN: readonly ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => new URLSearchParams({ '': text }).toString().slice(1),
  (text) => JSON.stringify(text).slice(1, -1),
];

/** Secrets that come up while the program runs, such as renewed tokens. */
export interface SecretRegistry {
  readonly add: (...secrets: readonly (string | undefined)[]) => void;
  /** Redacts them in a text. */
  readonly redact: (text: string) => string;
}

/** So many of them are redacted, those that came last: older ones are good for nothing any more. */
const MAX_SECRETS = 1_000;

export function createSecretRegistry(): SecretRegistry {
  let known: readonly string[] = [];
  let redact = createRedactor([]);
  return {
    add(...secrets) {
      const added = secrets.filter((secret): secret is string => secret !== undefined && !known.includes(secret));
      if (added.length === 0) return;
      known = [...known, ...added].slice(-MAX_SECRETS);
      redact = createRedactor(known);
    },
    redact: (text) => redact(text),
  };
}

/** What headers and protocols call credentials: these are no settings, so no settings class declares them. */
const ON_THE_WIRE = ['authorization', 'cookie', 'password', 'secret', 'session', 'sign', 'token'];

/** accessToken → access_token, as gateways write it. */
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

const DEPTHS = ['', '*.', '*.*.', '*.*.*.'];

/**
 * The logger's one list of what it must not write: by value whatever the name, and by name whatever the value.
 * `others` are secrets that come from elsewhere than the settings, `registry` those that come up later.
 */
export function logRedaction(settings: object, others: readonly string[] = [], registry?: SecretRegistry) {
  const declared = [...declaredSecrets.values()].flatMap((secrets) => [...secrets]);
  const redact = createRedactor([...secretsOf(settings), ...others]);
  const names = new Set([...ON_THE_WIRE, ...declared, ...declared.map(snakeCase)]);
  return {
    redact: { paths: DEPTHS.flatMap((depth) => [...names].map((name) => depth + name)), censor: CENSOR },
    hooks: { streamWrite: registry ? (line: string) => registry.redact(redact(line)) : redact },
  };
}
