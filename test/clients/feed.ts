// The change feed with the client of graphql-sse, followed over the ends of servers and connections.
import { print } from 'graphql';
import { type Client, createClient } from 'graphql-sse';
import { OrderFeedDocument, type OrderFeedSubscription } from './generated/graphql.js';

export type Change = OrderFeedSubscription['orderChanged'];

/** The stream stands beside the endpoint of queries. */
export const newFeedClient = (url: string, key: string): Client =>
  createClient({ url: `${url}/stream`, headers: { authorization: `Bearer ${key}` } });

/**
 * The changes behind a cursor, each at least once: keep the cursor of the last one that was dealt with.
 * @throws an Error when the feed cannot be followed; with CURSOR_EXPIRED, list the orders anew and begin without a cursor
 */
export async function* follow(client: Client, after?: string | null): AsyncGenerator<Change, void, void> {
  let cursor = after;
  // A feed has no end. One that is complete has lost its server, and goes on at the next.
  for (;;) {
    const variables = { after: cursor ?? null };
    const results = client.iterate<OrderFeedSubscription>({ query: print(OrderFeedDocument), variables });
    for await (const { data, errors } of results) {
      if (!data) throw new Error(errors?.[0]?.message ?? 'There is no answer.');
      yield data.orderChanged;
      cursor = data.orderChanged.cursor;
    }
  }
}
