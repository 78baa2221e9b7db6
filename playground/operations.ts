// The example operations of schema/operations, read when the page is built.
import { groups, REST } from './groups';

export interface Operation {
  readonly name: string;
  readonly title: string;
  /** The comment that the file begins with. */
  readonly description: string;
  readonly query: string;
  readonly operationName: string;
  readonly variables?: string | undefined;
  readonly headers?: string | undefined;
}

export interface Group {
  readonly title: string;
  readonly operations: readonly Operation[];
}

const folder = '../schema/operations/';
const texts = import.meta.glob<string>('../schema/operations/*.{graphql,json}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const titleOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

const descriptionOf = (query: string): string =>
  (/^(#.*\n)*/.exec(query)?.[0] ?? '').replaceAll(/^# ?/gm, '').replaceAll('\n', ' ').trim();

const operations: readonly Operation[] = Object.entries(texts)
  .filter(([path]) => path.endsWith('.graphql'))
  .map(([path, query]) => {
    const name = path.slice(folder.length, -'.graphql'.length);
    return {
      name,
      title: titleOf(name),
      description: descriptionOf(query),
      query,
      operationName: /^(?:query|mutation|subscription) (\w+)/m.exec(query)?.[1] ?? '',
      variables: texts[`${folder}${name}.variables.json`],
      headers: texts[`${folder}${name}.headers.json`],
    };
  });

export const first = operations.find(({ name }) => name === 'first-order');

const grouped: readonly Group[] = groups.map(({ title, names }) => ({
  title,
  operations: names.flatMap((name) => operations.filter((operation) => operation.name === name)),
}));
const rest = operations.filter((operation) => !grouped.some((group) => group.operations.includes(operation)));

export const menu: readonly Group[] = rest.length === 0 ? grouped : [...grouped, { title: REST, operations: rest }];
