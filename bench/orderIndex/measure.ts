// How long something takes, again and again, and what the event loop has of it.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

interface Rounds {
  readonly warmUp: number;
  readonly measured: number;
}

const ROUNDS: Rounds = { warmUp: 20, measured: 300 };

/** A program that has just started runs uncompiled for its first hundreds of requests. */
export const PROGRAM_ROUNDS: Rounds = { warmUp: 1_000, measured: 1_000 };

/** However slow a question is, its figures are there after so long. */
const LONGEST_MS = 8_000;

/** Milliseconds, one after the other. */
export async function timesOf(ask: () => Promise<unknown>, { warmUp, measured } = ROUNDS): Promise<Times> {
  const until = performance.now() + LONGEST_MS;
  for (let round = 0; round < warmUp && performance.now() < until; round++) await ask();
  const times: number[] = [];
  for (let round = 0; round < measured && (round < 5 || performance.now() < until); round++) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  return percentiles(times);
}

export function percentiles(times: readonly number[]): Times {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** By how much later the event loop turns while something is asked so many times a second; p99, milliseconds. */
export async function loopDelayOf(ask: () => Promise<unknown>, timesASecond: number, seconds: number): Promise<number> {
  const idle = await delayWhile(() => sleep(seconds * 1_000));
  const busy = await delayWhile(async () => {
    for (let count = 0; count < timesASecond * seconds; count++) {
      await Promise.all([ask(), sleep(1_000 / timesASecond)]);
    }
  });
  return Math.max(0, busy - idle);
}

async function delayWhile(run: () => Promise<void>): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await run();
  histogram.disable();
  return histogram.percentile(99) / 1e6;
}
