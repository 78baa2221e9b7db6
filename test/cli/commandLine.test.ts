// Tests what all commands of the command line have in common: helps, languages, colours, exit statuses.
import { describe, expect, test } from '@jest/globals';
import { commands, findCommand } from '../../src/cli/commands/index.js';
import { overview } from '../../src/cli/help.js';
import { type Language, languageOf } from '../../src/cli/language.js';
import { paintFor, printable, tableOf } from '../../src/cli/terminal.js';
import { run } from '../support/commandLine.js';

const HAN = /\p{Script=Han}/u;
const languages: readonly Language[] = ['en', 'zh'];
const named = commands.map((command) => [command.name, command] as const);

describe.each(languages)('in %s', (language) => {
  test.each(named)(
    'the help of %s names each of its options and the exit statuses, and is done',
    async (_name, command) => {
      const { code, output, errors } = await run(command, ['--help'], { language });
      expect([code, errors]).toEqual([0, '']);
      expect(output.startsWith(`ordergraph ${command.name} ${command.operands}`.trim())).toBe(true);
      for (const option of Object.keys(command.options)) expect(output).toContain(`--${option} `);
      for (const variable of Object.keys(command.variables ?? {})) expect(output).toContain(variable);
      for (const status of ['0', '1', '2']) expect(output).toMatch(new RegExp(`^  ${status}  \\S`, 'm'));
      expect(HAN.test(output)).toBe(language === 'zh');
    },
  );

  test('the overview has a line for each command', () => {
    const text = overview(commands, { language, paint: (_colour, plain) => plain });
    for (const { name, summary } of commands)
      expect(text).toMatch(
        new RegExp(`^  ${name}\\b.*${summary[language].slice(0, 10).replace(/[.*+?()[\]]/g, '.')}`, 'm'),
      );
  });
});

test.each(named)('an option that %s does not have is named, with status 2', async (_name, command) => {
  const { code, output, errors } = await run(command, ['--no-such-option']);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toBe(`There is no option --no-such-option.\nMore: ordergraph ${command.name} --help\n`);
});

test.each(named)('an operand too many for %s is named, with status 2', async (_name, command) => {
  const [, most] = command.count;
  const operands = Array.from({ length: most + 1 }, (_, place) => `operand${place}`);
  const { code, errors } = await run(command, operands);
  expect(code).toBe(2);
  expect(errors).toContain(`operand${most}: one operand too many.`);
});

test('an option without its value is named, with status 2', async () => {
  const query = findCommand('query');
  if (query === undefined) throw new Error('There is no command query.');
  const { code, errors } = await run(query, ['q.graphql', '--url']);
  expect(code).toBe(2);
  expect(errors).toContain('Option --url');
});

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh' }, 'zh'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'zha_CN' }, 'en'],
  [{ LANG: 'zh_CN', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'en_US', LC_MESSAGES: 'zh_TW' }, 'zh'],
  [{ LANG: 'zh_CN', LC_ALL: '' }, 'zh'],
  [{}, 'en'],
] as const)('the language of %j is %s', (environment, language) => {
  expect(languageOf(environment)).toBe(language);
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
] as const)('colours on a terminal (%s) with %j are there: %s', (isTTY, environment, isColoured) => {
  const painted = paintFor({ isTTY, write: () => {} }, environment)('red', 'word');
  expect(painted === 'word').toBe(!isColoured);
  expect(painted).toContain('word');
});

test('columns line up where Chinese characters take two places', () => {
  expect(
    tableOf([
      ['订单', 'one'],
      ['ab', 'two'],
      ['abcde', ''],
    ]),
  ).toEqual(['订单   one', 'ab     two', 'abcde']);
});

test('what is printed steers no terminal', () => {
  expect(printable('a\u001b[31mb\r\nc\u202ed')).toBe('a [31mb c d');
});
