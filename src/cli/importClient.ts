// Sends a file of orders to a running server to be imported, and follows how far that comes.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

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

export interface ImportServer {
  readonly url: string;
  readonly apiKey: string | undefined;
}

/** What the person who runs it can mend. */
export class ImportError extends Error {}

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.ndjson': 'application/x-ndjson',
  '.jsonl': 'application/x-ndjson',
};

/** Begins the import, or goes on with the one that the same file began. */
export async function sendFile(file: string, server: ImportServer): Promise<ImportProgress> {
  const type = TYPES[extname(file).toLowerCase()];
  if (type === undefined) throw new ImportError(`${file}: must be named ${Object.keys(TYPES).join(', ')}`);
  const key = await sha256Of(file);
  return call(server, '/import', {
    method: 'POST',
    headers: { 'content-type': type, 'idempotency-key': key },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
  });
}

/** Every state that the import is in from now on, until it is done. */
export async function* follow(
  started: ImportProgress,
  server: ImportServer,
  everyMs = 1_000,
): AsyncGenerator<ImportProgress> {
  let progress = started;
  yield progress;
  while (progress.state !== 'DONE') {
    await sleep(everyMs);
    progress = await call(server, `/import/${started.id}`, {});
    yield progress;
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch (error) {
    throw new ImportError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  return hash.digest('hex');
}

async function call(
  { url, apiKey }: ImportServer,
  path: string,
  request: RequestInit & { readonly duplex?: 'half' },
): Promise<ImportProgress> {
  const headers = { ...request.headers, ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }) };
  const reply = await fetch(new URL(path, url), { ...request, headers }).catch((error: Error) => {
    throw new ImportError(`${url}: nobody answers there (${wordFor(error.cause)})`);
  });
  const answer: unknown = await reply.json().catch(() => undefined);
  if (reply.ok && answer !== undefined) return answer as ImportProgress;
  throw new ImportError(mistakeIn(answer) ?? `${url}: answered with status ${reply.status}`);
}

const wordFor = (cause: unknown): string => (cause as NodeJS.ErrnoException | undefined)?.code ?? 'no connection';

function mistakeIn(answer: unknown): string | undefined {
  const { errors } = (answer ?? {}) as { readonly errors?: readonly { readonly message: string }[] };
  return errors?.[0]?.message;
}
