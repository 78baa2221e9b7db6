// The sandbox's order index: a file that lasts as long as the program, with a key that nobody needs after it.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY_BYTES } from '../common/encryption.js';

export interface SandboxIndex {
  readonly path: string;
  /** Base64. */
  readonly encryptionKey: string;
}

const FILE = 'index.db';

/** Folders of this machine alone: containers may share a folder for temporary files, but not process ids. */
const prefix = (): string => `ordergraph-${hostname()}-`;

/** Makes its folder, and removes those of programs that were killed. */
export function createSandboxIndex(): SandboxIndex {
  const encryptionKey = randomBytes(KEY_BYTES).toString('base64');
  try {
    removeLeftovers();
    const folder = mkdtempSync(join(tmpdir(), `${prefix()}${process.pid}-`));
    process.once('exit', () => remove(folder));
    return { path: join(folder, FILE), encryptionKey };
  } catch {
    // Nothing can be written there, which the index says for itself.
    return { path: join(tmpdir(), `${prefix()}${process.pid}`, FILE), encryptionKey };
  }
}

function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix()) ? /^(\d+)-/.exec(name.slice(prefix().length))?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) remove(join(tmpdir(), name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's is alive too.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** One that cannot be removed is in nobody's way. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}
