// `ordergraph key`: prints a new API key, and the line that makes it known to the settings file.
import { randomBytes } from 'node:crypto';
import { type Scope, scopes } from '../../config/authSettings.js';
import { sha256Of } from '../../config/keyHash.js';
import { type Command, EXIT, type Invocation, type Surroundings, UsageError } from '../command.js';
import type { Words } from '../language.js';

const HEADINGS: Readonly<Record<'key' | 'line', Words>> = {
  key: { en: 'The key, for whoever asks; it is shown this once:', zh: '密钥，交给调用方；只显示这一次：' },
  line: { en: 'Its line under auth.apiKeys, for the settings file:', zh: '写进配置文件 auth.apiKeys 下的一行：' },
};

export const key: Command = {
  name: 'key',
  summary: {
    en: 'Makes an API key, and its line for the settings file',
    zh: '生成 API 密钥，以及写进配置文件的那一行',
  },
  operands: '',
  count: [0, 0],
  options: {
    name: {
      value: 'NAME',
      words: { en: 'what logs call its holder (dashboard)', zh: '日志中对持有者的称呼（dashboard）' },
    },
    shop: {
      value: 'ID',
      isList: true,
      words: { en: 'a shop that it may ask; again for more (*, all)', zh: '可查询的店铺，可重复（*，全部）' },
    },
    scope: {
      value: 'SCOPE',
      isList: true,
      words: {
        en: `what it may do; again for more (orders:read):\n${scopes.join(' ')}`,
        zh: `权限，可重复（orders:read）：\n${scopes.join(' ')}`,
      },
    },
  },
  async run(invocation, surroundings) {
    const { output, language } = surroundings;
    const line = lineOf(invocation, surroundings);
    const made = `og_${randomBytes(32).toString('base64url')}`;
    output.write(`${HEADINGS.key[language]}\n  ${made}\n${HEADINGS.line[language]}\n  - ${line(sha256Of(made))}\n`);
    return EXIT.DONE;
  },
};

/** The entry of the settings file: YAML, in which JSON's strings are strings. */
function lineOf({ option, list }: Invocation, { language }: Surroundings): (sha256: string) => string {
  const named = option('name') ?? 'dashboard';
  const shops = orElse(list('shop'), '*');
  const granted = orElse(list('scope'), 'orders:read' satisfies Scope);
  const unknown = granted.find((scope) => !scopes.some((known) => known === scope));
  if (unknown !== undefined) throw new UsageError(noScope(unknown)[language]);
  const quoted = (texts: readonly string[]): string => texts.map((text) => JSON.stringify(text)).join(', ');
  const name = /^[\w-]+$/.test(named) ? named : JSON.stringify(named);
  return (sha256) => `{ sha256: ${sha256}, name: ${name}, shops: [${quoted(shops)}], scopes: [${quoted(granted)}] }`;
}

const orElse = (texts: readonly string[], otherwise: string): readonly string[] =>
  texts.length > 0 ? texts : [otherwise];

const noScope = (scope: string): Words => ({ en: `There is no scope ${scope}.`, zh: `没有权限 ${scope}。` });
