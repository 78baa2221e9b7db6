// A gateway that counts: when did each call come?
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A call came between two moments: a busy machine lets the gateway see it late. */
export interface Arrival {
  readonly after: number;
  readonly before: number;
}

export interface CountingGateway {
  readonly url: string;
  /** When calls came since the last take, in milliseconds by its own clock, oldest first. */
  readonly take: () => Promise<readonly Arrival[]>;
  readonly close: () => void;
}

export async function startCountingGateway(): Promise<CountingGateway> {
  const program = spawn(process.execPath, [fileURLToPath(new URL('countingGatewayProcess.mjs', import.meta.url))]);
  const [said] = (await once(program.stdout, 'data')) as [Buffer];
  const url = said.toString().trim();
  return {
    url,
    take: async () => (await (await fetch(url)).json()) as Arrival[],
    close: () => program.kill(),
  };
}

/** The most calls that came within so many milliseconds, beyond doubt. */
export const mostSurelyWithin = (arrivals: readonly Arrival[], ms: number): number =>
  Math.max(
    0,
    ...arrivals.map((last) => {
      const inside = arrivals.filter(({ after, before }) => after > last.before - ms && before <= last.before);
      return inside.length;
    }),
  );

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
