// What the READMEs promise, taken from their own text.
import { readFileSync } from 'node:fs';

export const readmes = ['README.md', 'README.zh-CN.md'] as const;

export const textOf = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

/** The code blocks of one language, in their order. */
export const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => code);
