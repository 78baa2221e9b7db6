// What a command of the command line is: its words, its options, and what it does.
import type { Language, Words } from './language.js';
import type { Output, Paint } from './terminal.js';

/** Exit codes, of every command alike. */
export const EXIT = {
  /** What was asked for was done. */
  DONE: 0,
  /** It was not, or something is wrong. */
  FAILED: 1,
  /** It was asked for wrongly, so nothing was done. */
  MISUSED: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An option such as `--url URL`; one without a value is a flag. */
export interface CommandOption {
  /** What stands for its value in the help, such as URL; undefined: a flag. */
  readonly value?: string;
  /** Whether it may be given several times. */
  readonly isList?: boolean;
  readonly words: Words;
}

/** What a command line says. */
export interface Invocation {
  readonly positionals: readonly string[];
  /** The last value of an option; undefined where it was not given. */
  readonly option: (name: string) => string | undefined;
  /** Every value of an option that may be given several times. */
  readonly list: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
}

/** Where a command runs. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly language: Language;
  readonly output: Output;
  readonly errors: Output;
  readonly input: AsyncIterable<Buffer | string>;
  readonly paint: Paint;
}

export interface Command {
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: Words;
  /** What follows its name, such as `FILE` or `SHOP [GATEWAY]`; empty where nothing does. */
  readonly operands: string;
  /** How many operands it takes. */
  readonly count: readonly [least: number, most: number];
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Environment variables that it reads. */
  readonly variables?: Readonly<Record<string, Words>>;
  /** What else there is to know, above the options. */
  readonly details?: Words;
  /** What status 0 and 1 mean, where the common words do not say enough. */
  readonly statuses?: Words;
  /**
   * Resolves to the status that the process ends with; undefined: it goes on until it is ended.
   * @throws CliError for what the person at the terminal can mend, UsageError for a wrong command line
   */
  readonly run: (invocation: Invocation, surroundings: Surroundings) => Promise<ExitCode | undefined>;
}

/** What the person who runs the program can mend. */
export class CliError extends Error {}

/** The command line is wrong; without a message, as there is too little of it. */
export class UsageError extends Error {}
