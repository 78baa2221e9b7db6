// What is done with a SQLite file that is damaged: it is kept under another name, and another is begun.
import { existsSync, mkdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import type { Database } from 'libsql';

/** Whether an error says that the file is no database, or that its pages do not fit together. */
export const isDamage = (error: unknown): boolean =>
  /^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { readonly code?: unknown } | null)?.code));

/** Who mends a file has ended if it takes longer. */
const MENDING_MS = 60_000;

/**
 * Renames a file that is damaged, with its log; the name it has then. Undefined where it is not, as another process was
 * first, or is at it.
 */
export async function setAside(path: string, open: () => Database): Promise<string | undefined> {
  const lock = `${path}.mending`;
  if (!lockFolder(lock)) return undefined;
  try {
    if (!existsSync(path) || !isDamaged(open)) return undefined;
    const aside = `${path}.damaged-${new Date().toISOString().replace(/[-:.]/g, '')}`;
    renameSync(path, aside);
    for (const suffix of ['-wal', '-shm']) if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
    return aside;
  } finally {
    rmdirSync(lock);
  }
}

/** A folder is made by one process alone. */
function lockFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    const left = statSync(path, { throwIfNoEntry: false });
    if (left && Date.now() - left.mtimeMs > MENDING_MS) rmdirSync(path);
    return false;
  }
}

function isDamaged(open: () => Database): boolean {
  let database: Database | undefined;
  try {
    database = open();
    const [row] = database.prepare('pragma quick_check(1)').all([]) as { readonly quick_check?: unknown }[];
    return row?.quick_check !== 'ok';
  } catch (error) {
    return isDamage(error);
  } finally {
    database?.close();
  }
}
