// Links that carry a query in their fragment, which browsers send to no server. They never carry headers or the key.

/** What a link carries, under the names that GraphQL over HTTP has for them. */
export interface Linked {
  readonly query: string;
  readonly variables?: string | undefined;
  readonly operationName?: string | undefined;
}

export function linkTo(linked: Linked): string {
  const fragment = new URLSearchParams(Object.entries(linked).filter(([, value]) => value));
  return `${location.origin}${location.pathname}#${fragment}`;
}

/** What the page was opened with. It is taken from the address, so that a reload does not bring it back. */
export function takeLinked(): Linked | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const query = fragment.get('query');
  if (query === null) return undefined;
  history.replaceState(null, '', location.pathname);
  return {
    query,
    variables: fragment.get('variables') ?? undefined,
    operationName: fragment.get('operationName') ?? undefined,
  };
}
