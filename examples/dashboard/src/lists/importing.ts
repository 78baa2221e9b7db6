// An import while it goes on: it is asked every second how far it is.
import { useMutation, useQuery } from '@apollo/client/react';
import { type Failure, failureOfRequest } from '../api/failure.js';
import { unmask } from '../gql/fragment-masking.js';
import type { ImportProgressFragment } from '../gql/graphql.js';
import { IMPORT_ORDERS, IMPORT_PROGRESS, ORDER_IMPORT } from './importQuery.js';
import type { Ref } from './ref.js';

const EACH_MS = 1000;

interface Importing {
  readonly start: (refs: readonly Ref[]) => void;
  readonly isStarting: boolean;
  readonly progress: ImportProgressFragment | undefined;
  readonly failure: Failure | undefined;
}

export function useImport(): Importing {
  const [mutate, { data, error, loading }] = useMutation(IMPORT_ORDERS, { fetchPolicy: 'no-cache' });
  const started = unmask(IMPORT_PROGRESS, data?.importOrders);
  const asked = useQuery(ORDER_IMPORT, {
    variables: { id: started?.id ?? '' },
    skip: !started || started.state === 'DONE',
    fetchPolicy: 'no-cache',
    pollInterval: EACH_MS,
    skipPollAttempt: () => document.hidden,
  });
  const progress = unmask(IMPORT_PROGRESS, asked.data?.orderImport) ?? started;
  if (progress?.state === 'DONE') asked.stopPolling();
  return {
    start: (refs) => void mutate({ variables: { refs: [...refs] } }).catch(() => undefined), // it stands in `error`
    isStarting: loading,
    progress,
    failure: error && failureOfRequest(error),
  };
}
