// The schema as text, marks of personal data included.
import { type GraphQLSchema, isObjectType, print, printSchema } from 'graphql';

/** The schema with its fields' directives, which graphql-js leaves out. A field that has one has no arguments. */
export function sdlOf(schema: GraphQLSchema): string {
  let type = '';
  return printSchema(schema)
    .split('\n')
    .map((line) => {
      type = /^type (\w+)/.exec(line)?.[1] ?? type;
      const name = /^ {2}(\w+): /.exec(line)?.[1] ?? '';
      const field = fieldsOf(schema, type)[name];
      // A description may hold a line that merely begins like a field.
      if (field === undefined || line !== `  ${name}: ${field.type}`) return line;
      return [line, ...(field.astNode?.directives ?? []).map(print)].join(' ');
    })
    .join('\n');
}

function fieldsOf(schema: GraphQLSchema, name: string) {
  const type = schema.getType(name);
  return isObjectType(type) ? type.getFields() : {};
}
