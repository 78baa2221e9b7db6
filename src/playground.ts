// Serves the GraphiQL page that `vite build playground` leaves in dist/playground, and says who should get it.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

// One level up and down again, so that the address is right from dist/ as well as from src/, where jest runs this file.
const built = new URL('../dist/playground/', import.meta.url);

// Nothing from another origin and no inline script. Monaco writes its theme into style elements, hence that exception.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const forever = 'public, max-age=31536000, immutable';

/** Serves what the page loads, under /playground/. Without a build there is nothing to serve, and tests start so. */
export async function playground(app: FastifyInstance, { directory = built }: { readonly directory?: URL } = {}) {
  if (!existsSync(directory)) return;
  await app.register(files, {
    root: directory,
    prefix: '/playground/',
    decorateReply: false,
    cacheControl: false,
    setHeaders(response, path) {
      // Vite puts a hash of the content into every name but that of the page.
      response.setHeader('cache-control', path.endsWith('index.html') ? 'no-cache' : forever);
      response.setHeader('content-security-policy', policy);
    },
  });
}

/** Whether this is a browser looking for a page rather than a client sending a query. */
export function wantsPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if ((request.query as Record<string, unknown>).query !== undefined) return false;
  return preferred(request.headers.accept ?? '') === 'text/html';
}

/** Answers with the page itself. */
export async function sendPage(reply: FastifyReply, directory = built): Promise<FastifyReply> {
  const page = await readFile(new URL('index.html', directory), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (page === undefined) {
    return reply
      .code(404)
      .type('text/plain; charset=utf-8')
      .send('The playground is not built yet: run npm run build.\n');
  }
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', policy)
    .header('vary', 'accept') // queries live at the same address
    .send(page);
}

// The media type an Accept header asks for first: the highest q, and of equals the one written first.
function preferred(accept: string): string | undefined {
  return accept
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)[0]?.type;
}
