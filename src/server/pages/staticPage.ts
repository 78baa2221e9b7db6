// Serves pages that Vite has built into dist/: the page itself, and the hashed files that it loads.
import { readFile } from 'node:fs/promises';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const forever = 'public, max-age=31536000, immutable';

/** Nothing from another origin and no inline script, save for what `more` allows. */
export const contentSecurityPolicy = (more: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    'default-src': "'none'",
    'script-src': "'self'",
    // Monaco writes its theme into style elements, Mantine its measures into style attributes.
    'style-src': "'self' 'unsafe-inline'",
    'font-src': "'self' data:",
    'img-src': "'self' data:",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    ...more,
  })
    .map((directive) => directive.join(' '))
    .join('; ');

interface Files {
  readonly root: URL;
  readonly prefix: string;
  readonly policy: string;
}

/** Serves a folder of them, to an app of its own: its policy is that of all routes added there. */
export async function serveFiles(app: FastifyInstance, { root, prefix, policy }: Files): Promise<void> {
  // After the hooks of the whole server, whose own policy gives way to the page's.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', policy);
  });
  await app.register(files, {
    root,
    prefix,
    decorateReply: false,
    cacheControl: false,
    setHeaders(response, path) {
      // Vite puts a hash of the content into every name but that of the page.
      response.setHeader('cache-control', path.endsWith('index.html') ? 'no-cache' : forever);
    },
  });
}

/** What index.html says; undefined without a build. */
export async function readPage(directory: URL): Promise<string | undefined> {
  return readFile(new URL('index.html', directory), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

export function sendHtml(reply: FastifyReply, page: string, policy: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', policy)
    .send(page);
}
