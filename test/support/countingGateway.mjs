// A gateway in a process of its own, so that the clock it counts starts by is nobody else's: GET tells when they were.
import { createServer } from 'node:http';

let starts = [];
const server = createServer((request, response) => {
  const at = performance.now();
  if (request.method === 'GET') {
    response.end(JSON.stringify(starts));
    starts = [];
    return;
  }
  starts.push(at);
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
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
