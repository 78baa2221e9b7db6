#!/usr/bin/env node
// `ordergraph`: finds the command that is named, and runs it. Each loads what it needs when it runs.
import { EXIT } from './command.js';
import { commands, findCommand } from './commands/index.js';
import { endWith } from './ending.js';
import { overview, PROGRAM } from './help.js';
import type { Words } from './language.js';
import { runCommand, surroundings } from './run.js';

const [first = '', ...others] = process.argv.slice(2);
const around = surroundings();
const { language, paint, output, errors } = around;

const isHelp = (arg: string | undefined): boolean => arg === '--help' || arg === '-h' || arg === 'help';

async function run(): Promise<number | undefined> {
  if (isHelp(first) && others.length === 0) {
    output.write(`${overview(commands, { language, paint })}\n`);
    return EXIT.DONE;
  }
  // `ordergraph help query` is `ordergraph query --help`.
  const [name, args] = first === 'help' ? [others[0] ?? '', ['--help']] : [first, others];
  if (name === '--version' || name === '-v') return runNamed('version', []);
  if (name === '' || name.startsWith('-')) return runNamed('serve', process.argv.slice(2));
  return runNamed(name, args);
}

async function runNamed(name: string, args: readonly string[]): Promise<number | undefined> {
  const command = findCommand(name);
  if (command) return runCommand(command, args, `${PROGRAM} ${name}`, around);
  const names = commands.map((known) => known.name).join(', ');
  const words: Words = {
    en: `There is no command ${name}: it is one of ${names}.`,
    zh: `没有命令 ${name}，可用的命令有：${names}。`,
  };
  errors.write(`${words[language]}\n`);
  return EXIT.MISUSED;
}

await endWith(run());
