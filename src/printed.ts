// The two files of schema/ that are computed: the schema itself, and which gateway has what of it.
import { isObjectType, print, printSchema } from 'graphql';
import { coverage } from './mapping/coverage.js';
import { gateways } from './platforms/index.js';
import { schema } from './query/schema.js';

/** The schema with its fields' directives, which graphql-js leaves out. A field that has one has no arguments. */
function printMarked(): string {
  let type = '';
  return printSchema(schema)
    .split('\n')
    .map((line) => {
      type = /^type (\w+)/.exec(line)?.[1] ?? type;
      const name = /^ {2}(\w+): /.exec(line)?.[1] ?? '';
      const field = fieldsOf(type)[name];
      // A description may hold a line that merely begins like a field.
      if (field === undefined || line !== `  ${name}: ${field.type}`) return line;
      return [line, ...(field.astNode?.directives ?? []).map(print)].join(' ');
    })
    .join('\n');
}

function fieldsOf(name: string) {
  const type = schema.getType(name);
  return isObjectType(type) ? type.getFields() : {};
}

/** Name → text. In the order of definition, so that related fields stay together. */
export const printed: Readonly<Record<string, string>> = {
  'schema.graphql': `# Printed by npm run gen.\n\n${printMarked()}\n`,
  'coverage.md': coverage(gateways),
};
