// Which version of OrderGraph this is.
import { createRequire } from 'node:module';

/** By the package's own name: found from wherever this file is built to. */
export const { version: VERSION } = createRequire(import.meta.url)('ordergraph/package.json') as {
  readonly version: string;
};
