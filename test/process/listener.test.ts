// Tests listening: that what was accepted outlives it, and what is said when it fails.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { type Listener, startListener } from '../../src/process/listener.js';

const accepted: Socket[] = [];
const listeners: Listener[] = [];
const clients: Socket[] = [];

async function listen(host: string, port = 0): Promise<URL> {
  const listener = await startListener({ host, port }, (socket) => void accepted.push(socket));
  listeners.push(listener);
  return new URL(listener.url);
}

async function connectTo(host: string, port: string): Promise<Socket> {
  const client = connect(Number(port), host);
  clients.push(client);
  await once(client, 'connect');
  return client;
}

afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close();
  for (const socket of [...accepted.splice(0), ...clients.splice(0)]) socket.destroy();
});

test('a connection that was accepted lives on when listening ends, and a new one is refused', async () => {
  const { port } = await listen('127.0.0.1');
  const client = await connectTo('127.0.0.1', port);
  while (accepted.length === 0) await new Promise(setImmediate);
  await listeners[0]?.close();
  accepted[0]?.write('still here');
  expect(String((await once(client, 'data'))[0])).toBe('still here');
  await expect(connectTo('127.0.0.1', port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('localhost is listened on at each of its addresses that this machine has', async () => {
  const { port, hostname } = await listen('localhost');
  expect(hostname).toBe('localhost');
  await connectTo('127.0.0.1', port);
});

test('the address of a listener that takes connections from anywhere is one that can be opened', async () => {
  expect((await listen('0.0.0.0')).hostname).toBe('127.0.0.1');
});

test('a port that is taken is told as a mistake of PORT', async () => {
  const { port } = await listen('127.0.0.1');
  await expect(listen('127.0.0.1', Number(port))).rejects.toMatchObject({
    name: 'ConfigError',
    message: 'PORT: another program listens there already',
  });
});

test('an address of another machine is told as a mistake of HOST', async () => {
  await expect(listen('192.0.2.1')).rejects.toMatchObject({ message: 'HOST: is no address of this machine' });
});

test('a name that nobody has is told as a mistake of HOST', async () => {
  await expect(listen('nobody.invalid')).rejects.toMatchObject({
    message: expect.stringMatching(/^HOST: no address is known for this name/),
  });
});

test('connections that wait to be accepted when listening ends are accepted first', async () => {
  const { port } = await listen('127.0.0.1');
  const waiting = Array.from({ length: 20 }, () => connectTo('127.0.0.1', port));
  await Promise.all(waiting);
  await listeners[0]?.close();
  expect(accepted).toHaveLength(20);
});
