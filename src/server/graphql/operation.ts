// An operation, once it is known to be one.
import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** An operation of a document that is valid in the schema. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}
