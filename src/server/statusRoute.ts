// GET /status for callers with the scope metrics:read: a page of the shops that they may access.
import type { FastifyInstance } from 'fastify';
import { requireScope } from '../auth/caller.js';
import { VERSION } from '../common/version.js';
import type { Shops } from '../upstream/types.js';
import type { Identify } from './authenticate.js';
import { languageFor } from './connect/language.js';
import type { ReadIndexState } from './metrics/indexState.js';
import { statusPage } from './statusPage.js';

interface StatusRouteOptions {
  readonly shops: Shops;
  readonly indexState: ReadIndexState;
  readonly identify: Identify;
}

/** Nothing is loaded, sent or framed. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept-language',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

export function statusRoute(app: FastifyInstance, { shops, indexState, identify }: StatusRouteOptions): void {
  app.get('/status', { onRequest: identify, exposeHeadRoute: false }, async ({ caller, headers }, reply) => {
    requireScope(caller, 'metrics:read');
    const index = await indexState();
    const known = [...shops.values()].map(({ shop }) => shop).filter(({ id }) => caller.mayAccess(id));
    const page = statusPage(languageFor(headers['accept-language']), { version: VERSION, shops: known, index });
    return reply.headers(HEADERS).send(page);
  });
}
