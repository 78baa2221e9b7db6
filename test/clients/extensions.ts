// What OrderGraph says beside data and errors. Clients leave the type of it to us.
export interface Extensions {
  /** What of the orders could not be read, or is older than asked for. */
  readonly warnings?: readonly {
    readonly shop: string;
    readonly orderId: string;
    readonly path: string;
    readonly message: string;
  }[];
  /** The price of the query, and how much one may cost. */
  readonly cost?: { readonly requested: number; readonly limit: number; readonly remaining?: number };
  /** What it took upstream; only with the header x-ordergraph-plan. */
  readonly upstream?: { readonly totals: { readonly orders: number; readonly calls: number; readonly hits: number } };
}

/** What an error says of the order that it is about. */
export interface FaultExtensions {
  readonly code: string;
  readonly shop?: string;
  readonly orderId?: string;
  readonly retryable?: boolean;
  readonly retryAfterMs?: number;
}
