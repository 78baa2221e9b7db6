// Tests each transport over real connections, to servers that behave and to servers that fail.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { Fault } from '../../../src/common/fault.js';
import { transportNames } from '../../../src/config/environment.js';
import { Cancellation } from '../../../src/upstream/cancellation.js';
import { createPost, type Post } from '../../../src/upstream/transports/index.js';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function gateway(answer: Answer): Promise<{ url: string; sockets: ReadonlySet<Socket>; server: Server }> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => answer(request, response, body));
  });
  server.on('connection', (socket) => sockets.add(socket));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/order`, sockets, server };
}

const patient = new Cancellation();
const HEADERS = { 'content-type': 'application/json', authorization: 'Bearer key' };

const faultOf = async (reply: ReturnType<Post>): Promise<Fault> => {
  const outcome = await reply.catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(Fault);
  return outcome as Fault;
};

test('the transports are node-fetch and undici', () => expect(transportNames).toEqual(['node-fetch', 'undici']));

describe.each(transportNames)('%s', (transport) => {
  const connection = createPost(transport);
  afterAll(async () => (await connection).close());

  const ask = async (url: string, body = '{}', timeoutMs = 2_000, cancellation = patient) =>
    (await connection).post({ url, headers: HEADERS, body }, timeoutMs, cancellation);

  test('a request that nobody can send is a mistake of ours, and no outage of the gateway', async () => {
    const headers = { authorization: 'Bearer key\n' };
    const { post } = await connection;
    const outcome = await post({ url: 'http://127.0.0.1:1', headers, body: '' }, 2_000, patient).catch(
      (error: unknown) => error,
    );
    expect(outcome).not.toBeInstanceOf(Fault);
    expect(String((outcome as Error).message)).toMatch(/invalid .*header/i);
  });

  test('the transport sends address, headers and body, and returns status, Retry-After and text', async () => {
    const heard: unknown[] = [];
    const { url } = await gateway(({ method, url: path, headers }, response, body) => {
      heard.push([method, path, headers.authorization, headers['content-type'], body]);
      response.writeHead(429, { 'retry-after': '7' }).end('慢一点');
    });
    expect(await ask(url, '{"订单":1}')).toEqual({ status: 429, retryAfter: '7', text: '慢一点' });
    expect(heard).toEqual([['POST', '/order', 'Bearer key', 'application/json', '{"订单":1}']]);
  });

  test('the transport reports once that a call has gone out, before the reply comes', async () => {
    let answer = (): void => {};
    const { url } = await gateway((_request, response) => {
      answer = () => response.end('{}');
    });
    for (const _connection of ['new', 'kept']) {
      let sentCount = 0;
      await (await connection).post({ url, headers: HEADERS, body: '{"a":1}' }, 5_000, patient, () => {
        sentCount += 1;
        // The gateway may be a moment behind.
        setTimeout(() => answer(), 200);
      });
      expect(sentCount).toBe(1);
    }
  });

  test('the transport does not report a call as sent when it finds no connection', async () => {
    const { url, server } = await gateway(() => {});
    await new Promise((resolve) => server.close(resolve));
    let sentCount = 0;
    const { post } = await connection;
    await faultOf(
      post({ url, headers: HEADERS, body: '{}' }, 2_000, patient, () => {
        sentCount += 1;
      }),
    );
    expect(sentCount).toBe(0);
  });

  test('a character that is split between two packets is decoded whole', async () => {
    const bytes = Buffer.from('"订单"');
    const { url } = await gateway((_request, response) => {
      response.write(bytes.subarray(0, 2));
      setTimeout(() => response.end(bytes.subarray(2)), 30);
    });
    expect((await ask(url)).text).toBe('"订单"');
  });

  /** Answers what the call asks for: status, headers, and the bytes in base64. */
  const echo: Answer = (_request, response, body) => {
    const { status = 200, headers = {}, bytes } = JSON.parse(body) as Echo;
    response.writeHead(status, headers).end(Buffer.from(bytes, 'base64'));
  };
  interface Echo {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly bytes: string;
  }
  const askFor = async (bytes: Buffer, headers: Echo['headers'] = {}, status = 200) => {
    const { url } = await gateway(echo);
    return ask(url, JSON.stringify({ status, headers, bytes: bytes.toString('base64') }), 10_000);
  };
  const textOf = async (...call: Parameters<typeof askFor>) => (await askFor(...call)).text;
  const type = (charset: string): Readonly<Record<string, string>> => ({
    'content-type': `text/html;charset=${charset}`,
  });

  test('a byte order mark is dropped, whatever the charset', async () => {
    expect(await textOf(Buffer.from('\ufeff{"订单":"😀"}'))).toBe('{"订单":"😀"}');
    expect(await textOf(Buffer.from('\ufeff{"订单":"😀"}'), type('GBK'))).toBe('{"订单":"😀"}');
    expect(await textOf(Buffer.from('\ufeff"订"', 'utf16le'), type('utf-16'))).toBe('"订"');
    expect(await textOf(Buffer.alloc(0))).toBe('');
  });

  test.each(['GBK', 'gb2312', 'gb18030', '"GB18030"'])('a reply in the charset %s is read in it', async (charset) => {
    expect(await textOf(Buffer.from([0x22, 0xc3, 0xde, 0xd2, 0xc2, 0x22]), type(charset))).toBe('"棉衣"');
  });

  test.each(['UTF-8', 'utf8', 'no-such-charset'])('a reply in the charset %s is read as UTF-8', async (charset) => {
    expect(await textOf(Buffer.from('"棉衣"'), type(charset))).toBe('"棉衣"');
  });

  test('bytes that are not in the charset of the reply fail with UPSTREAM_MALFORMED', async () => {
    for (const headers of [{}, type('utf-8'), type('no-such-charset')])
      expect(await faultOf(askFor(Buffer.from([0x22, 0xc3, 0xde, 0x22]), headers))).toMatchObject({
        code: 'UPSTREAM_MALFORMED',
        message: "The gateway's answer is not in the charset or the compression that it names.",
      });
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['identity', (bytes: Buffer) => bytes],
  ])('a reply with the content-encoding %s is decompressed', async (coding, compress) => {
    const headers = { 'content-encoding': coding, 'retry-after': '7' };
    const bytes = compress(Buffer.from('{"订单":"棉衣"}'));
    expect(await askFor(bytes, headers)).toEqual({ status: 200, retryAfter: '7', text: '{"订单":"棉衣"}' });
  });

  test('a compressed reply is read in its charset', async () => {
    const bytes = gzipSync(Buffer.from([0x22, 0xc3, 0xde, 0xd2, 0xc2, 0x22]));
    expect(await textOf(bytes, { ...type('GBK'), 'content-encoding': 'gzip' })).toBe('"棉衣"');
  });

  test.each(['gzip', 'deflate', 'br', 'zstd', 'constructor'])(
    'a reply that is not in the content-encoding %s that it names fails with UPSTREAM_MALFORMED',
    async (coding) => {
      const reply = askFor(Buffer.from('{"a":1}'), { 'content-encoding': coding });
      expect(await faultOf(reply)).toMatchObject({ code: 'UPSTREAM_MALFORMED' });
    },
  );

  test('a failure whose page cannot be read keeps its status, and has no text', async () => {
    const unreadable = Buffer.from([0xff, 0xfe, 0xfd]);
    for (const coding of ['identity', 'gzip', 'zstd'])
      expect(await askFor(unreadable, { 'content-encoding': coding }, 502)).toEqual({
        status: 502,
        retryAfter: undefined,
        text: '',
      });
  });

  test('a small reply that becomes more than 8 MiB fails with UPSTREAM_MALFORMED', async () => {
    const bytes = Buffer.alloc(9 * 1024 * 1024, 'x');
    for (const [coding, compress] of [
      ['gzip', gzipSync],
      ['br', (whole: Buffer) => brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ] as const)
      expect(await faultOf(askFor(compress(bytes), { 'content-encoding': coding }))).toMatchObject({
        code: 'UPSTREAM_MALFORMED',
        message: expect.stringContaining('longer than'),
      });
  });

  test('each call names the codings that its reply may have', async () => {
    let accepted: string | undefined;
    const { url } = await gateway(({ headers }, response) => {
      accepted = headers['accept-encoding'];
      response.end('{}');
    });
    await ask(url);
    expect(accepted).toBe('gzip, deflate, br');
  });

  test('a reply of 5 MiB is read whole, and one of 9 MiB fails with UPSTREAM_MALFORMED', async () => {
    const { url } = await gateway((_request, response, body) => response.end('x'.repeat(Number(body))));
    expect((await ask(url, String(5 * 1024 * 1024), 10_000)).text).toHaveLength(5 * 1024 * 1024);
    expect(await faultOf(ask(url, String(9 * 1024 * 1024), 10_000))).toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });

  test('sequential calls reuse their connection, and concurrent calls do not wait for each other', async () => {
    const { url, sockets } = await gateway((_request, response) => setTimeout(() => response.end('{}'), 500));
    for (let call = 0; call < 3; call += 1) await ask(url);
    // A reply may be there a moment before its connection is free again.
    expect(sockets.size).toBeLessThanOrEqual(2);
    const began = performance.now();
    await Promise.all(Array.from({ length: 20 }, () => ask(url)));
    expect(performance.now() - began).toBeLessThan(20 * 500);
  });

  test('calls to many hosts at once each get the reply of their host', async () => {
    const gateways = await Promise.all(
      Array.from({ length: 12 }, (_, index) => gateway((_request, response) => response.end(String(index)))),
    );
    const replies = await Promise.all(gateways.map(({ url }) => ask(url)));
    expect(replies.map(({ text }) => text)).toEqual(gateways.map((_, index) => String(index)));
  });

  test.each([301, 302, 303, 307, 308])('a redirect with status %i is not followed', async (status) => {
    let calls = 0;
    const { url } = await gateway((_request, response) => {
      calls += 1;
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect(await faultOf(ask(url))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: expect.stringContaining('redirect'),
    });
    expect(calls).toBe(1);
  });

  test('a reply that does not come, or stops in the middle, fails with UPSTREAM_TIMEOUT', async () => {
    const { url } = await gateway((_request, response, body) => {
      if (body === 'half') response.write('{"a":');
    });
    for (const body of ['none', 'half']) {
      const began = performance.now();
      expect(await faultOf(ask(url, body, 200))).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });

  test('a cancelled call closes its connection', async () => {
    const hungUp = new Promise<void>((resolve) => {
      void gateway((request) => request.socket.once('close', () => resolve())).then(({ url }) => {
        const caller = new Cancellation();
        ask(url, '{}', 10_000, caller).catch(() => {});
        setTimeout(() => caller.cancel(), 100);
      });
    });
    await hungUp;
  });

  test('a call whose TLS handshake never ends fails with UPSTREAM_TIMEOUT', async () => {
    // It speaks no TLS, and does not hang up either.
    const sockets: Socket[] = [];
    const silent = createTcpServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const began = performance.now();
    const url = `https://127.0.0.1:${(silent.address() as AddressInfo).port}/order`;
    expect(await faultOf(ask(url, '{}', 200))).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(performance.now() - began).toBeLessThan(5_000);
    silent.close();
    for (const socket of sockets) socket.destroy();
  });

  test('a connection that is reset, cut off or refused fails with UPSTREAM_UNAVAILABLE', async () => {
    const { url, server } = await gateway(({ socket }, response, body) => {
      if (body === 'reset') socket.resetAndDestroy();
      else {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"a":');
        setTimeout(() => socket.destroy(), 30);
      }
    });
    for (const body of ['reset', 'cut']) {
      expect(await faultOf(ask(url, body))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    }
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await faultOf(ask(url))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: 'The gateway cannot be reached (ECONNREFUSED).',
    });
  });

  test('an idle connection that the gateway closed is not reused', async () => {
    const { url, server } = await gateway((_request, response) => response.end('{}'));
    await ask(url);
    server.closeIdleConnections();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await ask(url)).status).toBe(200);
  });
});
