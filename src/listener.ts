// Listens at an address and hands on what it accepts: listening can so end before anything else does.
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { listenError } from './config/environment.js';

export interface Listener {
  readonly url: string;
  /** From then on new connections are refused; those that were accepted have been handed on. */
  readonly close: () => void;
}

export interface ListenOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Whether another process is to read what comes, so that nothing may be read of it here. */
  readonly pauseOnConnect?: boolean;
}

/** @throws ConfigError when it cannot listen there. */
export async function startListener(
  { host, port, pauseOnConnect = false }: ListenOptions,
  take: (socket: Socket) => void,
): Promise<Listener> {
  const listen = async (address: string, at: number): Promise<Server> => {
    // As HTTP servers listen. Half-open: a client may end its side with the request and still wait for the answer.
    const server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect }, take);
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
      close: () => {
        for (const each of servers) each.close();
      },
    };
  } catch (error) {
    throw listenError(error);
  }
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
