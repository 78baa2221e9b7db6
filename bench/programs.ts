// Programs in processes of their own: started on one processor, measured by what Linux tells of them, ended.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';

const canPin =
  availableParallelism() >= 2 && ['0', '1'].every((cpu) => spawnSync('taskset', ['-c', cpu, 'true']).status === 0);

export const PLACEMENT = canPin
  ? 'servers on processor 0; load and upstream on processor 1'
  : 'load, upstream and servers on the same processors';

/** Moves this process, and so the upstream that it starts, off the servers' processor. */
export function makeRoom(): void {
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', '1', String(process.pid)]);
}

export interface Program {
  readonly pid: number;
  /** Where it listens: the first address that it prints. */
  readonly url: string;
  /** Seconds of processor that it has used so far. */
  readonly cpuSeconds: () => number;
  readonly residentMb: () => number;
  readonly stop: () => Promise<void>;
}

export interface Command {
  /** Arguments of node: its options, the file, the file's own arguments. */
  readonly node: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const TICKS_A_SECOND = 100;
const LONGEST_START_MS = 120_000;

/** Processors that a program may run on: the servers', the load's, or as many as there are. */
const PLACES = { server: '0', load: '1', anywhere: `0-${availableParallelism() - 1}` } as const;

export async function startProgram(
  { node, environment }: Command,
  place: keyof typeof PLACES = 'server',
): Promise<Program> {
  const command = [process.execPath, ...node];
  const [file, ...args] = canPin ? ['taskset', '-c', PLACES[place], ...command] : command;
  const program = spawn(file as string, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = program.pid as number;
  const url = await addressOf(program, node.join(' '));
  return {
    pid,
    url,
    cpuSeconds: () => {
      // The second field is the name in brackets, and may hold spaces.
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
    },
    residentMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024,
    stop: async () => {
      if (program.exitCode !== null || program.signalCode !== null) return;
      program.kill('SIGTERM');
      await once(program, 'exit');
    },
  };
}

async function addressOf(program: ChildProcess, name: string): Promise<string> {
  const { stdout, stderr } = program;
  if (!stdout || !stderr) throw new Error('no pipes');
  let complaints = '';
  stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  const timer = setTimeout(() => program.kill(), LONGEST_START_MS);
  try {
    for await (const line of createInterface({ input: stdout })) {
      const url = /http:\/\/127\.0\.0\.1:\d+(\/graphql)?/.exec(line)?.[0];
      if (url !== undefined) return url;
    }
    throw new Error(`${name} ended before it listened: ${complaints}`);
  } finally {
    clearTimeout(timer);
    // Nobody reads the rest, and a full pipe would stop the program.
    stdout.resume();
  }
}
