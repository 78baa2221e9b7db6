// The languages of the command line: which one the environment asks for, and texts in both.

export type Language = 'en' | 'zh';

/** A text in each language. */
export type Words = Readonly<Record<Language, string>>;

/** The first of these that is set decides, as POSIX has it. */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** English, unless the locale is a Chinese one. */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  const locale = VARIABLES.map((name) => environment[name]).find(Boolean) ?? '';
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}
