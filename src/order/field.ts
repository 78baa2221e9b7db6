// The two decorators the model is written with: what a gateway may leave out is nullable, and every field is described.
import 'reflect-metadata';
import { Field } from 'type-graphql';

type TypeThunk = Parameters<typeof Field>[0] & (() => unknown);

/** A field that is null where the gateway says nothing, or nothing readable. */
export const Nullable = (type: TypeThunk, description: string): PropertyDecorator & MethodDecorator =>
  Field(type, { nullable: true, description });

/** A field that always has a value. */
export const Required = (type: TypeThunk, description: string): PropertyDecorator & MethodDecorator =>
  Field(type, { description });
