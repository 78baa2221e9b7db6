// A stub gateway on loopback: it records every request to the byte and replies as a test says.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The body to the byte, read as UTF-8. */
  readonly body: string;
}

/** A reply to send; what is left out is 200 and JSON. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Answers a request: returns a reply, or writes to the response itself. */
export type Responder = (request: RecordedRequest, response: ServerResponse) => Reply | undefined;

export interface StubGateway {
  readonly url: string;
  /** Takes the requests that came since the last take, oldest first. */
  readonly take: () => readonly RecordedRequest[];
  /** Sets how requests are answered from now on. */
  readonly respondWith: (responder: Responder) => void;
  readonly close: () => Promise<void>;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

export async function startStubGateway(): Promise<StubGateway> {
  let responder: Responder = () => ({ status: 501, body: '' });
  let recorded: RecordedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
    recorded.push(request);
    const reply = responder(request, response);
    if (reply) response.writeHead(reply.status ?? 200, { ...JSON_TYPE, ...reply.headers }).end(reply.body ?? '');
  });
  // Or a test that is busy for so long finds its connection closed when it sends the next call over it.
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = recorded;
      recorded = [];
      return taken;
    },
    respondWith(next) {
      responder = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
