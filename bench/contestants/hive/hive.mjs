// Hive Gateway over the gateway as a JSON Schema subgraph, the answer's own shape put on top as additional resolvers.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway';
import { orderIn, orderOf } from '../gateway.mjs';
import { resolversWith, typeDefs } from '../schema.mjs';

const supergraph = readFileSync(new URL('supergraph.graphql', import.meta.url), 'utf8');

const SELECTION = `{ code data { result {
  base_info {
    id_of_str status create_time modify_time complete_time close_reason total_amount sum_product_payment shipping_fee
  }
  product_items { sub_item_i_d_string product_i_d name quantity unit price item_amount status gmt_create }
} } }`;

const load = (context, shop, orderId, info) =>
  orderOf(shop, orderId, async () => {
    const args = { path: shop, orderId };
    const reply = await context.VvTool.Query.gatewayOrder({ root: {}, args, context, info, selectionSet: SELECTION });
    return orderIn(reply, orderId);
  });

const gateway = createGatewayRuntime({
  supergraph: supergraph.replaceAll('UPSTREAM', process.env.UPSTREAM),
  additionalTypeDefs: typeDefs.replace('type Query', 'extend type Query'),
  additionalResolvers: resolversWith(load),
  logging: false,
});
const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));

// Hive waits for connections that nobody closes.
process.once('SIGTERM', () => process.exit(0));
