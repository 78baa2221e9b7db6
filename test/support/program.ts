// The built program as a real process, as npm start runs it.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const mainPath = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

export interface Program {
  readonly pid: number;
  /** The address it says it answers at; rejects when it ends before saying one. */
  readonly url: Promise<string>;
  readonly ended: Promise<Ended>;
  /** What it wrote to standard output so far. */
  readonly output: () => string;
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ended>;
}

/**
 * Starts it with these environment variables alone, on any free port unless they say another; the sandbox without recent
 * orders, unless they say how many, as few tests are about those.
 */
export function startProgram(environment: Readonly<Record<string, string>> = {}): Program {
  if (!existsSync(mainPath)) throw new Error('There is no dist/main.js: run npm run build first.');
  const { PATH = '' } = process.env;
  const program = spawn(process.execPath, [mainPath], {
    env: { PATH, PORT: '0', SANDBOX_ORDERS: '0', ...environment },
  });
  const said = { output: '', errors: '' };
  program.stderr.on('data', (chunk) => {
    said.errors += chunk;
  });
  const ended = endOf(program, said);
  const url = new Promise<string>((resolve, reject) => {
    program.stdout.on('data', (chunk) => {
      said.output += chunk;
      const address = /answers at (http:\S+\/graphql)/.exec(said.output)?.[1];
      if (address !== undefined) resolve(address);
    });
    void ended.then(({ errors }) => reject(new Error(`It ended before it answered: ${errors}`)));
  });
  url.catch(() => {}); // some tests are about programs that never answer
  return {
    pid: program.pid as number,
    url,
    ended,
    output: () => said.output,
    stop(signal = 'SIGTERM') {
      program.kill(signal);
      return ended;
    },
  };
}

const endOf = (program: ChildProcess, said: { output: string; errors: string }): Promise<Ended> =>
  new Promise((resolve) => program.once('close', (code, signal) => resolve({ code, signal, ...said })));
