// For servers that answer only the documents they know: sends a document's name in place of its text.
import { ApolloLink } from '@apollo/client';
import type { DocumentNode } from 'graphql';

/** What codegen writes beside each document, next to the manifest that the server reads. */
interface NamedDocument extends DocumentNode {
  readonly __meta__?: { readonly hash: string };
}

export const namingDocuments = new ApolloLink((operation, forward) => {
  const { __meta__: named } = operation.query as NamedDocument;
  if (!named) throw new Error(`${operation.operationName} has no name in the manifest: run npm run gen.`);
  operation.extensions.persistedQuery = { version: 1, sha256Hash: named.hash };
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  return forward(operation);
});
