// Contestants take turns in short slices, in another order each round, so that what disturbs the machine disturbs all.
import type { Contestant, Temperature } from './contestants.js';
import { askOnce, type Load, loadOn, type Slice } from './load.js';
import type { Program } from './programs.js';
import type { Question } from './questions.js';
import { type Spread, spreadOf } from './statistics.js';

export interface Pace {
  readonly rounds: number;
  readonly sliceMs: number;
  readonly warmUpMs: number;
}

export interface Comparison {
  readonly question: Question;
  readonly temperature: Temperature;
  readonly results: readonly Result[];
  readonly ratios: readonly Ratio[];
}

export interface Result {
  readonly contestant: Contestant;
  readonly perSecond: Spread;
  readonly cpuMicroseconds: Spread;
}

/** How many times as much a subject does as a rival: above 1 it is ahead. */
export interface Ratio {
  readonly subject: string;
  readonly rival: string;
  /** By processor time for a request. */
  readonly cpu: Spread;
  /** By requests per second. */
  readonly throughput: Spread;
}

export interface Entrant {
  readonly contestant: Contestant;
  readonly program: Program;
}

interface Runner {
  readonly entrant: Entrant;
  readonly load: Load;
  readonly slices: Slice[];
}

/** New connections, and a server that another has just had the processor of, need a moment. */
const LEAD_IN_MS = 50;

/** @throws Error when anybody answers wrongly, before, under or after load */
export async function compare(
  question: Question,
  temperature: Temperature,
  entrants: readonly Entrant[],
  { rounds, sliceMs, warmUpMs }: Pace,
): Promise<Comparison> {
  const runners: readonly Runner[] = entrants.map((entrant) => ({
    entrant,
    load: loadOn(entrant.program, question, temperature === 'cold'),
    slices: [],
  }));
  for (const { entrant, load } of runners) {
    await askOnce(entrant.program, question);
    await load.run(warmUpMs);
  }
  for (let round = 0; round < rounds; round++) {
    for (const { load, slices } of shuffled(runners)) {
      await load.run(LEAD_IN_MS);
      slices.push(await load.run(sliceMs));
    }
  }
  for (const { entrant } of runners) await askOnce(entrant.program, question);
  return {
    question,
    temperature,
    results: runners.map(({ entrant: { contestant }, slices }) => ({
      contestant,
      perSecond: spreadOf(slices.map(({ perSecond }) => perSecond)),
      cpuMicroseconds: spreadOf(slices.map(({ cpuMicroseconds }) => cpuMicroseconds)),
    })),
    ratios: ratiosOf(runners),
  };
}

const ratiosOf = (runners: readonly Runner[]): readonly Ratio[] =>
  runners
    .filter(({ entrant }) => entrant.contestant.isSubject)
    .flatMap((subject) =>
      runners
        .filter(({ entrant }) => !entrant.contestant.isSubject)
        .map((rival) => ({
          subject: subject.entrant.contestant.name,
          rival: rival.entrant.contestant.name,
          cpu: roundByRound(subject, rival, (own, other) => other.cpuMicroseconds / own.cpuMicroseconds),
          throughput: roundByRound(subject, rival, (own, other) => own.perSecond / other.perSecond),
        })),
    );

const roundByRound = (subject: Runner, rival: Runner, ratio: (own: Slice, other: Slice) => number): Spread =>
  spreadOf(subject.slices.map((own, round) => ratio(own, rival.slices[round] as Slice)));

function shuffled<Member>(list: readonly Member[]): readonly Member[] {
  return list
    .map((member) => ({ member, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ member }) => member);
}
