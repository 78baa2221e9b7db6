// Asks for a board's orders, ten at a time and a few such pages at once, so that rows fill in as answers come.

import { client } from '../api/client.js';
import { type Failure, failureOf, failureOfRequest, graphqlErrorsOf } from '../api/failure.js';
import { useWatched, watched } from '../api/stored.js';
import { keyOf, type Ref } from '../lists/ref.js';
import { pagesOf } from './pages.js';
import { BOARD, type Row } from './row.js';

const PAGE = 10;
const AT_ONCE = 5;

/** Every row asked for since this page was opened; kept outside React, so that coming back to the board is instant. */
const rows = watched<ReadonlyMap<string, Row>>(new Map());

export function useRows(refs: readonly Ref[]): readonly Row[] {
  const known = useWatched(rows);
  return refs.map((ref) => known.get(keyOf(ref)) ?? { kind: 'loading', ref });
}

/** Asks for those orders that were not asked for yet. */
export const loadMissing = (refs: readonly Ref[]): Promise<void> =>
  load(refs.filter((ref) => !rows.get().has(keyOf(ref))));

/** Asks the gateways again, whatever is remembered. */
export const reload = (refs: readonly Ref[]): Promise<void> => load(refs, 0);

/** Forgets what was refused, so that it is asked for with the key that was given since. */
export function forgetFailures(): void {
  rows.set(new Map([...rows.get()].filter(([, { kind }]) => kind !== 'failed')));
}

async function load(refs: readonly Ref[], maxAge?: number): Promise<void> {
  keep(refs.map((ref) => ({ kind: 'loading', ref })));
  const waiting = [...pagesOf(refs, PAGE)];
  const work = async () => {
    for (let page = waiting.shift(); page; page = waiting.shift()) keep(await ask(page, maxAge));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function ask(refs: readonly Ref[], maxAge: number | undefined): Promise<readonly Row[]> {
  // Rows are kept here, failures beside them, so Apollo's cache need not.
  const { data, error } = await client.query({
    query: BOARD,
    variables: { refs, maxAge },
    fetchPolicy: 'no-cache',
    errorPolicy: 'all',
  });
  const failures = new Map<number, Failure>();
  for (const { path, ...rest } of graphqlErrorsOf(error)) failures.set(Number(path?.[1]), failureOf(rest));
  return refs.map((ref, index) => {
    const order = data?.orders[index];
    if (order) return { kind: 'order', ref, order };
    return { kind: 'failed', ref, failure: failures.get(index) ?? failureOfRequest(error) };
  });
}

function keep(changed: readonly Row[]): void {
  rows.set(new Map([...rows.get(), ...changed.map((row) => [keyOf(row.ref), row] as const)]));
}
