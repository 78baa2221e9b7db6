// Settings that stay what they were at the start, whatever the file comes to say: what they are of outlives any app.
import { isDeepStrictEqual } from 'node:util';
import type { Settings } from '../config/index.js';
import type { Source } from './source.js';

/** Each by its path in the file. */
const FIXED: readonly (readonly [path: string, read: (settings: Settings) => unknown])[] = [
  ['http', ({ http }) => http],
  ['metrics', ({ metrics }) => metrics],
  ['shutdown', ({ shutdown }) => shutdown],
  ['log.format', ({ log }) => log.format],
  ['index.path', ({ index }) => (index === false ? undefined : index.path)],
];

/** Those that a new file changes in vain. */
export const changedInVain = (before: Settings, after: Settings): readonly string[] =>
  FIXED.flatMap(([path, read]) => (isDeepStrictEqual(read(before), read(after)) ? [] : [path]));

/** What the file says now, with what was said at the start where that stays. */
export function withFixed(before: Source, after: Source): Source {
  const { http, metrics, shutdown } = before.settings;
  const log = { ...after.settings.log, format: before.settings.log.format };
  const settings = copyOf(after.settings, { http, metrics, shutdown, log });
  // Where both have one it is the same.
  const index = after.index && before.index ? { ...after.index, source: before.index.source } : after.index;
  return { ...after, settings, index };
}

/** An instance of the same class. */
const copyOf = <Whole extends object>(whole: Whole, changes: Partial<Whole>): Whole =>
  Object.assign(Object.create(Object.getPrototypeOf(whole) as object) as Whole, whole, changes);
