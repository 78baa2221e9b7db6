// Listens at an address and hands on what it accepts: listening can so end before anything else does.
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { endOfTurn } from '../common/eventLoop.js';
import { listenError } from '../config/environment.js';

export interface Listener {
  readonly url: string;
  /** Resolves when new connections are refused; those that were accepted have been handed on by then. */
  readonly close: () => Promise<void>;
}

/** For how long to look for a good moment to stop listening. */
const MAX_CLOSING_MS = 1_000;

export interface ListenOptions {
  readonly host: string;
  /** 0: whichever is free. */
  readonly port: number;
  /** Whether another process is to read what comes, so that nothing may be read of it here. */
  readonly pauseOnConnect?: boolean;
}

/** @throws ConfigError when it cannot listen there. */
export async function startListener(
  { host, port, pauseOnConnect = false }: ListenOptions,
  take: (socket: Socket) => void,
): Promise<Listener> {
  let accepted = 0;
  const onConnection = (socket: Socket): void => {
    accepted += 1;
    take(socket);
  };
  const listen = async (address: string, at: number): Promise<Server> => {
    // As HTTP servers listen. Half-open: a client may end its side with the request and still wait for the answer.
    const server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect }, onConnection);
    server.listen(at, address);
    await once(server, 'listening');
    return server;
  };
  try {
    const [first = host, ...others] = await addressesOf(host);
    const server = await listen(first, port);
    const bound = (server.address() as AddressInfo).port;
    // A machine may name an address for localhost that it does not have.
    const further = await Promise.allSettled(others.map((address) => listen(address, bound)));
    const servers = [server, ...further.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []))];
    return {
      url: `http://${urlHostOf(host)}:${bound}`,
      async close() {
        await untilNoneWaits(() => accepted);
        for (const each of servers) each.close();
      },
    };
  } catch (error) {
    throw listenError(error);
  }
}

/**
 * Whatever the operating system has accepted, and Node has not, is reset when a listener closes. So this waits for a turn
 * of the event loop that had no connection to take, and that was short: little can have come since it looked. The longer
 * it waits the longer that turn may be.
 */
async function untilNoneWaits(accepted: () => number): Promise<void> {
  const startedAt = performance.now();
  let last = Number.NaN;
  let turnMs = 0;
  let waitedMs = 0;
  // From one immediate to the next the loop looks once; to the first it may not look at all.
  await endOfTurn();
  do {
    last = accepted();
    const turnAt = performance.now();
    await endOfTurn();
    turnMs = performance.now() - turnAt;
    waitedMs = performance.now() - startedAt;
  } while (waitedMs < MAX_CLOSING_MS && (accepted() !== last || turnMs > 0.1 + waitedMs / MAX_CLOSING_MS));
}

/** The first address of a name; of localhost both, as clients take either. */
async function addressesOf(host: string): Promise<readonly string[]> {
  const addresses = await lookup(host, { all: true });
  return (host === 'localhost' ? addresses : addresses.slice(0, 1)).map(({ address }) => address);
}

/** What a client writes for it. */
function urlHostOf(host: string): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return reachable.includes(':') ? `[${reachable}]` : reachable;
}
