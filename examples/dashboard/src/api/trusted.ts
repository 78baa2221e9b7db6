// For servers that answer only the documents they know: sends a document's name in place of its text.
import { ApolloLink } from '@apollo/client';
import { type DocumentNode, print } from 'graphql';

/** What codegen writes beside each document, next to the manifest that the server reads. */
interface NamedDocument extends DocumentNode {
  readonly __meta__?: { readonly hash: string };
}

export const sendsNames = import.meta.env.VITE_TRUSTED_DOCUMENTS === '1';

const extensionsOf = (document: DocumentNode) => {
  const { __meta__: named } = document as NamedDocument;
  if (!named) throw new Error('A document has no name in the manifest: run npm run gen.');
  return { persistedQuery: { version: 1, sha256Hash: named.hash } };
};

export const namingDocuments = new ApolloLink((operation, forward) => {
  Object.assign(operation.extensions, extensionsOf(operation.query));
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  return forward(operation);
});

/** A document as what is sent without Apollo's links has it: its text, or its name. */
export const sentDocument = (
  document: DocumentNode,
): { readonly query: string } | { readonly extensions: Record<string, unknown> } =>
  sendsNames ? { extensions: extensionsOf(document) } : { query: print(document) };
