// How orders were loaded since the process started: from memory at once, or gathered into batches.

export interface LoaderCounts {
  /** Turns in which loads were gathered. */
  batches: number;
  /** Orders that fields asked for in them. */
  batchedLoads: number;
  /** Orders that were answered out of memory at once, beside all batches. */
  directLoads: number;
}

export const createLoaderCounts = (): LoaderCounts => ({ batches: 0, batchedLoads: 0, directLoads: 0 });
