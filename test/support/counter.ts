// A gateway that counts: when was each call of it started?
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Counter {
  readonly url: string;
  /** When calls were started since the last take, in milliseconds by its own clock, oldest first. */
  readonly take: () => Promise<readonly number[]>;
  readonly close: () => void;
}

export async function startCounter(): Promise<Counter> {
  const program = spawn(process.execPath, [fileURLToPath(new URL('countingGateway.mjs', import.meta.url))]);
  const [said] = (await once(program.stdout, 'data')) as [Buffer];
  const url = said.toString().trim();
  return {
    url,
    take: async () => (await (await fetch(url)).json()) as number[],
    close: () => program.kill(),
  };
}

/** The most starts in any window of so many milliseconds. */
export function mostWithin(starts: readonly number[], ms: number): number {
  let most = 0;
  let first = 0;
  for (const [index, at] of starts.entries()) {
    while (at - (starts[first] as number) >= ms) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
