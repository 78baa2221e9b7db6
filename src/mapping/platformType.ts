// Types for what only one platform documents. A field's name, GraphQL type, wire path and description stand on one line;
// the GraphQL type is declared from it. A line that carries personal data ends with its mark.
import { ObjectType } from 'type-graphql';
import { Nullable } from '../order/decorators.js';
import type { Personal } from '../order/personal.js';
import type { AnyField, AnyFields, Computed, Field, Leaf, ListField, ListShape, ObjectField } from './fieldTypes.js';

type DescribedField = Leaf | Computed | ObjectField | ListField;

export interface PlatformType {
  readonly name: string;
  readonly type: new () => object;
  readonly fields: AnyFields;
}

/** Declares a GraphQL object type whose fields are read from the platform's document. Every field is nullable. */
export function platformType(
  name: string,
  description: string,
  fields: { readonly [field: string]: DescribedField },
): PlatformType {
  const type = { [name]: class {} }[name] as new () => object;
  for (const [field, declared] of Object.entries(fields)) {
    const mark = 'personal' in declared ? declared.personal : undefined;
    Nullable(() => graphqlType(declared) as never, declared.description, mark)(type.prototype, field);
  }
  ObjectType(name, { description, simpleResolvers: true })(type);
  return { name, type, fields };
}

function graphqlType(field: AnyField): unknown {
  switch (field.kind) {
    case 'leaf':
      return field.sources[0]?.codec.type();
    case 'computed':
      return field.codec.type();
    case 'object':
      return field.type?.();
    case 'list':
      return [field.type?.()];
    case 'absent':
      throw new Error('A platform declares only fields that it has.');
  }
}

/** A field of a platform type: the object at a path; null where there is none. An empty path is the object at hand. */
export const part = (
  at: string,
  of: PlatformType,
  description: string,
  personal?: Personal,
): Field<object | null> & ObjectField => ({
  kind: 'object',
  at,
  isSparse: false,
  fields: of.fields,
  type: () => of.type,
  description,
  personal,
});

/** A field of a platform type: the list at a path. */
export const parts = (
  at: string,
  of: PlatformType,
  description: string,
  shape: ListShape = {},
): Field<readonly object[] | null> & ListField => ({
  kind: 'list',
  lists: [{ at, fields: of.fields, ...shape }],
  isJoined: true,
  fallback: () => null,
  type: () => of.type,
  description,
});
