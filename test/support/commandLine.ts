// Runs a command of the command line in this process, and keeps what it writes.
import type { Command, Surroundings } from '../../src/cli/command.js';
import type { Language } from '../../src/cli/language.js';
import { runCommand } from '../../src/cli/run.js';
import { paintFor } from '../../src/cli/terminal.js';

export interface CommandRun {
  readonly code: number | undefined;
  readonly output: string;
  readonly errors: string;
}

interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly language?: Language;
  /** What is read from standard input. */
  readonly input?: string;
  readonly isTTY?: boolean;
}

export async function run(
  command: Command,
  args: readonly string[],
  { environment = {}, language = 'en', input = '', isTTY = false }: RunOptions = {},
): Promise<CommandRun> {
  const written = { output: '', errors: '' };
  const stream = (name: keyof typeof written) => ({
    isTTY,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const output = stream('output');
  const around: Surroundings = {
    environment: { ...environment },
    language,
    output,
    errors: stream('errors'),
    input: (async function* () {
      yield input;
    })(),
    paint: paintFor(output, environment),
  };
  const code = await runCommand(command, args, `ordergraph ${command.name}`, around);
  return { code, ...written };
}
