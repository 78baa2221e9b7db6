// The fields of an answer, as opposed to those of its objects: every alias by itself, and each once however often it is
// selected.
import type { FieldNode } from 'graphql';

export interface AnswerField {
  /** Its name in the schema. */
  readonly name: string;
  /** What it counts beside the members of its value. */
  readonly values: number;
  /** What it takes beside its value. */
  readonly bytes: number;
  /** The fields of its value. */
  readonly fields: readonly AnswerField[];
}

interface AnswerFieldBuilder extends AnswerField {
  readonly fields: AnswerField[];
}

export interface AnswerFieldsBuilder {
  /** Stands for the object that all begins with. */
  readonly root: AnswerField;
  /** The field that a node selects within another, added to it where it is new. */
  readonly add: (node: FieldNode, within: AnswerField) => AnswerField;
  /** How many were added. */
  readonly count: () => number;
}

/** The quotes, the colon and the comma around a name. */
const AROUND_NAME = 4;

/** Objects do not hold their __typename; what it says is shorter. */
const BYTES_OF_TYPENAME = 40;

export function createAnswerFieldsBuilder(): AnswerFieldsBuilder {
  const root: AnswerFieldBuilder = { name: '', values: 1, bytes: 0, fields: [] };
  const builders = new Map<AnswerField, Map<string, AnswerFieldBuilder>>();
  let count = 0;

  return {
    root,
    add({ name: { value: name }, alias }, within) {
      const responseName = alias?.value ?? name;
      const siblings = builders.get(within) ?? new Map<string, AnswerFieldBuilder>();
      builders.set(within, siblings);
      const already = siblings.get(responseName);
      if (already) return already;
      const bytes = responseName.length + AROUND_NAME + (name === '__typename' ? BYTES_OF_TYPENAME : 0);
      const field = { name, values: 1, bytes, fields: [] };
      count += 1;
      siblings.set(responseName, field);
      (within as AnswerFieldBuilder).fields.push(field);
      return field;
    },
    count: () => count,
  };
}

/** An error takes far longer to make than a value, and stands in the answer with its path and the order it is about. */
const ERROR = { values: 20, bytes: 600 } as const;

/** The same fields where the one of this name is answered with an error, under each of its aliases. */
export const withErrorFor = (name: string, fields: readonly AnswerField[]): readonly AnswerField[] =>
  fields.map((field) =>
    field.name === name ? { ...field, values: ERROR.values, bytes: field.bytes + ERROR.bytes } : field,
  );
