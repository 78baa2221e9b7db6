// All that is computed from a document's fields agrees on where each of them stands.
import { describe, expect, test } from '@jest/globals';
import { printed } from '../../src/cli/artifacts.js';
import { compileDocument } from '../../src/mapping/compile.js';
import { isWithin, pathBelow, spelledWithLists, withoutListMarks } from '../../src/mapping/path.js';
import { part } from '../../src/mapping/platformType.js';
import type { GatewayDefinition } from '../../src/platforms/gateway.js';
import { gateways, undocumentedPaths } from '../../src/platforms/index.js';
import { mappedPathsOf } from '../../src/privacy/maskRaw.js';

const COVERAGE = printed['coverage.md'] ?? '';

/** The paths that the coverage table shows of a gateway. */
function tablePathsOf({ type }: GatewayDefinition): readonly string[] {
  const rows = COVERAGE.split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
  let column = -1;
  return rows.flatMap((cells) => {
    if (cells[1] === 'field') column = cells.indexOf(type);
    return [...(cells[column] ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
  });
}

/** The paths whose subtrees the reader of a gateway's document looks up. */
function compiledPathsOf({ document, spellings }: GatewayDefinition): ReadonlySet<string> {
  const paths = new Set<string>();
  const subtreeOf = (path: string): undefined => void paths.add(path);
  const fields = { ...document.order, platformOrder: part('', document.platformOrder, '') };
  compileDocument(fields, { spellings, subtreeOf });
  return paths;
}

/** A path and all that it leads through. */
const stepsOf = (path: string): readonly string[] =>
  path.split('.').map((_name, index, names) => names.slice(0, index + 1).join('.'));

test('a path below another starts where its mark says', () => {
  expect(pathBelow('orders[order]', 'title')).toBe('orders[order].title');
  expect(pathBelow('orders[order]', '')).toBe('orders[order]');
  expect(pathBelow('', 'title')).toBe('title');
  expect(pathBelow('orders[order]', '/tid')).toBe('tid');
  expect(pathBelow('orders[order]', '*oid')).toBe('orders[order].oid');
  expect(pathBelow('', '*oid')).toBe('oid');
});

test('the coverage table marks what a gateway’s own pages lack and its platform’s list', () => {
  const row = (name: string) => COVERAGE.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
  expect(row('receiver.encryptionReference')).toContain('| `oaid` ‡ ← oaid |');
  expect(row('totals.total')).toContain('`new_seller_order_amount` ‡ else `new_order_amount` ‡ else `order_amount` ');
  expect(row('shippingRisk')).toContain('| `send_goods_overdue_risk` ‡ | *not documented by this gateway* |');
  expect(row('shippingRisk')).toContain('| `sendGoodsOverdueRisk` ← needSendGoodsOverdueRisk |');
});

describe.each(Object.values(gateways).map((gateway) => ({ type: gateway.type, gateway })))('$type', ({ gateway }) => {
  const mapped = mappedPathsOf(gateway).map(({ path }) => path);
  const table = tablePathsOf(gateway);

  test('the coverage table holds names of the wire, and no mark of the path language but that of a list', () => {
    expect(table.length).toBeGreaterThan(100);
    expect(table.filter((path) => !/^\w+(\[\])?(\.\w+(\[\])?)*$/.test(path))).toEqual([]);
    expect(COVERAGE).not.toMatch(/←[^;|]*[.*/]\*/);
  });

  test('the reader and the mask of raw documents read the same paths', () => {
    const known = mapped.map(withoutListMarks);
    const compiled = compiledPathsOf(gateway);
    const beside = [...gateway.document.orderId.sources.map(({ path }) => path), gateway.document.currency.path];
    expect(known.filter((path) => !compiled.has(path) && !beside.includes(path))).toEqual([]);
    const steps = new Set(known.flatMap(stepsOf));
    expect([...compiled].filter((path) => path !== '' && !steps.has(path))).toEqual([]);
  });

  test('the coverage table holds the paths that the mask knows, but for those that the gateway does not document', () => {
    const bare = (path: string): string => path.replaceAll('[]', '');
    const onWire = (path: string): string => bare(spelledWithLists(path, gateway));
    const shown = new Set(table.map(bare));
    const steps = new Set(mapped.map(onWire).flatMap(stepsOf));
    expect([...shown].filter((path) => !steps.has(path))).toEqual([]);
    const isUndocumented = (path: string): boolean =>
      undocumentedPaths[gateway.type].some((outer) => isWithin(withoutListMarks(path), outer));
    const missing = mapped.filter((path) => !isUndocumented(path) && !shown.has(onWire(path)));
    const beside = [...gateway.document.orderId.sources.map(({ path }) => path), gateway.document.currency.path];
    expect(missing.filter((path) => !beside.includes(path))).toEqual([]);
  });
});
