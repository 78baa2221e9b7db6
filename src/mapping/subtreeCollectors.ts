// Which subtrees a field needs, by the paths that it is read from.
import type { AnyField } from './fieldTypes.js';
import { withoutListMarks } from './path.js';
import type { GatewayDialect, SubtreeCollector } from './readContext.js';
import { sourcesOf } from './walk.js';

/** The subtrees of what is selected inside; where that has none (__typename alone), that of the object itself. */
export const innerOrPresence =
  (inner: SubtreeCollector, presence: SubtreeCollector): SubtreeCollector =>
  (selection, subtrees) => {
    const needed = new Set<string>();
    inner(selection, needed);
    if (needed.size === 0) presence(selection, needed);
    for (const subtree of needed) subtrees.add(subtree);
  };

export const collectorOfField = (field: AnyField, from: string, dialect: GatewayDialect): SubtreeCollector =>
  collectorOf(
    sourcesOf(field, from).map(({ path }) => path),
    dialect,
  );

export function collectorOf(paths: readonly string[], { subtreeOf }: GatewayDialect): SubtreeCollector {
  const needed = [...new Set(paths.flatMap((path) => subtreeOf(withoutListMarks(path)) ?? []))];
  return (_selection, subtrees) => {
    for (const subtree of needed) subtrees.add(subtree);
  };
}
