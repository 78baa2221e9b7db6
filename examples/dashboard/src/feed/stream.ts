// The feed as a stream of server-sent events. It ends when the server, a proxy or a failing network ends it.
import { type Client, createClient, type ExecutionResult, type RequestParams } from 'graphql-sse';
import { failureOf } from '../api/failure.js';
import { keyState } from '../api/key.js';
import { sentDocument } from '../api/trusted.js';
import { unmask } from '../gql/fragment-masking.js';
import type { ChangeFragment, OrderChangedSubscription } from '../gql/graphql.js';
import { CHANGE, ORDER_CHANGED } from './query.js';

export interface StreamEnd {
  /** Whether a stream was opened at all. */
  readonly wasOpen: boolean;
  /** The code that the server ended it with, where it said one. */
  readonly code: string | undefined;
}

interface StreamOptions {
  readonly after: string | undefined;
  readonly signal: AbortSignal;
  readonly onOpen: () => void;
  readonly onChange: (change: ChangeFragment) => void;
}

let client: Client | undefined;

/** Who follows the feed decides what comes after an end, so nothing is tried again here. */
const sse = (): Client => {
  client ??= createClient({
    url: '/graphql/stream',
    retryAttempts: 0,
    headers: (): Record<string, string> => {
      const { key } = keyState.get();
      return key === '' ? {} : { authorization: `Bearer ${key}` };
    },
  });
  return client;
};

export const stream = ({ after, signal, onOpen, onChange }: StreamOptions): Promise<StreamEnd> =>
  new Promise((resolve) => {
    let wasOpen = false;
    let code: string | undefined;
    const end = () => resolve({ wasOpen, code });
    const request = { ...sentDocument(ORDER_CHANGED), variables: { after }, operationName: 'OrderChanged' };
    const stop = sse().subscribe<OrderChangedSubscription>(
      request as RequestParams,
      {
        next({ data, errors }: ExecutionResult<OrderChangedSubscription, unknown>) {
          if (data) onChange(unmask(CHANGE, data.orderChanged));
          const [error] = errors ?? [];
          if (error) code = failureOf(error).code;
        },
        error: end,
        complete: end,
      },
      {
        connected() {
          wasOpen = true;
          onOpen();
        },
      },
    );
    signal.addEventListener('abort', () => {
      stop();
      end();
    });
  });
