// Writes a whole run down: bench/figures.json for --check, and the tables of bench/README.md for people.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { HAS_HIVE } from './contestants.js';
import { type Machine, type Run, writeFigures } from './figures.js';
import { PLACEMENT } from './programs.js';
import { comparisonText, growthText, memoryText, startText, teamText } from './report.js';
import { ROOT } from './root.js';

const README = new URL('bench/README.md', ROOT);
const BETWEEN_MARKERS = /(<!-- figures: written by npm run bench -- --record -->\n)[\s\S]*(<!-- end of figures -->)/;

export function record(run: Run): void {
  const machine = machineOf();
  writeFigures(run, machine);
  const text = readFileSync(README, 'utf8');
  if (!BETWEEN_MARKERS.test(text)) throw new Error('bench/README.md has lost the markers that figures go between.');
  writeFileSync(
    README,
    text.replace(BETWEEN_MARKERS, (_all, start: string, end: string) => `${start}\n${tables(run, machine)}\n${end}`),
  );
}

function machineOf(): Machine {
  const read = (path: string) =>
    JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    system: `${type()} ${release()}`,
    processor: `${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    processors: cpus().length,
    placement: PLACEMENT,
    versions: {
      ...read('bench/package.json').dependencies,
      ...(HAS_HIVE && read('bench/contestants/hive/package.json').dependencies),
    },
  };
}

function tables({ comparisons, memory, starts, growth, teams, pace }: Run, machine: Machine): string {
  const { date, node, system, processor, processors, placement, versions } = machine;
  const measured = `${date}; Node ${node}, ${system}, ${processors} × ${processor}; ${placement}. ${pace.rounds} rounds
of ${pace.sliceMs / 1000} s for each contestant and question, after ${pace.warmUpMs / 1000} s of warming up.`;
  const rivals = Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  return [
    `${measured}\n\nVersions: ${rivals}.\n`,
    ...comparisons.map(comparisonText),
    memoryText(memory),
    startText(starts),
    growthText(growth),
    teamText(teams),
  ].join('\n');
}
