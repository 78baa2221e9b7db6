// The shops that may be asked. Asking for them calls no gateway.
import { useQuery } from '@apollo/client/react';
import { graphql } from '../gql/index.js';

const SHOPS = graphql(`
  query Shops {
    shops {
      id
      name
      platform
    }
  }
`);

export const useShops = () => useQuery(SHOPS);

/** A shop's name; its id for one that is not known here. */
export const useShopName = (id: string): string => useShops().data?.shops.find((shop) => shop.id === id)?.name ?? id;
