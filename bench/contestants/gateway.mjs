// How the rivals of OrderGraph ask the gateway: over the transport that TRANSPORT names, or from memory with MEMORY.
import { Agent } from 'node:http';
import nodeFetch from 'node-fetch';
import { Pool } from 'undici';

const { UPSTREAM, TRANSPORT, MEMORY } = process.env;

/** Shops by id: where each one's orders are. */
const PATHS = { sample: '/sample', large: '/large' };

const headers = { authorization: 'Bearer bench-token', 'content-type': 'application/json' };

/** The order's id is a longer integer than a JavaScript number holds, so its digits are written as they are. */
export const bodyFor = (orderId) =>
  `{"shop_id":"12152545454","order_id":${BigInt(orderId)},"include_fields":"GuaranteesTerms"}`;

const pool = new Pool(UPSTREAM);
const agent = new Agent({ keepAlive: true });

const transports = {
  undici: async (path, body) => (await pool.request({ path, method: 'POST', headers, body })).body.text(),
  'node-fetch': async (path, body) =>
    (await nodeFetch(UPSTREAM + path, { method: 'POST', headers, body, agent })).text(),
};
const send = transports[TRANSPORT];

/** The order out of a reply. JSON.parse rounds long ids; each has a twin that is text. */
export function orderIn(reply, orderId) {
  const order = reply.code === 0 ? reply.data?.result : undefined;
  if (order?.base_info?.id_of_str !== orderId) throw new Error(`The gateway did not answer order ${orderId}.`);
  return order;
}

async function fetchOrder(shop, orderId) {
  return orderIn(JSON.parse(await send(PATHS[shop], bodyFor(orderId))), orderId);
}

/** Parsed orders, when they are to be kept. */
export const memory = MEMORY ? new Map() : undefined;

/** @param fetch how an order is had that is not in memory */
export async function orderOf(shop, orderId, fetch = fetchOrder) {
  const held = memory?.get(shop + orderId);
  if (held) return held;
  const order = await fetch(shop, orderId);
  memory?.set(shop + orderId, order);
  return order;
}

export const urlOf = (shop) => UPSTREAM + PATHS[shop];
export { headers };
