// `npm run connect SHOP`: makes a link by which the owner of a shop can authorize its gateway, once.
import { CliError, callServer, serverOf } from './callServer.js';

const USAGE = `npm run connect SHOP [GATEWAY]

Prints a link for the owner of the shop. It leads to the page of the platform where the owner authorizes the application, works
once, and ends after an hour. GATEWAY is a type such as TAOBAO_TOP; without one the first of the shop's that can be connected.

ORDERGRAPH_URL      where the server answers; http://127.0.0.1:4000 when it is not set
ORDERGRAPH_API_KEY  a key with the scope shops:connect, where the server wants one

The server needs publicUrl in its settings: the address by which the owner's browser reaches it.`;

interface Link {
  readonly url: string;
  readonly expiresAt: string;
}

const [shop, gateway, ...others] = process.argv.slice(2);
if (shop === undefined || others.length > 0) {
  console.error(USAGE);
  process.exit(2);
}

try {
  const query = gateway === undefined ? '' : `?${new URLSearchParams({ gateway })}`;
  const path = `/connect/${encodeURIComponent(shop)}${query}`;
  const { url, expiresAt } = await callServer<Link>(serverOf(process.env), path, { method: 'POST' });
  console.log(`${url}\nIt works once, until ${expiresAt}.`);
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  process.exit(1);
}
