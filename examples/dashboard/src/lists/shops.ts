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
