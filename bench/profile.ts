// Where OrderGraph spends its processor time, by package and by function, warm and cold, from V8's own profiles.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { orderGraph, type Surroundings, type Temperature } from './contestants.js';
import { askOnce, loadOn } from './load.js';
import { startProgram } from './programs.js';
import { ONE, pageOf } from './questions.js';
import { ROOT } from './root.js';

const PROFILED_MS = 8_000;
const WARM_UP_MS = 3_000;
const FUNCTIONS = 45;
const FOLDER = new URL('bench/profiles/', ROOT);

interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export async function profileAll(surroundings: Surroundings): Promise<boolean> {
  mkdirSync(FOLDER, { recursive: true });
  const profiled: readonly (readonly [string, Temperature, 'undici' | 'node-fetch', typeof ONE])[] = [
    ['one-warm', 'warm', 'undici', ONE],
    ['page-warm', 'warm', 'undici', pageOf(50)],
    ['one-cold-undici', 'cold', 'undici', ONE],
    ['one-cold-node-fetch', 'cold', 'node-fetch', ONE],
  ];
  for (const [name, temperature, transport, question] of profiled) {
    const folder = join(surroundings.folder, name);
    mkdirSync(folder);
    const node = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
    const program = await startProgram(orderGraph({ temperature, transport, node }, surroundings));
    const load = loadOn(program, question, temperature === 'cold');
    await askOnce(program, question);
    await load.run(WARM_UP_MS);
    const { requests } = await load.run(PROFILED_MS);
    await program.stop();
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error('Node wrote no profile.');
    const text = summary(JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile);
    const title = `${question.what}; ${temperature}, ${transport}; ${requests} requests in ${PROFILED_MS / 1000} s`;
    writeFileSync(new URL(`${name}.txt`, FOLDER), `${title}\n\n${text}`);
    console.log(`${title}: bench/profiles/${name}.txt`);
  }
  return true;
}

/** Shares of the last seconds of a profile: what comes before is starting and warming up. */
function summary({ nodes, samples, timeDeltas }: CpuProfile): string {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const byFunction = new Map<string, number>();
  const byPackage = new Map<string, number>();
  let total = 0;
  let left = PROFILED_MS * 1000;
  for (let index = samples.length - 1; index >= 0 && left > 0; index--) {
    const took = timeDeltas[index] ?? 0;
    left -= took;
    const frame = frames.get(samples[index] as number);
    if (frame === undefined || frame.functionName === '(idle)') continue;
    total += took;
    const place = placeOf(frame);
    const name = `${frame.functionName || '(anonymous)'}  ${place.file}`;
    byFunction.set(name, (byFunction.get(name) ?? 0) + took);
    byPackage.set(place.group, (byPackage.get(place.group) ?? 0) + took);
  }
  return `Self time by package\n${shares(byPackage, total)}\n\nSelf time by function\n${shares(byFunction, total, FUNCTIONS)}\n`;
}

function placeOf({ url, functionName, lineNumber }: Frame): { readonly group: string; readonly file: string } {
  // The garbage collector and the like are written in brackets.
  if (url === '') return { group: functionName.startsWith('(') ? functionName : '(native)', file: '' };
  const line = lineNumber + 1;
  if (url.startsWith('node:')) return { group: url.split('/')[0] ?? url, file: `${url}:${line}` };
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)(.*)$/.exec(url);
  if (inPackage) return { group: String(inPackage[1]), file: `${inPackage[1]}/${inPackage[2]}:${line}` };
  const own = /\/dist\/bench\/(src\/.*)$/.exec(url)?.[1] ?? url;
  return { group: own.split('/').slice(0, 2).join('/'), file: `${own}:${line}` };
}

const shares = (times: ReadonlyMap<string, number>, total: number, most = Number.POSITIVE_INFINITY): string =>
  [...times]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([name, time]) => `${((100 * time) / total).toFixed(1).padStart(5)} %  ${name}`)
    .join('\n');
