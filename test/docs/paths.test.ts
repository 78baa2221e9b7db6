// What documents point at is there: files, folders and links; and every decision has a status and stands in the index.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const markdownIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`);

const decisions = markdownIn('docs/decisions/').filter((path) => !path.endsWith('README.md'));
// The changelog says what was, so its paths may be gone.
const documents = ['CONTRIBUTING.md', ...markdownIn('docs/'), ...markdownIn('docs/decisions/')];

/** Paths in code marks; one with a placeholder, such as `src/platforms/<platform>`, is cut before it. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:src|test|docs|schema|bench|playground|examples|\.ci)\/[\w./<>*-]*)`/g)].map(
    ([, path = '']) => path.split(/[<*]/, 1)[0] as string,
  );

const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);

test.each(documents)('%s names only files and folders that exist.', (document) => {
  expect(pathsIn(read(document)).filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

test.each(documents)('%s links only to files that exist.', (document) => {
  const here = new URL(document, root);
  expect(linksIn(read(document)).filter((link) => !existsSync(new URL(link, here)))).toEqual([]);
});

test('every decision has a status, and the index repeats it', () => {
  const stated = decisions.map((path) => [path, read(path).match(/\n\nStatus: ([^\n:]+)/)?.[1]]);
  const rows = [...read('docs/decisions/README.md').matchAll(/^\| \[.+?\]\(([\w.-]+)\) \| (.+) \|$/gm)];
  const indexed = rows.map(([, name, status]) => [`docs/decisions/${name}`, status]);
  expect(indexed.sort()).toEqual(stated.sort());
});
