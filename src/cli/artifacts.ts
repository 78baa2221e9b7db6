// The two files of schema/ that are computed: the schema itself, and which gateway has what of it.
import { coverage } from '../mapping/coverage.js';
import { coveredRows } from '../platforms/index.js';
import { schema } from '../query/schema.js';
import { sdlOf } from '../query/sdl.js';

/** Name → text. In the order of definition, so that related fields stay together. */
export const printed: Readonly<Record<string, string>> = {
  'schema.graphql': `# Printed by npm run gen.\n\n${sdlOf(schema)}\n`,
  'coverage.md': coverage(coveredRows),
};
