// Serves the example dashboard that `vite build examples/dashboard` leaves in dist/dashboard.
import { existsSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from '../../config/address.js';
import { contentSecurityPolicy, readPage, sendHtml, serveFiles } from './staticPage.js';

const built = new URL('../../../dist/dashboard/', import.meta.url);

interface DashboardOptions {
  /** Hosts that pictures may be loaded from: elsewhere, whoever writes an order could learn who looks at it. */
  readonly pictureHosts: readonly string[];
  readonly directory?: URL;
}

/** On this machine nobody else reads what is loaded, and hardly anything there speaks https. */
const pictureSource = (host: string): string => {
  const scheme = isLoopback(new URL(`http://${host.replace(/^\*\./, '')}`).hostname) ? 'http' : 'https';
  return `${scheme}://${host}`;
};

/** Serves it under /dashboard. Every address below is the one page, which reads the rest itself. */
export async function dashboard(app: FastifyInstance, { pictureHosts, directory = built }: DashboardOptions) {
  if (!existsSync(directory)) return;
  const pictures = ["'self'", 'data:', ...pictureHosts.map(pictureSource)];
  const policy = contentSecurityPolicy({ 'img-src': pictures.join(' ') });
  await serveFiles(app, { root: new URL('assets/', directory), prefix: '/dashboard/assets/', policy });
  const send = async (_request: FastifyRequest, reply: FastifyReply) =>
    sendHtml(reply, (await readPage(directory)) ?? '', policy);
  app.get('/dashboard', send);
  app.get('/dashboard/*', send);
}
