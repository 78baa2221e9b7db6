// What the command line asks of `npm run bench`.
import { parseArgs } from 'node:util';
import type { Pace } from './rounds.js';

export interface Options {
  readonly pace: Pace;
  /** A short run: one question, and nothing but the comparisons. */
  readonly quick: boolean;
  /** Writes the figures down. */
  readonly record: boolean;
  /** Fails when OrderGraph has fallen behind the figures written down. */
  readonly check: boolean;
  readonly profile: boolean;
  readonly million: boolean;
  /** Whether something by this name is asked for: a question, a contestant, cold or warm. */
  readonly wants: (kind: Kind, name: string) => boolean;
}

export type Kind = 'question' | 'contestant' | 'temperature';

const FULL: Pace = { rounds: 12, sliceMs: 1_000, warmUpMs: 10_000 };
// Servers as large as OrderGraph are compiled late: with less warming up they look slower than they are.
const QUICK: Pace = { rounds: 3, sliceMs: 300, warmUpMs: 6_000 };

export const USAGE = `npm run bench -- [options]
  --quick           one question from memory in few rounds, in less than a minute
  --question=A,B    these alone: one, page, largestatus, largeitems, every, largeevery
  --contestant=A,B  these alone, by a part of the name; OrderGraph always takes part
  --temperature=A   cold or warm alone
  --rounds=N        rounds, 12 unless told otherwise
  --warm-up=N       seconds of warming up each contestant on each question, 10 unless told otherwise
  --record          write the figures to bench/README.md and bench/figures.json
  --check           exit with 1 when a ratio is below 0.85 of the recorded one
  --profile         write where OrderGraph spends its time to bench/profiles/
  --million         watch OrderGraph's memory over a million requests`;

export function readOptions(args: readonly string[]): Options {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string', default: '' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: flag,
      record: flag,
      check: flag,
      profile: flag,
      million: flag,
      help: flag,
      question: text,
      contestant: text,
      temperature: text,
      rounds: text,
      'warm-up': text,
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const { quick, record, check, profile, million } = values;
  if (record && (quick || values.question || values.contestant || values.temperature)) {
    throw new Error('--record writes down a whole run.');
  }
  if (record && check) throw new Error('--record and --check: a run cannot be held against itself.');
  const pace = quick ? QUICK : FULL;
  const rounds = positive('--rounds', values.rounds) ?? pace.rounds;
  const warmUpSeconds = positive('--warm-up', values['warm-up']);
  const chosen: { readonly [kind in Kind]: readonly string[] } = {
    question: wordsOf(values.question || (quick ? 'one' : '')),
    contestant: wordsOf(values.contestant),
    // A cold server takes longer to warm up than the whole of a quick run.
    temperature: wordsOf(values.temperature || (quick ? 'warm' : '')),
  };
  return {
    pace: { ...pace, rounds, ...(warmUpSeconds && { warmUpMs: warmUpSeconds * 1000 }) },
    quick,
    record,
    check,
    profile,
    million,
    wants: (kind, name) => {
      const words = chosen[kind];
      const folded = name.toLowerCase();
      if (words.length === 0) return true;
      return words.some((word) => (kind === 'question' ? folded === word : folded.includes(word)));
    },
  };
}

function positive(name: string, text: string): number | undefined {
  if (text === '') return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${name}: must be a whole number above 0`);
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
