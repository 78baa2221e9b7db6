// How long it takes from starting a process to its first right answer, the order being asked of the gateway.
import { CONTESTANTS, orderGraph, type Surroundings } from './contestants.js';
import { askOnce } from './load.js';
import type { Options } from './options.js';
import { type Command, startProgram } from './programs.js';
import { ONE } from './questions.js';
import { type Spread, spreadOf } from './statistics.js';

export interface Start {
  readonly name: string;
  readonly seconds: Spread;
}

const TIMES = 5;

/** Shops beside the two that are asked. */
export const SHOP_COUNTS = [100, 10_000] as const;

export async function measureStarts({ wants }: Options, surroundings: Surroundings): Promise<readonly Start[]> {
  const starts: Start[] = [];
  for (const { name, command, isSubject, temperature } of CONTESTANTS) {
    if (temperature === 'cold' && (isSubject || wants('contestant', name))) {
      starts.push({ name, seconds: await timeOf(command(surroundings)) });
    }
  }
  for (const otherShops of SHOP_COUNTS) {
    const command = orderGraph({ temperature: 'cold', transport: 'undici', otherShops }, surroundings);
    starts.push({ name: `OrderGraph, undici, ${otherShops} more shops`, seconds: await timeOf(command) });
  }
  return starts;
}

async function timeOf(command: Command): Promise<Spread> {
  const seconds: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    const program = await startProgram(command);
    await askOnce(program, ONE);
    seconds.push((performance.now() - began) / 1000);
    await program.stop();
  }
  return spreadOf(seconds);
}
