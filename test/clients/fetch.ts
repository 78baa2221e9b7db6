// Typed documents asked with nothing but fetch.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type FormattedExecutionResult, print } from 'graphql';
import type { Extensions } from './extensions.js';
import { OrderListDocument, type OrderRef } from './generated/graphql.js';
import { outcomesOf } from './outcomes.js';

type Answer<Data> = FormattedExecutionResult<Data, Extensions>;

export type Ask = <Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Answer<Data>>;

export const asking =
  (url: string, key: string): Ask =>
  async <Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'x-ordergraph-plan': '1' },
      body: JSON.stringify({ query: print(document), variables }),
    });
    // Refusals have the same form, whatever their status.
    return (await response.json()) as Answer<Data>;
  };

export async function listOrders(ask: Ask, refs: OrderRef[]) {
  const { data, errors, extensions } = await ask(OrderListDocument, { refs });
  return { outcomes: outcomesOf('orders', data?.orders, errors), extensions };
}
