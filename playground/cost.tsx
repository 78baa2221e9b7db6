// The bar below the answer: what the shown answer cost upstream, in one line, and order by order on a click.
import { formatShortcutForOS, KEY_MAP, useGraphiQL } from '@graphiql/react';
import { useCallback, useSyncExternalStore } from 'react';
import { callsIn, type Extensions, extensionsOf, summaryOf, type Trace } from './plan';

/** The text of the answer shown, so that what is said here is always said of that one. */
function useAnswer(): string {
  const editor = useGraphiQL((state) => state.responseEditor);
  const follow = useCallback(
    (changed: () => void) => {
      const following = editor?.onDidChangeModelContent(changed);
      return () => following?.dispose();
    },
    [editor],
  );
  return useSyncExternalStore(follow, () => editor?.getValue() ?? '');
}

export function Cost() {
  const answer = useAnswer();
  const isFetching = useGraphiQL((state) => state.isFetching);
  if (answer === '') return isFetching ? null : <Hint />;
  const extensions = extensionsOf(answer);
  const summary = summaryOf(extensions);
  if (summary === '') return <p className="cost">This answer does not say what it took.</p>;
  return (
    <details className="cost">
      <summary>{summary}</summary>
      <Details {...extensions} />
    </details>
  );
}

function Hint() {
  return (
    <p className="hint">
      Run the query with ▶ or {formatShortcutForOS(KEY_MAP.runQuery.key)}.
      <br />
      Its answer comes here, and what it took below.
    </p>
  );
}

function Details({ cost, upstream }: Extensions) {
  return (
    // It can be longer than its place, so that whoever scrolls with the keyboard must be able to get into it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label="What each order took" tabIndex={0}>
      {upstream && <Orders orders={upstream.orders} />}
      {cost && (
        <p>
          {cost.requested} points of the {cost.limit} that a query may cost
          {cost.remaining !== undefined && `; ${cost.remaining} are left for this minute`}.
        </p>
      )}
    </section>
  );
}

const SOURCES: Readonly<Record<Trace['cache'], string>> = {
  MISS: 'from the gateway',
  PARTIAL: 'from cache and gateway',
  HIT: 'from cache',
  STALE: 'from cache, stale',
};

function Orders({ orders }: { readonly orders: readonly Trace[] }) {
  if (orders.length === 0) return <p>No order was looked up.</p>;
  return (
    <ul>
      {orders.map(({ shop, orderId, gateway, cache, joined, attempts, subtrees, waitedMs, totalMs, cost }) => (
        <li key={`${shop} ${orderId}`}>
          <strong>
            {shop} {orderId}
          </strong>{' '}
          {[
            gateway,
            joined ? 'from a call under way' : SOURCES[cache],
            callsIn(attempts),
            cost !== null && `${cost} of the gateway’s points`,
            waitedMs > 0 && `waited ${waitedMs} ms`,
            `took ${totalMs} ms`,
          ]
            .filter(Boolean)
            .join(' · ')}
          {subtrees.length > 0 && <span>Asked for {subtrees.join(', ')}</span>}
        </li>
      ))}
    </ul>
  );
}
