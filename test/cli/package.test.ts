// Tests what a packed OrderGraph holds, and that it brings all that it imports.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { beforeAll, expect, test } from '@jest/globals';
import ts from 'typescript';

const root = new URL('../../', import.meta.url);

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly main?: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as Manifest;

let packed: readonly string[];

beforeAll(() => {
  const text = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ files = [] } = {}] = JSON.parse(text) as readonly {
    readonly files?: readonly { readonly path: string }[];
  }[];
  packed = files.map(({ path }) => path);
});

const programs = (): readonly string[] =>
  packed.filter((path) => path.endsWith('.js') && !/^dist\/(playground|dashboard)\//.test(path));

test('what is packed is built: programs, both pages, the schema and what is to be read', () => {
  const others = packed.filter((path) => !path.startsWith('dist/'));
  expect([...others].sort()).toEqual(
    ['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'package.json', 'schema/schema.graphql'].sort(),
  );
  expect(packed).toEqual(expect.arrayContaining(['dist/main.js', 'dist/cli/main.js']));
  for (const page of ['dist/playground/index.html', 'dist/dashboard/index.html']) expect(packed).toContain(page);
  expect(packed.filter((path) => /\.(tsx?|map)$|\.test\.|^dist\/(bench|test|topology)/.test(path))).toEqual([]);
});

test('the folders that are packed are those of the sources, and the pages', () => {
  const folders = new Set(packed.flatMap((path) => /^dist\/([^/]+)\//.exec(path)?.[1] ?? []));
  for (const page of ['playground', 'dashboard']) folders.delete(page);
  expect(folders.size).toBeGreaterThan(10);
  for (const folder of folders) expect(existsSync(new URL(`src/${folder}`, root))).toBe(true);
});

test('the program ordergraph is packed, and starts with node', () => {
  const path = manifest.bin.ordergraph ?? '';
  expect(packed).toContain(path);
  expect(statSync(new URL(path, root)).isFile()).toBe(true);
  expect(readFileSync(new URL(path, root), 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
});

/** Names of packages that a program imports, now or later. */
function packagesIn(text: string): readonly string[] {
  return ts.preProcessFile(text).importedFiles.flatMap(({ fileName: specifier }) => {
    if (/^(?:\.|node:|\/)/.test(specifier)) return [];
    const [scope = '', name = ''] = specifier.split('/');
    return [specifier.startsWith('@') ? `${scope}/${name}` : scope];
  });
}

test('each package that a packed program imports is a dependency, and no other is', () => {
  const imported = new Set(programs().flatMap((path) => packagesIn(readFileSync(new URL(path, root), 'utf8'))));
  const dependencies = Object.keys(manifest.dependencies);
  expect([...imported].filter((name) => !dependencies.includes(name) && !builtinModules.includes(name))).toEqual([]);
  expect(dependencies.filter((name) => !imported.has(name))).toEqual([]);
});
