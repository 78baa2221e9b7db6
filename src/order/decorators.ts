// The decorators that the model is written with: every field is described, what a gateway may leave out is nullable, and
// what carries personal data is marked.
import 'reflect-metadata';
import { Directive, Field } from 'type-graphql';
import { directiveOf, type Personal, sentenceFor } from './personal.js';

type TypeThunk = Parameters<typeof Field>[0] & (() => unknown);

/** What is known of a member besides its GraphQL field. */
interface Member {
  /** The member’s type; of a list, that of its members. */
  readonly type: () => unknown;
  readonly personal: Personal | undefined;
}

const members = new WeakMap<object, Map<string, Member>>();

/** The members of a type of the model, by name. */
export const membersOf = (type: new () => object): ReadonlyMap<string, Member> =>
  members.get(type.prototype) ?? new Map<string, Member>();

const register = (prototype: object, name: string, type: () => unknown, mark: Personal | undefined): void => {
  const known = members.get(prototype) ?? new Map<string, Member>();
  members.set(prototype, known.set(name, { type: () => [type()].flat()[0], personal: mark }));
};

/** Said of what caches take for the key of an object. */
function keySentence(name: string | symbol, nullable: boolean): string {
  if (name !== 'id') return '';
  return nullable
    ? ' No key for caches: other orders may have one with the same id.'
    : ' The key for caches: no other of its type has the same.';
}

const field =
  (
    type: TypeThunk,
    nullable: boolean,
    description: string,
    mark: Personal | undefined,
  ): PropertyDecorator & MethodDecorator =>
  (prototype: object, name: string | symbol) => {
    const sentences = keySentence(name, nullable) + (mark ? sentenceFor(mark, type()) : '');
    Field(type, { nullable, description: description + sentences })(prototype, name);
    if (mark) Directive(directiveOf(mark))(prototype, name);
    register(prototype, String(name), type, mark);
  };

/** A field that is null where the gateway sends nothing, or nothing readable. */
export const Nullable = (type: TypeThunk, description: string, mark?: Personal): PropertyDecorator & MethodDecorator =>
  field(type, true, description, mark);

/** A field that always has a value. */
export const Required = (type: TypeThunk, description: string): PropertyDecorator & MethodDecorator =>
  field(type, false, description, undefined);

/** A member whose GraphQL field is declared by a resolver. */
export const Resolved =
  (type: () => unknown): PropertyDecorator =>
  (prototype, name) =>
    register(prototype, String(name), type, undefined);
