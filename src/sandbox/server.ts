// Plays the gateways on loopback, over real HTTP and at the originals' own paths: the upstream of a fresh checkout.

import Fastify from 'fastify';
import { ConfigError } from '../config/configErrors.js';
import { serveAuthorization } from './authorization/server.js';
import { type FaultInjection, injectFaults, parseFaultInjection } from './faultInjection.js';
import { sandboxGateways } from './gateways.js';
import type { Ledger } from './ledger/ledger.js';
import { createMessageQueue, type LedgerMessages } from './ledger/messages.js';
import { servePictures } from './pictures.js';
import { NO_REPLAY, readReplay } from './replay.js';

type SandboxOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** VV_TOOL's allowance; its documentation says 10. */
  readonly requestsPerSecond?: number;
  /** The faults injected from the start, as JSON; default what SANDBOX_MISBEHAVE says, else none. */
  readonly faultInjection?: string | undefined;
  /** A folder of recorded exchanges; default what SANDBOX_REPLAY says, else none. */
  readonly replay?: string | undefined;
  /** Orders that live, which lists have. */
  readonly ledger?: Ledger | undefined;
  /** What timestamps of calls are held against, in milliseconds; default the real time. */
  readonly now?: () => number;
};

export type Sandbox = {
  readonly url: string;
  /** What is told of the ledger's orders. */
  readonly messages: LedgerMessages;
  readonly close: () => Promise<void>;
};

/** @throws ConfigError when the faults or the recorded exchanges cannot be read. */
export async function startSandbox({
  port = 0,
  host = '127.0.0.1',
  requestsPerSecond = 10,
  faultInjection = process.env.SANDBOX_MISBEHAVE,
  replay: folder = process.env.SANDBOX_REPLAY,
  ledger,
  now = ledger?.now ?? (() => Date.now()),
}: SandboxOptions = {}): Promise<Sandbox> {
  // Some orders are never answered: closing has to end their connections too.
  const server = Fastify({ forceCloseConnections: true });
  // Each endpoint reads its own body, because each refuses a bad one in its own words.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const messages = ledger ? messagesOf(ledger) : new Map();
  const replay = folder ? readReplay(folder, 'SANDBOX_REPLAY') : NO_REPLAY;
  // Before faults, which make a stream of a reply.
  servePictures(server);
  injectFaults(server, faultsAtStart(faultInjection));
  for (const { type, platform, path, below, account, authorization, list, createEndpoint } of sandboxGateways) {
    const issuer = authorization && serveAuthorization(server, authorization, applicationIn(account));
    const siblings = sandboxGateways.filter((gateway) => gateway.platform === platform);
    const documented = Object.assign({}, ...siblings.map((gateway) => gateway.documented));
    const isIssued = issuer?.isGood ?? (() => false);
    const endpoint = createEndpoint({
      ...{ documented, requestsPerSecond, isIssued, ledger, messages, now },
      findRecorded: replay(type),
    });
    server.post(path, endpoint);
    if (ledger && list) server.post(list.path, list.createEndpoint(ledger, now));
    if (below) server.post(`${path}/*`, endpoint);
  }
  const url = await server.listen({ port, host });
  return { url, messages, close: () => server.close() };
}

const messagesOf = (ledger: Ledger): LedgerMessages =>
  new Map(
    sandboxGateways.flatMap(({ type, messageForm }) =>
      messageForm ? [[type, createMessageQueue(ledger, type, messageForm(ledger))] as const] : [],
    ),
  );

const applicationIn = ({ appKey = '', appSecret = '' }: Readonly<Record<string, string>>) => ({ appKey, appSecret });

function faultsAtStart(text: string | undefined): FaultInjection {
  try {
    return parseFaultInjection(text || '{}');
  } catch (error) {
    throw new ConfigError([`SANDBOX_MISBEHAVE: ${(error as Error).message}`]);
  }
}
