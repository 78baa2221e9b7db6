// How long clients may take on their connections: until a request has come in, until its answer is read, and in between.
import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { HttpSettings } from '../config/settings.js';

/** How often to look for what is overdue, so that nothing takes much longer than it may. */
const checkIntervalOf = (timeoutMs: number): number => Math.min(5_000, Math.ceil(timeoutMs / 4));

/** Fastify's options for them. */
export const connectionOptions = ({ requestTimeoutMs, keepAliveMs }: HttpSettings) => ({
  keepAliveTimeout: keepAliveMs,
  requestTimeout: requestTimeoutMs,
  http: {
    // Node takes the longer of the two for the body, whichever it is.
    headersTimeout: requestTimeoutMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: checkIntervalOf(requestTimeoutMs),
  },
});

/** What is wrong with what never became a request, by Node's code for it; anything else is no HTTP. */
const CONNECTION_ERRORS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not come in within the time for it.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers are too long.'],
};

/** Answers what never became a request, and closes its connection. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  const [status, message] = CONNECTION_ERRORS[error.code ?? ''] ?? [400, 'This is not HTTP.'];
  if (socket.writable && error.code !== 'ECONNRESET') {
    const body = JSON.stringify({ errors: [{ message, extensions: { code: ApolloServerErrorCode.BAD_REQUEST } }] });
    const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json; charset=utf-8`;
    socket.write(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
  }
  socket.destroy(error);
}

/** What a client had not read when it was looked at. */
interface Backlog {
  /** Bytes ever written to the client, read or not. */
  readonly written: number;
  /** By performance.now(). */
  readonly since: number;
}

interface ConnectionServer {
  readonly server: Server;
  readonly log: { readonly info: (details: object, message: string) => void };
}

/**
 * Closes the connection of a client that does not read its answer: until then all of it is held in memory. What is written
 * has to be read within the time, all of it, however often a part is.
 */
export function dropUnreadAnswers({ server, log }: ConnectionServer, timeoutMs: number): void {
  // All are looked at now and then: a timer for each answer would cost those that are read at once.
  const backlogs = new Map<Socket, Backlog | undefined>();
  server.on('connection', (socket) => {
    backlogs.set(socket, undefined);
    socket.once('close', () => backlogs.delete(socket));
  });

  function check(socket: Socket, backlog: Backlog | undefined): void {
    const unread = socket.writableLength;
    if (unread === 0) {
      if (backlog) backlogs.set(socket, undefined);
    } else if (backlog === undefined || socket.bytesWritten - unread >= backlog.written) {
      backlogs.set(socket, { written: socket.bytesWritten, since: performance.now() });
    } else if (performance.now() - backlog.since >= timeoutMs) {
      log.info({ ip: socket.remoteAddress, unread }, 'an answer was not read in time and is dropped');
      socket.destroy();
    }
  }

  const timer = setInterval(() => {
    for (const [socket, backlog] of backlogs) check(socket, backlog);
  }, checkIntervalOf(timeoutMs)).unref();
  server.once('close', () => clearInterval(timer));
}
