// `npm run bench`: OrderGraph and its rivals side by side, over one upstream, in one run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fallenBehind } from './check.js';
import { compareAll } from './comparisons.js';
import type { Surroundings } from './contestants.js';
import { measureGrowth } from './growth.js';
import { runMillion } from './million.js';
import { readOptions } from './options.js';
import { profileAll } from './profile.js';
import { makeRoom, startProgram } from './programs.js';
import { record } from './record.js';
import { comparisonText, growthText, memoryText, startText, teamText } from './report.js';
import { ROOT } from './root.js';
import { measureStarts } from './starts.js';
import { measureTeams } from './workers.js';

const options = readOptions(process.argv.slice(2));
installRivals();
makeRoom();
const upstream = await startProgram({ node: [fileURLToPath(new URL('upstream.js', import.meta.url))] }, 'load');
const folder = mkdtempSync(join(tmpdir(), 'ordergraph-bench-'));
try {
  process.exitCode = (await runAll({ upstream: upstream.url, folder, everyField: join(folder, 'every-field.json') }))
    ? 0
    : 1;
} finally {
  await upstream.stop();
  rmSync(folder, { recursive: true });
}

/** @returns whether all is as it should be */
async function runAll(surroundings: Surroundings): Promise<boolean> {
  if (options.profile) return profileAll(surroundings);
  if (options.million) return runMillion(surroundings);
  const { comparisons, memory } = await compareAll(options, surroundings, (done) => console.log(comparisonText(done)));
  console.log(memoryText(memory));
  if (!options.quick) {
    const starts = await measureStarts(options, surroundings);
    console.log(startText(starts));
    const growth = await measureGrowth(surroundings);
    console.log(growthText(growth));
    const teams = await measureTeams(surroundings);
    console.log(teamText(teams));
    if (options.record) record({ comparisons, memory, starts, growth, teams, pace: options.pace });
  }
  if (!options.check) return true;
  const behind = fallenBehind(comparisons);
  for (const line of behind) console.error(line);
  return behind.length === 0;
}

/** What OrderGraph is compared with is no part of it, so it is installed here alone, and only when it is needed. */
function installRivals(): void {
  const bench = fileURLToPath(new URL('bench/', ROOT));
  if (existsSync(join(bench, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', bench], { stdio: 'inherit' });
  if (status !== 0) throw new Error('npm ci --prefix bench failed.');
}
