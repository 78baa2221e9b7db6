// An Apollo gateway in front of OrderGraph and of the subgraph of notes that docs/federation.md shows.
import { ApolloGateway, IntrospectAndCompose, LocalGraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type FormattedExecutionResult, parse } from 'graphql';
import type { Part } from './json.js';
import { blocks, textOf } from './readme.js';

const [NOTES = ''] = blocks(textOf('docs/federation.md'), 'graphql');

const orderOf = (id: string) => ({ __typename: 'Order', id });

const notes = buildSubgraphSchema({
  typeDefs: parse(NOTES),
  resolvers: {
    Query: {
      latestNotes: (_root: unknown, { orders }: { readonly orders: readonly string[] }) =>
        orders.map((id) => ({ text: `About ${id}`, order: orderOf(id) })),
    },
    Order: { note: ({ id }: { readonly id: string }) => `Note on ${id}` },
  },
});

type Headers = Readonly<Record<string, string>>;

/** What a caller sends beside the query; the gateway hands it on. */
interface Context {
  readonly authorization?: string | undefined;
}

export interface Supergraph {
  readonly query: (query: string, variables?: Part, authorization?: string) => Promise<FormattedExecutionResult>;
  readonly close: () => Promise<void>;
}

/** @param authorization the credentials for OrderGraph’s own schema */
export async function startSupergraph(orders: string, authorization: string): Promise<Supergraph> {
  const introspectionHeaders: Headers = { authorization };
  const gateway = new ApolloGateway({
    supergraphSdl: new IntrospectAndCompose({
      subgraphs: [
        { name: 'orders', url: orders },
        { name: 'notes', url: 'http://notes.invalid' },
      ],
      introspectionHeaders,
    }),
    buildService: ({ name, url = '' }) =>
      name === 'notes'
        ? new LocalGraphQLDataSource(notes)
        : new RemoteGraphQLDataSource<Context>({
            url,
            willSendRequest({ request, context }) {
              if (context.authorization) request.http?.headers.set('authorization', context.authorization);
            },
          }),
  });
  const server = new ApolloServer<Context>({ gateway, stopOnTerminationSignals: false });
  await server.start();
  return {
    async query(query, variables = {}, credentials = undefined) {
      const { body } = await server.executeOperation(
        { query, variables, http: { method: 'POST', headers: new HeaderMap(), search: '', body: {} } },
        { contextValue: { authorization: credentials } },
      );
      if (body.kind !== 'single') throw new Error('The gateway answered in parts.');
      return body.singleResult;
    },
    close: () => server.stop(),
  };
}
