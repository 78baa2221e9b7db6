// The example operations of schema/operations, read when the page is built.
export type Operation = { readonly name: string; readonly query: string; readonly variables?: string };

const folder = '../schema/operations/';
const queries = import.meta.glob<string>('../schema/operations/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob<string>('../schema/operations/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const operations: readonly Operation[] = Object.entries(queries).map(([path, query]) => {
  const name = path.slice(folder.length, -'.graphql'.length);
  return { name, query, variables: variables[`${folder}${name}.variables.json`] };
});

export const first = operations.find(({ name }) => name === 'first-order');
