// Leases: what only one of all processes does at a time.
import type { Transaction } from 'kysely';
import type { Tables } from './schema/tables.js';

/**
 * The lease of all that is done in the background: of several processes one syncs, imports and fetches what is due, so that
 * together they keep to one pace.
 */
export const BACKGROUND_LEASE = 'background';

/** How long after it was last heard of another process takes its place. */
export const LEASE_MS = 60_000;

export interface Lease {
  readonly name: string;
  /** Names the process. */
  readonly owner: string;
  readonly now: number;
  /** For how long nobody else may have it. */
  readonly ms: number;
}

/** Takes a lease that nobody else holds, or holds on to it; false where another has it. */
export async function takeLease(transaction: Transaction<Tables>, { name, owner, now, ms }: Lease): Promise<boolean> {
  const taken = await transaction
    .insertInto('leases')
    .values({ name, owner, until: now + ms })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(({ ref }) => ({ owner: ref('excluded.owner'), until: ref('excluded.until') }))
        .where(({ eb, or }) => or([eb('leases.owner', '=', owner), eb('leases.until', '<=', now)])),
    )
    .returning('owner')
    .execute();
  return taken.length > 0;
}

/** Gives a lease back before its time, if it is still the owner's. */
export async function endLease(transaction: Transaction<Tables>, { name, owner }: Pick<Lease, 'name' | 'owner'>) {
  await transaction.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute();
}
