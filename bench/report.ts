// Figures as Markdown tables, which read well in a terminal too.
import type { Memory } from './comparisons.js';
import type { Growth } from './growth.js';
import type { Comparison, Ratio, Result } from './rounds.js';
import type { Start } from './starts.js';
import type { Spread } from './statistics.js';
import type { Team } from './workers.js';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const whole = (value: number): string => number.format(value).replaceAll(',', ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_name, column) => (column === 0 ? '---' : '---:')), ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

const spread = ({ median, lower, upper }: Spread, digits: number): string =>
  `${median.toFixed(digits)} (${lower.toFixed(digits)}–${upper.toFixed(digits)})`;

const ratio = ({ cpu, throughput }: Ratio): string => `**${spread(cpu, 2)}** · ${throughput.median.toFixed(2)}`;

export function comparisonText({ question, temperature, results, ratios }: Comparison): string {
  const subjects = results.filter(({ contestant }) => contestant.isSubject).map(({ contestant }) => contestant.name);
  const rows = results.map(({ contestant: { name }, perSecond, cpuMicroseconds }: Result) => [
    name,
    whole(perSecond.median),
    `${whole(cpuMicroseconds.median)} (${whole(cpuMicroseconds.lower)}–${whole(cpuMicroseconds.upper)})`,
    ...subjects.map((subject) => {
      const found = ratios.find((one) => one.subject === subject && one.rival === name);
      return found ? ratio(found) : '';
    }),
  ]);
  const temperatureText = temperature === 'cold' ? 'cold: the gateway is asked' : 'warm: from memory';
  return `### ${question.name}: ${question.what}; ${temperatureText}\n\n${table(
    ['', 'requests/s', 'µs of CPU per request', ...subjects.map((subject) => `${subject} ÷ it`)],
    rows,
  )}`;
}

export const memoryText = (memory: readonly Memory[]): string =>
  `### Resident memory\n\n${table(
    ['', 'after the start, MB', 'after the load, MB'],
    memory.map(({ contestant, temperature, afterStartMb, afterLoadMb }) => [
      `${contestant}, ${temperature}`,
      whole(afterStartMb),
      whole(afterLoadMb),
    ]),
  )}`;

export const startText = (starts: readonly Start[]): string =>
  `### From start to first answer\n\n${table(
    ['', 'seconds'],
    starts.map(({ name, seconds }) => [name, spread(seconds, 2)]),
  )}`;

export const growthText = (growth: readonly Growth[]): string =>
  `### How OrderGraph's time grows, warm\n\n${table(
    ['', 'µs of CPU per request', 'µs each'],
    growth.map(({ what, cpuMicroseconds, each }) => [
      what,
      whole(cpuMicroseconds),
      each ? `${each.microseconds.toFixed(1)} per ${each.of}` : '',
    ]),
  )}`;

export const teamText = (teams: readonly Team[]): string =>
  `### Processes that answer together, warm\n\n${table(
    ['', 'WORKERS', 'requests/s', 'times one'],
    teams.map(({ question, workers, perSecond, ratio: timesOne }) => [
      question,
      String(workers),
      whole(perSecond.median),
      spread(timesOne, 2),
    ]),
  )}`;
