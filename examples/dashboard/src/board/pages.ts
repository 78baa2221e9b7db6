// Divides refs into pages of one shop each, the shops taking turns: a slow shop then delays no other.
import { groupBy } from '../format/groups.js';
import type { Ref } from '../lists/ref.js';

export function pagesOf(refs: readonly Ref[], size: number): readonly (readonly Ref[])[] {
  const shops = [...groupBy(refs, ({ shop }) => shop).values()].map((group) => chunksOf(group, size));
  const rounds = Math.max(0, ...shops.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => shops.flatMap((pages) => pages.slice(round, round + 1))).flat();
}

const chunksOf = (refs: readonly Ref[], size: number): readonly (readonly Ref[])[] =>
  Array.from({ length: Math.ceil(refs.length / size) }, (_, index) => refs.slice(index * size, (index + 1) * size));
