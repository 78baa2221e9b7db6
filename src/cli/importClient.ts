// Sends a file of orders to a running server to be imported, and follows how far that comes.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { callServer, type ServerAddress } from './callServer.js';
import { CliError } from './command.js';

/** An import as the server tells it. */
export interface ImportProgress {
  readonly id: string;
  readonly accepted: number;
  readonly refused: readonly { readonly line: number; readonly message: string }[];
  readonly done: number;
  readonly failed: number;
  readonly state: 'RUNNING' | 'PAUSED' | 'DONE';
  readonly expectedAt: string | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.ndjson': 'application/x-ndjson',
  '.jsonl': 'application/x-ndjson',
};

/** Begins the import, or goes on with the one that the same file began. */
export async function sendFile(file: string, server: ServerAddress): Promise<ImportProgress> {
  const type = TYPES[extname(file).toLowerCase()];
  if (type === undefined) throw new CliError(`${file}: must be named ${Object.keys(TYPES).join(', ')}`);
  const key = await sha256Of(file);
  return callServer<ImportProgress>(server, '/import', {
    method: 'POST',
    headers: { 'content-type': type, 'idempotency-key': key },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
  });
}

/** Every state that the import is in from now on, until it is done. */
export async function* follow(
  started: ImportProgress,
  server: ServerAddress,
  everyMs = 1_000,
): AsyncGenerator<ImportProgress> {
  let progress = started;
  yield progress;
  while (progress.state !== 'DONE') {
    await sleep(everyMs);
    progress = await callServer<ImportProgress>(server, `/import/${started.id}`, {});
    yield progress;
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch (error) {
    throw new CliError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  return hash.digest('hex');
}
