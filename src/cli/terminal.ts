// What the command line writes to: whether it is a terminal, whether it shows colours, and tables that line up.
import { inspect } from 'node:util';
import stringWidth from 'string-width';

/** What is needed of standard output and standard error. */
export interface Output {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

export type Colour = 'green' | 'yellow' | 'red' | 'bold' | 'dim';

export type Paint = (colour: Colour, text: string) => string;

/** Colours on a terminal alone, and not where NO_COLOR or a terminal without colours forbids them. */
export function paintFor({ isTTY = false }: Output, { NO_COLOR, TERM }: NodeJS.ProcessEnv): Paint {
  if (!isTTY || NO_COLOR || TERM === 'dumb') return (_colour, text) => text;
  return (colour, text) => {
    const [on, off] = inspect.colors[colour] ?? [];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}

/** Control characters and those that turn the direction of a line: what is printed must not steer the terminal. */
const STEERING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A text as one line that a terminal shows as it is. */
export const printable = (text: string): string => text.replace(STEERING, ' ');

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** Rows as lines whose columns line up; Chinese characters take two places. */
export function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
