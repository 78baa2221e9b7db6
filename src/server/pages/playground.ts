// Serves the GraphiQL page that `vite build playground` leaves in dist/playground, and says who should get it.
import { existsSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { preferredType } from '../accept.js';
import { contentSecurityPolicy, readPage, sendHtml, serveFiles } from './staticPage.js';

// One level up and down again, so that the address is right from dist/ as well as from src/, where jest runs this file.
const built = new URL('../../../dist/playground/', import.meta.url);

// The editor runs its language servers in workers.
const policy = contentSecurityPolicy({ 'worker-src': "'self' blob:" });

/** Serves what the page loads, under /playground/. Without a build there is nothing to serve, and tests start so. */
export async function playground(app: FastifyInstance, { directory = built }: { readonly directory?: URL } = {}) {
  if (existsSync(directory)) await serveFiles(app, { root: directory, prefix: '/playground/', policy });
}

/** Whether this is a browser looking for a page rather than a client sending a query. */
export function wantsPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if ((request.query as Record<string, unknown>).query !== undefined) return false;
  return preferredType(request.headers.accept) === 'text/html';
}

/** Answers with the page itself. */
export async function sendPage(reply: FastifyReply, directory = built): Promise<void> {
  const page = await readPage(directory);
  if (page === undefined) {
    return reply
      .code(404)
      .type('text/plain; charset=utf-8')
      .send('The playground is not built yet: run npm run build.\n');
  }
  reply.header('vary', 'accept'); // queries live at the same address
  return sendHtml(reply, page, policy);
}
