// POST /import takes orders to be fetched in the background; GET /import/ID tells how far that has come.
import type { FastifyInstance, FastifyReply, FastifyRequest, onResponseHookHandler } from 'fastify';
import { requireScope } from '../auth/caller.js';
import type { OrderImport, OrderImports } from '../orderIndex/import/types.js';
import type { Identify } from './authenticate.js';
import type { ImportFormat } from './importBody.js';
import { RequestError } from './requestError.js';

interface ImportRouteOptions {
  readonly imports: OrderImports;
  readonly identify: Identify;
  readonly onResponse: onResponseHookHandler | undefined;
}

const PATH = '/import';

/** Bytes of a body: some 200,000 lines. */
export const MAX_IMPORT_BYTES = 8 * 1024 * 1024;

const FORMATS: Readonly<Record<string, ImportFormat>> = {
  'text/csv': 'CSV',
  'application/x-ndjson': 'NDJSON',
  'application/jsonl': 'NDJSON',
};
const ACCEPTED = 202;

const MAX_KEY_LENGTH = 128;

/** An app of its own: its bodies are not parsed, but read as they come in. */
export async function importRoute(app: FastifyInstance, { imports, identify, onResponse }: ImportRouteOptions) {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(Object.keys(FORMATS), (_request, body, done) => done(null, body));
  const hooks = { onRequest: identify, ...(onResponse && { onResponse }) };
  app.post(PATH, { ...hooks, bodyLimit: MAX_IMPORT_BYTES }, async (request, reply) => {
    const { caller, raw } = request;
    try {
      requireScope(caller, 'orders:import');
      const [format, key] = [formatOf(request), keyOf(request)];
      // What reads the formats is loaded with the first import, for which no start waits.
      const { readImport } = await import('./importBody.js');
      const started = await imports.start(caller, readImport(raw, format, MAX_IMPORT_BYTES), { key });
      return reply.code(ACCEPTED).header('location', `${PATH}/${started.id}`).send(shown(started));
    } finally {
      endBody(request, reply);
    }
  });
  app.get<{ Params: { readonly id: string } }>(`${PATH}/:id`, hooks, async ({ caller, params }) => {
    const found = await imports.find(caller, params.id);
    if (found === undefined) throw new RequestError(404, 'There is no such import.');
    return shown(found);
  });
}

function formatOf({ headers }: FastifyRequest): ImportFormat {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity')
    throw new RequestError(415, 'Bodies are read as they are, not compressed.');
  const format = FORMATS[(headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
  if (format === undefined)
    throw new RequestError(415, `The content-type must be ${Object.keys(FORMATS).join(' or ')}.`);
  return format;
}

function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') return undefined;
  if (Array.isArray(key) || key.length > MAX_KEY_LENGTH)
    throw new RequestError(400, `The idempotency-key must be one, of at most ${MAX_KEY_LENGTH} characters.`);
  return key;
}

/** What nobody reads any more is thrown away, so that whoever still sends it comes to read the answer. */
function endBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.readableEnded) return;
  reply.header('connection', 'close');
  raw.resume();
}

/** In a file the place of a reference is its line. */
const shown = ({ refused, ...rest }: OrderImport) => ({
  ...rest,
  refused: refused.map(({ position, ...why }) => ({ line: position, ...why })),
});
