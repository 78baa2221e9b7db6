// Where the repository is, seen from the compiled benchmarks.

export const ROOT = new URL('../../../', import.meta.url);
