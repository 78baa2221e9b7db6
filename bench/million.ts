// A million requests for orders whose cache is far too small, so that documents come and go all the while: memory may not grow.
import { orderGraph, type Surroundings } from './contestants.js';
import { loadOn } from './load.js';
import { startProgram } from './programs.js';
import { ONE } from './questions.js';

const REQUESTS = 1_000_000;
const STEPS = 20;
const ORDERS = 10_000;
const CACHE_BYTES = 8 * 1024 * 1024;
const LONGEST_STEP_MS = 300_000;

/** How much larger the second half may be than the first, after a first tenth that fills cache and heap. */
const TOLERANCE = 1.1;

/** @returns whether memory stayed flat */
export async function runMillion(surroundings: Surroundings): Promise<boolean> {
  const command = orderGraph({ temperature: 'warm', transport: 'undici', cacheBytes: CACHE_BYTES }, surroundings);
  const program = await startProgram(command);
  try {
    const load = loadOn(program, ONE, ORDERS);
    const memory: number[] = [];
    let requests = 0;
    for (let step = 0; step < STEPS; step++) {
      requests += (await load.run(LONGEST_STEP_MS, REQUESTS / STEPS)).requests;
      memory.push(program.residentMb());
      console.log(`${requests} requests: ${memory.at(-1)?.toFixed(0)} MB`);
    }
    const settled = memory.slice(STEPS / 10);
    const half = settled.length / 2;
    const [earlier, later] = [meanOf(settled.slice(0, half)), meanOf(settled.slice(half))];
    console.log(`first half ${earlier.toFixed(0)} MB on average, second half ${later.toFixed(0)} MB`);
    return requests === REQUESTS && later < earlier * TOLERANCE;
  } finally {
    await program.stop();
  }
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
