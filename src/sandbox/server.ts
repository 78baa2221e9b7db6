// Plays the gateways on loopback, over real HTTP and at the originals' own paths: the upstream of a fresh checkout.

import Fastify from 'fastify';
import { play1688 } from './1688/doors.js';
import { playAliExpress } from './aliexpress/door.js';
import { playTaobao } from './taobao/door.js';

export type SandboxOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** VV_TOOL's allowance; its documentation says 10. */
  readonly requestsPerSecond?: number;
};

export type Sandbox = { readonly url: string; readonly close: () => Promise<void> };

export async function startSandbox({
  port = 0,
  host = '127.0.0.1',
  requestsPerSecond = 10,
}: SandboxOptions = {}): Promise<Sandbox> {
  // Some orders are never answered: closing has to end their connections too.
  const server = Fastify({ forceCloseConnections: true });
  // Each door reads its own body, because each refuses a bad one in its own words.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  play1688(server, requestsPerSecond);
  playTaobao(server);
  playAliExpress(server);
  const url = await server.listen({ port, host });
  return { url, close: () => server.close() };
}
