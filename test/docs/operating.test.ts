// Tests that the pages of docs/operating name tests, figures, metrics, files and commands that there are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findCommand } from '../../src/cli/commands/index.js';
import type { FaultCode } from '../../src/common/fault.js';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const pages = readdirSync(new URL('docs/operating/', root)).filter((name) => name.endsWith('.md'));

describe('outages.md', () => {
  const rows = read('docs/operating/outages.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split(' | ').at(-1)?.replace(/ \|$/, '') ?? '');

  test('there is a line for each part that may die', () => {
    expect(rows.length).toBeGreaterThan(10);
  });

  test.each(rows)('the line that is shown by %s names a test that there is', (shown) => {
    const [, path = '', title = ''] = /^`(test\/[^`]+\.test\.ts)`: (.+)$/.exec(shown) ?? [];
    expect(read(path)).toContain(`'${title}'`);
  });
});

test('the figures of what one core serves are those that the benchmarks recorded', () => {
  const figures = read('docs/operating/capacity.md').matchAll(
    /^\| (?:one order|a page)[^|]*\| ([\d ]+) \| ([\d ]+) \|$/gm,
  );
  const recorded = read('bench/README.md');
  const found = [...figures];
  expect(found).toHaveLength(4);
  for (const [, requests, micros] of found)
    expect(recorded).toMatch(new RegExp(`\\| OrderGraph(?:, undici)? \\| ${requests} \\| ${micros} \\(`));
});

test('the arithmetic of the three sizes is right', () => {
  const row = (name: string): readonly string[] =>
    new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm').exec(read('docs/operating/capacity.md'))?.[1]?.split(' | ') ?? [];
  const sizes = [10, 1_000, 100_000];
  const numbers = (name: string): readonly number[] => row(name).map((text) => Number(text.replaceAll(',', '')));
  const near = (given: readonly number[], right: readonly number[]): void => {
    expect(given).toHaveLength(right.length);
    for (const [place, value] of right.entries()) expect(Math.abs((given[place] ?? 0) / value - 1)).toBeLessThan(0.06);
  };
  near(
    numbers('calls a second'),
    sizes.map((size) => (5 * size) / 60),
  );
  near(
    numbers('reads a second'),
    sizes.map((size) => (20 * size) / 60),
  );
  near(
    numbers('cores for calls and reads'),
    sizes.map((size) => ((5 * 337 + 20 * 86) * size) / 60 / 1e6),
  );
  near(
    numbers('VV_TOOL accounts, at 10 calls a second'),
    sizes.map((size) => Math.ceil((5 * size) / 60 / 10)),
  );
});

describe.each(pages)('%s', (name) => {
  const text = read(`docs/operating/${name}`);

  test('its metrics exist', () => {
    const declared = readdirSync(new URL('src/server/metrics/', root)).map((file) =>
      read(`src/server/metrics/${file}`),
    );
    const named = new Set(text.match(/\bordergraph_[a-z_]+/g));
    for (const metric of named) expect(declared.join('\n')).toContain(`'${metric}'`);
  });

  test('the commands of ordergraph that it names exist, with their options', () => {
    for (const [, command = '', rest = ''] of text.matchAll(/(?:^|[`|] ?)ordergraph ([a-z]+)([^`\n|]*)/gm)) {
      const found = findCommand(command);
      expect([command, found?.name]).toEqual([command, command]);
      for (const [, option = ''] of rest.matchAll(/--([a-z-]+)/g))
        expect(Object.keys(found?.options ?? {})).toContain(option);
    }
  });

  test('the files that it names are there', () => {
    for (const [, path = ''] of text.matchAll(/`((?:deploy|test|schema)\/[\w./-]+|compose\.yaml)`/g))
      expect([path, existsSync(new URL(path, root))]).toEqual([path, true]);
  });
});

const STOPS: readonly FaultCode[] = [
  ...(['UPSTREAM_THROTTLED', 'QUOTA_EXHAUSTED', 'CIRCUIT_OPEN', 'UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE'] as const),
  ...(['SHOP_NOT_AUTHORIZED', 'API_NOT_ENTITLED', 'UPSTREAM_BAD_REQUEST', 'UPSTREAM_MALFORMED'] as const),
  ...(['DEADLINE_EXCEEDED', 'RATE_LIMITED'] as const),
];

test.each(STOPS)('the order index’s page says what to do where a shop’s sync stops with %s', (code) => {
  const [, section = ''] = read('docs/index.md').split('### How it stands');
  const row = section.split('\n').find((line) => line.startsWith('| ') && line.includes(`\`${code}\``));
  const [, , what = '', advice = ''] = row?.split('|') ?? [];
  expect(what.trim().length).toBeGreaterThan(10);
  expect(advice.trim().length).toBeGreaterThan(10);
});
