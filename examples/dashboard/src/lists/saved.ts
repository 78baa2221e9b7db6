// The lists of orders that were opened on this device: their names and order numbers, nothing of the orders themselves.
import { readStored, useWatched, watched, writeStored } from '../api/stored.js';
import { demoRefs } from './demo.js';
import type { Ref } from './ref.js';

export interface List {
  readonly id: string;
  readonly name: string;
  readonly refs: readonly Ref[];
}

const NAME = 'ordergraph.lists';

export const DEMO_ID = 'demo';

const lists = watched<readonly List[]>(parsed(readStored('localStorage', NAME)));

export const useLists = (): readonly List[] => useWatched(lists);

/** Keeps a new list, before the older ones, and answers its id. */
export function saveList(name: string, refs: readonly Ref[]): string {
  const id = Date.now().toString(36);
  keep([{ id, name, refs }, ...lists.get()]);
  return id;
}

export const renameList = (id: string, name: string): void =>
  keep(lists.get().map((list) => (list.id === id ? { ...list, name } : list)));

export const deleteList = (id: string): void => keep(lists.get().filter((list) => list.id !== id));

/** The list that an address names. */
export function chosenList(id: string, saved: readonly List[], hasDemo: boolean): List | undefined {
  if (id === DEMO_ID) return hasDemo ? { id: DEMO_ID, name: '', refs: demoRefs } : undefined;
  return saved.find((list) => list.id === id);
}

function keep(next: readonly List[]): void {
  lists.set(next);
  writeStored('localStorage', NAME, JSON.stringify(next));
}

function parsed(stored: string | undefined): readonly List[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(value) ? value.filter(isList) : [];
  } catch {
    return []; // not ours
  }
}

// A declaration, for it is needed while this module is still being read.
function isList(value: Partial<List> | null): value is List {
  return (
    typeof value?.id === 'string' &&
    typeof value.name === 'string' &&
    Array.isArray(value.refs) &&
    value.refs.every((ref: Partial<Ref> | null) => typeof ref?.shop === 'string' && typeof ref.orderId === 'string')
  );
}
