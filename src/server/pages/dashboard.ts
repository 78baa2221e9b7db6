// Serves the example dashboard that `vite build examples/dashboard` leaves in dist/dashboard.
import { existsSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy, readPage, sendHtml, serveFiles } from './staticPage.js';

const built = new URL('../../../dist/dashboard/', import.meta.url);

// Pictures of products come from the platforms' own servers, wherever these are.
const policy = contentSecurityPolicy({ 'img-src': "'self' data: https:" });

/** Serves it under /dashboard. Every address below is the one page, which reads the rest itself. */
export async function dashboard(app: FastifyInstance, { directory = built }: { readonly directory?: URL } = {}) {
  if (!existsSync(directory)) return;
  await serveFiles(app, { root: new URL('assets/', directory), prefix: '/dashboard/assets/', policy });
  const send = async (_request: FastifyRequest, reply: FastifyReply) =>
    sendHtml(reply, (await readPage(directory)) ?? '', policy);
  app.get('/dashboard', send);
  app.get('/dashboard/*', send);
}
