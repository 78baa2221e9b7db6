// Tests that the generated files are what the code says today; npm run gen brings them up to date.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { printed } from '../../src/cli/artifacts.js';
import { readmeNames, withGatewayRows } from '../../src/cli/gatewayRows.js';
import { gateways } from '../../src/platforms/index.js';

const root = new URL('../../', import.meta.url);

test.each(Object.entries(printed))('schema/%s is up to date', (name, text) => {
  expect(readFileSync(new URL(`schema/${name}`, root), 'utf8')).toBe(text);
});

test.each(readmeNames)('the rows of the gateways in %s are up to date', (name) => {
  const text = readFileSync(new URL(name, root), 'utf8');
  expect(text).toBe(withGatewayRows(text, name));
  for (const type of Object.keys(gateways)) expect(text).toContain(`| \`${type}\` |`);
});

test('the generated types of the example operations are up to date', async () => {
  // With --check nothing is written, and what would be is a failure.
  const codegen = promisify(execFile)('node_modules/.bin/graphql-codegen', ['--check'], { cwd: root });
  await expect(codegen).resolves.toBeDefined();
}, 60_000);

test('the coverage page has an entry for every field at every gateway', () => {
  const rows = (printed['coverage.md'] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(200);
  for (const row of rows) expect(row.split(' | ').slice(1)).not.toContain('');
  expect(printed['coverage.md']).toContain(`| field | ${Object.keys(gateways).join(' | ')} |`);
});

test('the coverage page shows spelling, units and subtrees, and the reason of each absence', () => {
  const page = printed['coverage.md'] ?? '';
  expect(page).toContain('`items[].adjustment` | `product_items[].entry_discount` fen (1/100) |');
  expect(page).toContain('`productItems[].productID` id |');
  expect(page).toMatch(
    /`logistics\.shipments\[\]\.from\.city` \| `native_logistics\.logistics_items\[\]\.from_city` ← NativeLogistics/,
  );
  expect(page).toContain('*1688 documents no tax*');
  expect(page).toMatch(/`outOrderId` \| \*not documented by this gateway\* \| `baseInfo\.outOrderId` \|/);
});
