// Tests that closing a transport ends its idle connections to gateways.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { transportNames } from '../../../src/config/environment.js';
import { Cancellation } from '../../../src/upstream/cancellation.js';
import { createPost } from '../../../src/upstream/transports/index.js';

test.each(transportNames)(
  'closing the transport %s ends the connection that it kept for the next call',
  async (transport) => {
    const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
    const connected = once(server, 'connection');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/order`;
    const { post, close } = await createPost(transport);
    await post({ url, headers: {}, body: '{}' }, 2_000, new Cancellation());
    const [socket] = (await connected) as [Socket];
    expect(socket.destroyed).toBe(false);
    const ended = once(socket, 'close');
    await close();
    await ended;
    server.close();
  },
);
