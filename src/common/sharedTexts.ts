// Small texts that several processes share, each under its name: whoever changes one does so from what it was.

/** All of it fails where what holds them cannot be reached. */
export interface SharedTexts {
  /** Undefined: nobody has written it yet. */
  readonly read: (name: string) => Promise<string | undefined>;
  /** Writes it if it still is what it was; false: another process came first. */
  readonly replace: (name: string, before: string | undefined, after: string) => Promise<boolean>;
}

/** Those of one process, or of others by its leave. */
export function createMemoryTexts(): SharedTexts {
  const texts = new Map<string, string>();
  return {
    read: async (name) => texts.get(name),
    async replace(name, before, after) {
      if (texts.get(name) !== before) return false;
      texts.set(name, after);
      return true;
    },
  };
}
