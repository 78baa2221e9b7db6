// What a check finds: of what, whether it is well, and the words for it.
import type { Words } from '../language.js';

export type State = 'OK' | 'WARNING' | 'FAILED';

export interface Finding {
  readonly what: string;
  readonly state: State;
  readonly words: Words;
}

/** Words that are the same in every language, such as another program's. */
export const verbatim = (text: string): Words => ({ en: text, zh: text });
