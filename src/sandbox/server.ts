// Plays the gateways on loopback, over real HTTP and at the originals' own paths: the upstream of a fresh checkout.

import Fastify from 'fastify';
import { ConfigError } from '../config/configErrors.js';
import { play1688 } from './1688/endpoints.js';
import { playAliExpress } from './aliexpress/endpoint.js';
import { type FaultInjection, injectFaults, parseFaultInjection } from './faultInjection.js';
import { playTaobao } from './taobao/endpoint.js';

export type SandboxOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** VV_TOOL's allowance; its documentation says 10. */
  readonly requestsPerSecond?: number;
  /** How the gateways misbehave from the start, as JSON; default what SANDBOX_MISBEHAVE says, else they behave. */
  readonly faultInjection?: string | undefined;
};

export type Sandbox = { readonly url: string; readonly close: () => Promise<void> };

/** @throws ConfigError when the misbehaviour cannot be read. */
export async function startSandbox({
  port = 0,
  host = '127.0.0.1',
  requestsPerSecond = 10,
  faultInjection: misbehaviour = process.env.SANDBOX_MISBEHAVE,
}: SandboxOptions = {}): Promise<Sandbox> {
  // Some orders are never answered: closing has to end their connections too.
  const server = Fastify({ forceCloseConnections: true });
  // Each door reads its own body, because each refuses a bad one in its own words.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  injectFaults(server, atFirst(misbehaviour));
  play1688(server, requestsPerSecond);
  playTaobao(server);
  playAliExpress(server);
  const url = await server.listen({ port, host });
  return { url, close: () => server.close() };
}

function atFirst(text: string | undefined): FaultInjection {
  try {
    return parseFaultInjection(text || '{}');
  } catch (error) {
    throw new ConfigError([`SANDBOX_MISBEHAVE: ${(error as Error).message}`]);
  }
}
