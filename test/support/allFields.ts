// A selection of every field of a type, built from the schema itself.
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

/**
 * The fields of an object type, all the way down. Members of a union are aliased by their type, since two of them may
 * give one name different types.
 * @param without paths to leave out, such as `raw` or `items.name`
 */
export function allFields(type: GraphQLNamedType, without: ReadonlySet<string> = new Set(), path = ''): string {
  if (isLeafType(type)) return '';
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => {
      const fields = Object.values(member.getFields()).map(
        (field) => `${member.name}_${field.name}: ${select(field, without, path)}`,
      );
      return `... on ${member.name} { ${fields.join(' ')} }`;
    });
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(type)) throw new Error(`${type.name} has no fields of its own`);
  return `{ ${Object.values(type.getFields())
    .map((field) => select(field, without, path))
    .join(' ')} }`;
}

function select(field: GraphQLField<unknown, unknown>, without: ReadonlySet<string>, parent: string): string {
  const path = parent === '' ? field.name : `${parent}.${field.name}`;
  if (without.has(path) || field.args.some(isRequiredArgument)) return '__typename';
  const type: GraphQLOutputType = field.type;
  return `${field.name} ${allFields(getNamedType(type), without, path)}`;
}
