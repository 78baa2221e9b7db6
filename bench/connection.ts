// One HTTP connection as cheap as it gets: a request is bytes made beforehand, and of an answer only the body is told.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';

/** The bytes of a GraphQL request over HTTP. */
export function requestBytes(url: string, body: unknown): Buffer {
  const { host, pathname } = new URL(url);
  const text = JSON.stringify(body);
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  return Buffer.from(head.join('\r\n') + HEAD_END + text);
}

export interface Connection {
  /** One at a time. @throws Error when the answer is none, or is not HTTP 200. */
  readonly ask: (request: Buffer) => Promise<Buffer>;
  readonly close: () => void;
}

export async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  await once(socket, 'connect');
  let chunks: Buffer[] = [];
  let waiting: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | undefined;

  socket.on('data', (chunk) => {
    chunks.push(chunk);
    try {
      const body = bodyOf(chunks);
      if (body === undefined) return;
      chunks = [];
      waiting?.resolve(body);
    } catch (error) {
      waiting?.reject(error as Error);
    }
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('The connection was closed.')));

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => {
      waiting = undefined;
      socket.destroy();
    },
  };
}

/** The body, when all of it is here. */
function bodyOf(chunks: Buffer[]): Buffer | undefined {
  let first = chunks[0] as Buffer;
  let headEnd = first.indexOf(HEAD_END);
  if (headEnd < 0) {
    // The head itself may come in pieces.
    first = Buffer.concat(chunks);
    chunks.splice(0, chunks.length, first);
    headEnd = first.indexOf(HEAD_END);
  }
  if (headEnd < 0) return undefined;
  const head = first.toString('latin1', 0, headEnd).toLowerCase();
  if (!head.startsWith('http/1.1 200')) throw new Error(`Answered ${Buffer.concat(chunks).toString()}`);
  const start = headEnd + HEAD_END.length;
  const length = /content-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined) {
    const received = chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (received < start + Number(length)) return undefined;
    return (chunks.length === 1 ? first : Buffer.concat(chunks)).subarray(start);
  }
  if (!chunks.at(-1)?.subarray(-LAST_CHUNK.length).equals(Buffer.from(LAST_CHUNK))) return undefined;
  return unchunked(Buffer.concat(chunks).subarray(start));
}

function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    if (!(size > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
