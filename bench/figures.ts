// The figures of a whole run as they are kept in bench/figures.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Memory } from './comparisons.js';
import type { Temperature } from './contestants.js';
import type { Growth } from './growth.js';
import { ROOT } from './root.js';
import type { Comparison, Pace, Ratio } from './rounds.js';
import type { Start } from './starts.js';
import type { Spread } from './statistics.js';
import type { Team } from './workers.js';

export interface Run {
  readonly comparisons: readonly Comparison[];
  readonly memory: readonly Memory[];
  readonly starts: readonly Start[];
  readonly growth: readonly Growth[];
  readonly teams: readonly Team[];
  readonly pace: Pace;
}

export interface Figures {
  readonly machine: Machine;
  readonly comparisons: readonly {
    readonly question: string;
    readonly temperature: Temperature;
    readonly results: readonly {
      readonly contestant: string;
      readonly perSecond: Spread;
      readonly cpuMicroseconds: Spread;
    }[];
    readonly ratios: readonly Ratio[];
  }[];
  readonly memory: readonly Memory[];
  readonly starts: readonly Start[];
  readonly growth: readonly Growth[];
  readonly teams: readonly Team[];
}

export interface Machine {
  readonly date: string;
  readonly node: string;
  readonly system: string;
  readonly processor: string;
  readonly processors: number;
  readonly placement: string;
  readonly versions: Readonly<Record<string, string>>;
}

const FILE = new URL('bench/figures.json', ROOT);

/** @throws Error when none are recorded */
export function readFigures(): Figures {
  if (!existsSync(FILE))
    throw new Error('bench/figures.json: nothing is recorded; run npm run bench -- --record first.');
  return JSON.parse(readFileSync(FILE, 'utf8')) as Figures;
}

export function writeFigures({ comparisons, memory, starts, growth, teams }: Run, machine: Machine): void {
  const figures: Figures = {
    machine,
    comparisons: comparisons.map(({ question, temperature, results, ratios }) => ({
      question: question.name,
      temperature,
      results: results.map(({ contestant, ...measured }) => ({ contestant: contestant.name, ...measured })),
      ratios,
    })),
    memory,
    starts,
    growth,
    teams,
  };
  const rounded = (_name: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value;
  writeFileSync(FILE, `${JSON.stringify(figures, rounded, 2)}\n`);
}
