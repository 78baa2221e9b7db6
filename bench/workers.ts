// What a second process brings. Nothing is pinned but the load, which has to share a processor where there are two: of one
// order it takes half as much as the server, of a page a quarter.
import { orderGraph, type Surroundings } from './contestants.js';
import { type Load, loadOn, type Slice } from './load.js';
import { type Program, startProgram } from './programs.js';
import { ONE, pageOf, type Question } from './questions.js';
import { type Spread, spreadOf } from './statistics.js';

export interface Team {
  readonly question: string;
  readonly workers: number;
  readonly perSecond: Spread;
  /** To what one process answers in the same round. */
  readonly ratio: Spread;
}

const QUESTIONS = [ONE, pageOf(50)] as const;
const TEAMS = [1, 2] as const;
const ROUNDS = 8;
const SLICE_MS = 1_000;
const WARM_UP_MS = 10_000;

export async function measureTeams(surroundings: Surroundings): Promise<readonly Team[]> {
  const teams: Team[] = [];
  for (const question of QUESTIONS) teams.push(...(await teamsAt(question, surroundings)));
  return teams;
}

async function teamsAt(question: Question, surroundings: Surroundings): Promise<readonly Team[]> {
  const programs: Program[] = [];
  try {
    const runners: { readonly workers: number; readonly load: Load; readonly slices: Slice[] }[] = [];
    for (const workers of TEAMS) {
      const program = await startProgram(
        orderGraph({ temperature: 'warm', transport: 'undici', workers }, surroundings),
        'anywhere',
      );
      programs.push(program);
      const load = loadOn(program, question, false);
      // Each worker has code of its own to warm up.
      await load.run(WARM_UP_MS * workers);
      runners.push({ workers, load, slices: [] });
    }
    for (let round = 0; round < ROUNDS; round++)
      for (const { load, slices } of runners) slices.push(await load.run(SLICE_MS));
    const alone = runners[0]?.slices ?? [];
    return runners.map(({ workers, slices }) => ({
      question: question.name,
      workers,
      perSecond: spreadOf(slices.map(({ perSecond }) => perSecond)),
      ratio: spreadOf(slices.map(({ perSecond }, round) => perSecond / (alone[round]?.perSecond ?? Number.NaN))),
    }));
  } finally {
    for (const program of programs) await program.stop();
  }
}
