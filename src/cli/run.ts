// Runs one command: reads its options, shows its help, and turns what it throws into words and an exit status.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ConfigError } from '../config/configErrors.js';
import {
  CliError,
  type Command,
  EXIT,
  type ExitCode,
  type Invocation,
  type Surroundings,
  UsageError,
} from './command.js';
import { helpOf } from './help.js';
import { languageOf, type Words } from './language.js';
import { paintFor } from './terminal.js';

/** Of this process. */
export const surroundings = (): Surroundings => ({
  environment: process.env,
  language: languageOf(process.env),
  output: process.stdout,
  errors: process.stderr,
  input: process.stdin,
  paint: paintFor(process.stdout, process.env),
});

/**
 * Runs a command with what follows its name.
 * @param calledAs how it is called, as its help says
 */
export async function runCommand(
  command: Command,
  args: readonly string[],
  calledAs: string,
  around: Surroundings,
): Promise<ExitCode | undefined> {
  const { output, errors, environment, language } = around;
  const help = (paint = around.paint): string => `${helpOf(command, calledAs, { language, paint })}\n`;
  try {
    const invocation = parse(command, args, around);
    if (invocation.flag('help')) {
      output.write(help());
      return EXIT.DONE;
    }
    requireCount(command, invocation, around);
    return await command.run(invocation, around);
  } catch (error) {
    const paint = paintFor(errors, environment);
    if (error instanceof UsageError) {
      const isNamed = error.message !== '';
      errors.write(isNamed ? `${paint('red', error.message)}\n${MORE[language]}${calledAs} --help\n` : help(paint));
      return EXIT.MISUSED;
    }
    if (error instanceof CliError || error instanceof ConfigError) {
      errors.write(`${paint('red', error.message)}\n`);
      return EXIT.FAILED;
    }
    throw error;
  }
}

const MORE: Words = { en: 'More: ', zh: '详见：' };

type ParseOptions = NonNullable<ParseArgsConfig['options']>;

/** @throws UsageError for an option that there is not, or one without its value */
function parse({ options }: Command, args: readonly string[], { language }: Surroundings): Invocation {
  const known: ParseOptions = { help: { type: 'boolean', short: 'h' } };
  for (const [name, { value, isList = false }] of Object.entries(options))
    known[name] = { type: value === undefined ? 'boolean' : 'string', multiple: isList };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true });
    const valuesOf = (name: string): readonly unknown[] => [values[name] ?? []].flat();
    const texts = (name: string): readonly string[] => valuesOf(name).map(String);
    return {
      positionals,
      option: (name) => texts(name).at(-1),
      list: texts,
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new UsageError(wordsFor(error, args)[language]);
  }
}

/** node:util's words are English alone, and go on about what nobody asked. */
function wordsFor(error: unknown, args: readonly string[]): Words {
  const { code, message } = error as NodeJS.ErrnoException;
  const name = /'(-[^'\s]*)/.exec(message)?.[1] ?? args.find((arg) => arg.startsWith('-')) ?? '';
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? { en: `There is no option ${name}.`, zh: `没有选项 ${name}。` }
    : { en: `Option ${name}: its value is missing, or is one too many.`, zh: `选项 ${name}：缺少值，或多了值。` };
}

/** @throws UsageError where operands are missing, or too many; with a word of its own only where one is too many */
function requireCount(
  { count: [least, most] }: Command,
  { positionals }: Invocation,
  { language }: Surroundings,
): void {
  if (positionals.length < least) throw new UsageError('');
  const more = positionals[most];
  if (more === undefined) return;
  const words: Words = { en: `${more}: one operand too many.`, zh: `${more}：多余的参数。` };
  throw new UsageError(words[language]);
}
