// An import: orders that nobody has asked for yet are fetched into the index, in the background.
import { setTimeout as pause } from 'node:timers/promises';
import type { Ask } from './fetch.js';
import {
  ImportProgressDocument,
  type ImportProgressQuery,
  type OrderRef,
  StartImportDocument,
} from './generated/graphql.js';

export type Progress = NonNullable<ImportProgressQuery['orderImport']>;

/**
 * Starts an import, and follows it until it is done. It goes on without anybody who follows it.
 * @param refs at most 1,000; for more, POST /import takes a file
 * @throws an Error when it is refused: the key needs the scope orders:import
 */
export async function* importOrders(ask: Ask, refs: OrderRef[], everyMs = 1_000): AsyncGenerator<Progress> {
  const { data: started, errors } = await ask(StartImportDocument, { refs });
  if (!started) throw new Error(errors?.[0]?.message ?? 'There is no answer.');
  const { id, refused } = started.importOrders;
  for (const { shop, orderId, message } of refused) console.warn(`${shop} ${orderId}: ${message}`);
  for (;;) {
    const { data, errors: mistakes } = await ask(ImportProgressDocument, { id });
    const progress = data?.orderImport;
    if (!progress) throw new Error(mistakes?.[0]?.message ?? `There is no import ${id}.`);
    yield progress;
    if (progress.state === 'DONE') return;
    await pause(everyMs);
  }
}
