// A gateway as lean as Node allows, in a process of its own: it answers any order id with a fixed VV_TOOL document.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { documents } from './documents.js';

const server = createServer((request, response) => {
  const parts = documents.get(request.url ?? '');
  let body = '';
  request.setEncoding('latin1');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    const orderId = /"order_id":"?(\d+)/.exec(body)?.[1];
    if (parts === undefined || orderId === undefined) {
      response.writeHead(400).end();
      return;
    }
    const answer = Buffer.from(parts.join(orderId));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
