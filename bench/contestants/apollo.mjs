// Apollo Server as its documentation starts one: standalone, its default plugins, a RESTDataSource per request.
import { RESTDataSource } from '@apollo/datasource-rest';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { bodyFor, headers, orderIn, orderOf, urlOf } from './gateway.mjs';
import { resolversWith, typeDefs } from './schema.mjs';

class Orders extends RESTDataSource {
  order(shop, orderId) {
    return orderOf(shop, orderId, async () =>
      orderIn(await this.post(urlOf(shop), { body: bodyFor(orderId), headers }), orderId),
    );
  }
}

const resolvers = resolversWith(({ orders }, shop, orderId) => orders.order(shop, orderId));
const server = new ApolloServer({ typeDefs, resolvers });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => ({ orders: new Orders({ cache: server.cache }) }),
});
console.log(url);
