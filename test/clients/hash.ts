// The name of a document in the manifest, which codegen wrote into the document too.
import type { DocumentNode } from 'graphql';

type Generated = DocumentNode & { readonly __meta__?: { readonly hash: string } };

export function hashOf(document: DocumentNode): string {
  const { __meta__ } = document as Generated;
  if (__meta__ === undefined) throw new Error('This document is not in the manifest: codegen has not seen it.');
  return __meta__.hash;
}
