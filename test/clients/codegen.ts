// What graphql-codegen makes of this program's operations: typed documents, and the manifest of their hashes.
import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const { ORDERGRAPH_SCHEMA = 'http://127.0.0.1:4000/schema.graphql', ORDERGRAPH_KEY: key } = process.env;

const config: CodegenConfig = {
  schema: { [ORDERGRAPH_SCHEMA]: { headers: key ? { authorization: `Bearer ${key}` } : {} } },
  documents: '*.graphql',
  importExtension: '.js',
  generates: {
    'generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
      // Caches need to know the type of what they keep, and the manifest must ask for it as they do.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        defaultScalarType: 'unknown',
        scalars: { CurrencyCode: 'string', DateTime: 'string', Decimal: 'string', ID: 'string' },
      },
    },
  },
};

export default config;
