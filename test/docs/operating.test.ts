// Tests that the table of metrics, the dashboards and the alert rules name metrics and labels that there are.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { createRegistry, METRICS } from '../../src/server/metrics/registry.js';
import { createMetricSource } from '../../src/server/metrics/source.js';

const root = new URL('../../docs/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const registry = createRegistry(createMetricSource());
const ofProcess = registry.getMetricsAsArray().map(({ name }) => name);

/** Each series by its name, with the labels that it has; those of the process are prom-client's own. */
const series = new Map<string, ReadonlySet<string> | undefined>(ofProcess.map((name) => [name, undefined]));
for (const { name, type, labels = [] } of METRICS) {
  if (type !== 'histogram') series.set(name, new Set(labels));
  else for (const end of ['_bucket', '_sum', '_count']) series.set(name + end, new Set([...labels, 'le']));
}
for (const { name, type } of METRICS) if (type === 'histogram') series.delete(name);

/** What every series has beside its own labels. */
const OF_TARGET = ['instance', 'job'];

interface Dashboard {
  readonly title: string;
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
  readonly templating: { readonly list: readonly { readonly query: string }[] };
}

const dashboards = readdirSync(new URL('operating/', root)).filter((name) => name.endsWith('.json'));
const boards = dashboards.map((name) => JSON.parse(read(`operating/${name}`)) as Dashboard);

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string };
}

const rules = (parse(read('operating/alerts.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  ({ rules: own }) => own,
);

const expressions: readonly (readonly [where: string, expression: string])[] = [
  ...boards.flatMap(({ title, panels }) =>
    panels.flatMap((panel) => panel.targets.map(({ expr }) => [`${title}, ${panel.title}`, expr] as const)),
  ),
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
];

/** Names of series in an expression, each with the labels that it is selected by. */
function seriesIn(expression: string): readonly (readonly [name: string, labels: readonly string[]])[] {
  const found = expression.matchAll(/\b((?:ordergraph|nodejs|process)_\w+)(?:\{([^}]*)\})?/g);
  return [...found].map(([, name = '', labels = '']) => [
    name,
    [...labels.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
  ]);
}

/** Labels that an expression groups by. */
const groupsIn = (expression: string): readonly string[] =>
  [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels = '']) => labels.split(',').map((it) => it.trim()));

test('the table of metrics has each metric once, with its type and labels, as the server has it', () => {
  const rows = [...read('operating.md').matchAll(/^\| `(ordergraph_\w+)` \| (\w+) \| ([^|]*) \|/gm)];
  const documented = rows.map(([, name, type, labels = '']) => [
    name,
    type,
    [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label),
  ]);
  expect(documented).toEqual(METRICS.map(({ name, type, labels = [] }) => [name, type, labels]));
});

test('metrics are named as Prometheus has it: the unit at the end, and _total after what only rises', () => {
  for (const { name, type } of METRICS) {
    expect(name).toMatch(/^ordergraph_[a-z_]+$/);
    expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
    if (type === 'histogram') expect(name).toMatch(/_duration_seconds$/);
  }
});

describe('dashboards and alert rules', () => {
  test('there is something to check', () => {
    expect(dashboards).toHaveLength(3);
    expect(rules.length).toBeGreaterThan(10);
    for (const [where, expression] of expressions)
      expect([where, seriesIn(expression).length > 0]).toEqual([where, true]);
  });

  test.each(expressions)('%s: every series and label that it names exists', (_where, expression) => {
    const known = new Set<string>(OF_TARGET);
    for (const [name, labels] of seriesIn(expression)) {
      expect([name, series.has(name)]).toEqual([name, true]);
      const own = series.get(name);
      for (const label of own ?? []) known.add(label);
      if (own) expect(labels.filter((label) => !own.has(label))).toEqual([]);
    }
    expect(groupsIn(expression).filter((label) => !known.has(label))).toEqual([]);
  });

  test('variables of dashboards are read from series that exist', () => {
    const queries = boards.flatMap(({ templating }) => templating.list.map(({ query }) => query));
    const [shops = ''] = queries.filter((query) => query.startsWith('label_values'));
    expect(seriesIn(shops)).toEqual([['ordergraph_gateway_queue_length', []]]);
    expect(series.has('ordergraph_gateway_queue_length')).toBe(true);
  });

  test('every metric of ours is on a dashboard or in a rule', () => {
    const named = new Set(expressions.flatMap(([, expression]) => seriesIn(expression).map(([name]) => name)));
    const isNamed = (name: string): boolean => ['', '_bucket', '_count'].some((end) => named.has(name + end));
    expect(METRICS.map(({ name }) => name).filter((name) => !isNamed(name))).toEqual([]);
  });

  const promtool = ['/usr/bin/promtool', '/usr/local/bin/promtool'].find((path) => existsSync(path));
  (promtool === undefined ? test.skip : test)('promtool takes the rules', () => {
    const path = fileURLToPath(new URL('operating/alerts.yaml', root));
    expect(execFileSync(promtool as string, ['check', 'rules', path], { encoding: 'utf8' })).toContain('SUCCESS');
  });
});
