// Tests `ordergraph key`.
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { key } from '../../src/cli/commands/key.js';
import { sha256Of } from '../../src/config/keyHash.js';
import { run } from '../support/commandLine.js';

test('a key is made with the name, shops and scopes that are given, and its line is YAML', async () => {
  const args = [
    '--name',
    'till 3',
    '--shop',
    'mill',
    '--shop',
    'depot',
    '--scope',
    'orders:read',
    '--scope',
    'pii:read',
  ];
  const { code, output } = await run(key, args);
  expect(code).toBe(0);
  const [, made = ''] = /^ {2}(og_[\w-]{43})$/m.exec(output) ?? [];
  expect(parse(output.split('\n').at(-2) ?? '')).toEqual([
    { sha256: sha256Of(made), name: 'till 3', shops: ['mill', 'depot'], scopes: ['orders:read', 'pii:read'] },
  ]);
});

test('a scope that there is not is named', async () => {
  expect(await run(key, ['--scope', 'orders:write'])).toMatchObject({
    code: 2,
    output: '',
    errors: expect.stringContaining('There is no scope orders:write.'),
  });
});
