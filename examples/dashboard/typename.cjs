// What codegen does to every document first: it adds __typename wherever Apollo's cache would.
const { addTypenameSelectionDocumentTransform } = require('@graphql-codegen/client-preset');

exports.transform = addTypenameSelectionDocumentTransform.transform;
