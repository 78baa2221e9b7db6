// What is wrong with the settings, each mistake named by its path. Messages never hold values: a value may be a secret.

/** The settings cannot be used. The message names every mistake, one a line: `shops[0].id: must be …`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'));
  }
}

interface ConfigMistake {
  readonly path: string;
  readonly message: string;
}

/** Mistakes found so far, in the order found. */
export class ConfigErrors {
  readonly #found: ConfigMistake[] = [];

  /** Notes a mistake; the same one twice counts once. */
  add(path: string, message: string): void {
    if (!this.#found.some((mistake) => mistake.path === path && mistake.message === message))
      this.#found.push({ path, message });
  }

  /** Whether a mistake is known of this very setting, of what holds it or of something inside it. */
  covers(path: string): boolean {
    return this.#found.some((mistake) => holds(mistake.path, path) || holds(path, mistake.path));
  }

  /** @throws ConfigError when there is any mistake. */
  raise(): void {
    if (this.#found.length === 0) return;
    throw new ConfigError(this.#found.map(({ path, message }) => `${path || 'settings'}: ${message}`));
  }
}

const holds = (outer: string, inner: string): boolean =>
  outer === '' || outer === inner || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);

/** The path of a member: `cache` + `maxBytes` → `cache.maxBytes`; an index or an odd name goes in brackets. */
export function join(path: string, member: string | number): string {
  if (typeof member === 'number') return `${path}[${member}]`;
  if (!/^[\w-]+$/.test(member)) return `${path}[${JSON.stringify(member)}]`;
  return path === '' ? member : `${path}.${member}`;
}
