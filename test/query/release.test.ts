// Tests that no query of the last release is broken, unless the version announces it.
import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { printed } from '../../src/cli/artifacts.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const released = read('schema/released.graphql');
const current = printed['schema.graphql'] ?? '';
const releasedVersion = /^# Released as (\d+\.\d+\.\d+)\.$/m.exec(released)?.[1] ?? '';
const { version } = JSON.parse(read('package.json')) as { readonly version: string };

/** What a query of the one schema may meet in the other, a line each. */
async function breakingChanges(from: string, to: string): Promise<readonly string[]> {
  const changes = await diff(buildSchema(from), buildSchema(to));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path, message }) => `${path}: ${message}`);
}

/** Whether one version announces to users of the other that queries may break: by its first part, before 1.0 its second. */
function announcesBreaking(from: string, to: string): boolean {
  const [major = 0, minor = 0] = to.split('.').map(Number);
  const [majorBefore = 0, minorBefore = 0] = from.split('.').map(Number);
  return major > majorBefore || (major === 0 && majorBefore === 0 && minor > minorBefore);
}

test(`the schema breaks no query of ${releasedVersion}, unless the version announces it`, async () => {
  expect(releasedVersion).not.toBe('');
  const broken = await breakingChanges(released, current);
  expect(announcesBreaking(releasedVersion, version) ? [] : broken).toEqual([]);
});

describe('breaking changes of the schema', () => {
  test.each<[string, string | RegExp, string, string]>([
    ['a field that is gone', /^ {2}"{3}[^"]*"{3}\n {2}statusCode: String\n/m, '', 'Order.statusCode: Field'],
    ['a field that may be null now', /^ {2}platform: Platform!$/m, '  platform: Platform', 'Order.platform: Field'],
    ['an argument that is required now', 'maxAge: Int\n', 'maxAge: Int!\n', 'Query.order.maxAge: Type for argument'],
    [
      'a value that is gone',
      /^ {2}"{3}[^"]*"{3}\n {2}PARTIALLY_SHIPPED\n/m,
      '',
      'OrderStatus.PARTIALLY_SHIPPED: Enum value',
    ],
  ])('%s is reported as a breaking change', async (_what, before, after, reported) => {
    const changed = current.replace(before, after);
    expect(changed).not.toBe(current);
    const broken = await breakingChanges(current, changed);
    expect(broken.filter((line) => line.startsWith(reported))).toHaveLength(1);
  });

  test('a new field is no breaking change', async () => {
    const changed = current.replace(/^type Order implements Node \{$/m, '$&\n  colour: String\n');
    expect(changed).not.toBe(current);
    expect(await breakingChanges(current, changed)).toEqual([]);
  });
});

test.each([
  ['0.1.0', '0.1.1', false],
  ['0.1.0', '0.2.0', true],
  ['0.9.0', '1.0.0', true],
  ['1.2.0', '1.3.0', false],
  ['1.2.0', '2.0.0', true],
  ['2.0.0', '1.9.0', false],
  ['1.0.0', '0.9.0', false],
])('announcesBreaking from %s to %s is %p', (from, to, expected) => {
  expect(announcesBreaking(from, to)).toBe(expected);
});
