// Apollo Client's cache: orders are kept once, by their id, whichever query brought them.
import { InMemoryCache } from '@apollo/client';

const merged = { merge: true };

export const newCache = (): InMemoryCache =>
  new InMemoryCache({
    // These ids are unique. That of a shipment or a payment need not be, outside its order.
    dataIdFromObject: ({ __typename, id }) =>
      __typename === 'Order' || __typename === 'Shop' ? `${__typename}:${id}` : undefined,
    typePolicies: {
      // An order that some list has brought is not asked for again.
      Query: {
        fields: {
          node: {
            read: (known, { args, toReference }) =>
              known === undefined ? toReference({ __typename: 'Order', id: args?.id }) : known,
          },
        },
      },
      // Parts of an order without an id: what two queries select of them is kept together.
      OrderTotals: merged,
      Logistics: merged,
      Receiver: merged,
      Invoice: merged,
    },
  });
