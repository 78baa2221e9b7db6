// Tests how long clients may take on their connections.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Part } from '../support/json.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

let server: TestServer;
const start = async (http: Part): Promise<void> => {
  server = await startTestServer({ settings: { http } });
};
afterEach(() => server?.close());

const open = (): Socket => {
  const { hostname, port } = new URL(server.url);
  return connect(Number(port), hostname).on('error', () => {});
};

const head = (length: number): string =>
  `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

describe('http.requestTimeoutMs', () => {
  test('a body that drips in for longer is answered 408, and the connection is closed', async () => {
    await start({ requestTimeoutMs: 400 });
    const socket = open();
    socket.write(`${head(1000)}{`);
    const drip = setInterval(() => socket.write(' '), 50);
    const answer = await text(socket);
    clearInterval(drip);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain('"code":"BAD_REQUEST"');
  });

  test('headers that never end are answered 408 as well', async () => {
    await start({ requestTimeoutMs: 400 });
    const socket = open();
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1.1 408 /);
  });

  test('what takes long after the body came in is answered', async () => {
    await start({ requestTimeoutMs: 200 });
    server.onCall(() => (_request, response) => {
      setTimeout(() => response.end('{"code":100}'), 700);
      return undefined;
    });
    expect(await server.query('{ order(shop: "shop", orderId: "1") { status } }')).toMatchObject({ status: 200 });
  });
});

test('what is no HTTP is answered 400 in the form of GraphQL', async () => {
  await start({});
  const socket = open();
  socket.write('no HTTP at all\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer).toContain('{"errors":[{"message":"This is not HTTP."');
});

describe('http.keepAliveMs', () => {
  test('a connection says how long it is kept, and is closed when nothing comes for so long', async () => {
    await start({ keepAliveMs: 1000 });
    const socket = open();
    socket.write(`${head(26)}{"query":"{ __typename }"}`);
    const startedAt = performance.now();
    const answer = await text(socket);
    expect(answer).toMatch(/^keep-alive: timeout=1\r$/im);
    expect(performance.now() - startedAt).toBeGreaterThan(900);
  });

  test('a connection is kept for 75 s by default', async () => {
    await start({});
    const socket = open();
    socket.write(`${head(26)}{"query":"{ __typename }"}`);
    const [chunk] = await once(socket, 'data');
    expect(String(chunk)).toMatch(/^keep-alive: timeout=75\r$/im);
    socket.destroy();
  });
});

describe('http.answerTimeoutMs', () => {
  const SCHEMA = 'GET /schema.graphql HTTP/1.1\r\nhost: x\r\n\r\n';
  const TIMES = 200;

  test('a client that does not read its answers loses its connection', async () => {
    await start({ answerTimeoutMs: 400 });
    const length = (await (await fetch(new URL('/schema.graphql', server.url))).arrayBuffer()).byteLength;
    const socket = open().pause();
    socket.write(SCHEMA.repeat(TIMES));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    // What the operating system holds is still there to be read.
    expect((await text(socket)).length).toBeLessThan(length * TIMES);
  });

  test('a client that reads gets all of its answers, however long they are together', async () => {
    await start({ answerTimeoutMs: 10_000 });
    const length = (await (await fetch(new URL('/schema.graphql', server.url))).arrayBuffer()).byteLength;
    const socket = open();
    socket.write(SCHEMA.repeat(TIMES).replace(/\r\n\r\n$/, '\r\nconnection: close\r\n\r\n'));
    expect((await text(socket)).length).toBeGreaterThan(length * TIMES);
  });
});
