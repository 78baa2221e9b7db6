// Puts a document that was asked for some subtrees together with one that was asked for others.

type Part = { readonly [name: string]: unknown };

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the newer says, and where it says nothing, the older; undefined where their lists cannot be matched. */
export function merge(older: unknown, newer: unknown): unknown {
  if (Array.isArray(older) && Array.isArray(newer)) {
    if (older.length !== newer.length) return undefined;
    const merged = newer.map((member: unknown, index) => merge(older[index], member));
    return merged.includes(undefined) ? undefined : merged;
  }
  if (!isPart(older) || !isPart(newer)) return newer ?? older;
  const merged: Record<string, unknown> = { ...older };
  for (const [name, member] of Object.entries(newer)) {
    const value = name in older ? merge(older[name], member) : member;
    if (value === undefined) return undefined;
    merged[name] = value;
  }
  return merged;
}
