// Starts all contestants, holds them side by side question by question, and ends them.
import { writeFileSync } from 'node:fs';
import { CONTESTANTS, type Surroundings, type Temperature } from './contestants.js';
import { answerOf } from './load.js';
import type { Options } from './options.js';
import { startProgram } from './programs.js';
import {
  everyFieldOf,
  LARGE_ITEMS_QUESTION,
  LARGE_STATUS,
  ONE,
  pageOf,
  type Question,
  type Shop,
} from './questions.js';
import { type Comparison, compare, type Entrant } from './rounds.js';

export interface Memory {
  readonly contestant: string;
  readonly temperature: Temperature;
  readonly afterStartMb: number;
  readonly afterLoadMb: number;
}

export interface Compared {
  readonly comparisons: readonly Comparison[];
  readonly memory: readonly Memory[];
}

const PAGE_SIZE = 50;

/** @param tell is handed each comparison as soon as it is made */
export async function compareAll(
  { wants, pace }: Options,
  surroundings: Surroundings,
  tell: (comparison: Comparison) => void,
): Promise<Compared> {
  const entrants: Entrant[] = [];
  const comparisons: Comparison[] = [];
  try {
    const chosen = CONTESTANTS.filter(
      ({ name, isSubject, temperature }) =>
        wants('temperature', temperature) && (isSubject || wants('contestant', name)),
    );
    const [first, ...others] = chosen;
    if (first === undefined) throw new Error('Nobody is left to be compared.');
    // OrderGraph comes first in the list, and what it answers of every field is then expected of all.
    entrants.push({ contestant: first, program: await startProgram(first.command(surroundings)) });
    const everyField = await learnEveryField(entrants[0] as Entrant, surroundings);
    for (const contestant of others) {
      entrants.push({ contestant, program: await startProgram(contestant.command(surroundings)) });
    }
    const atStart = entrants.map(({ program }) => program.residentMb());
    const questions = [ONE, pageOf(PAGE_SIZE), LARGE_STATUS, LARGE_ITEMS_QUESTION, ...everyField];
    for (const question of questions.filter(({ name }) => wants('question', name))) {
      for (const temperature of ['cold', 'warm'] as const) {
        const asked = entrants.filter(
          ({ contestant }) =>
            contestant.temperature === temperature && (contestant.knowsEveryField || !everyField.includes(question)),
        );
        if (asked.length === 0) continue;
        const comparison = await compare(question, temperature, asked, pace);
        comparisons.push(comparison);
        tell(comparison);
      }
    }
    const memory = entrants.map(({ contestant: { name, temperature }, program }, index) => ({
      contestant: name,
      temperature,
      afterStartMb: atStart[index] as number,
      afterLoadMb: program.residentMb(),
    }));
    return { comparisons, memory };
  } finally {
    await Promise.all(entrants.map(({ program }) => program.stop()));
  }
}

/** Nobody writes hundreds of fields by hand: what OrderGraph answers first is what all have to answer ever after. */
async function learnEveryField({ program }: Entrant, { everyField }: Surroundings): Promise<readonly Question[]> {
  const answers: { [shop in Shop]?: unknown } = {};
  for (const shop of ['sample', 'large'] as const) {
    const { data, errors } = await answerOf(program, everyFieldOf(shop, undefined));
    if (errors !== undefined) throw new Error(`OrderGraph does not answer every field: ${JSON.stringify(errors)}`);
    answers[shop] = (data as { order: unknown }).order;
  }
  writeFileSync(everyField, JSON.stringify(answers));
  return [everyFieldOf('sample', answers.sample), everyFieldOf('large', answers.large)];
}
