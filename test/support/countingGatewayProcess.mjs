// A gateway in a process of its own, so that the clock it counts calls by is nobody else's: GET tells when they came. It
// may see a call late, but not one that was there before it last looked.
import { createServer } from 'node:http';

let arrivals = [];

/** Calls on connections that came until then have been seen: it has looked at them since. */
let looked = performance.now();
/** New connections that came until then have been seen: of those that wait, each look takes one. */
let lookedForNew = looked;
let isOneNew = false;
function lookAfter(now) {
  // Immediates run when connections have been looked at; timers may run twice with no look between.
  setTimeout(() =>
    setImmediate(() => {
      looked = now;
      if (!isOneNew) lookedForNew = now;
      isOneNew = false;
      lookAfter(performance.now());
    }),
  );
}
lookAfter(looked);

/** When each connection was seen, and the moment after which it came. */
const connections = new WeakMap();
const server = createServer((request, response) => {
  const at = performance.now();
  if (request.method === 'GET') {
    response.end(JSON.stringify(arrivals));
    arrivals = [];
    return;
  }
  // Calls on a connection are seen only once the connection is.
  const { seen, after } = connections.get(request.socket);
  arrivals.push({ after: seen < looked ? looked : after, before: at });
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const id = /"order_id":(\d+)/.exec(body)?.[1];
    const result = { base_info: { id_of_str: id, status: 'waitsellersend' } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ code: 0, msg: '', data: { result, success: 'true' } }));
  });
});
server.on('connection', (socket) => {
  isOneNew = true;
  connections.set(socket, { seen: performance.now(), after: lookedForNew });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
