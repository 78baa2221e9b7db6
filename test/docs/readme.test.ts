// Tests that what the READMEs say is true: commands, answers, fault codes, settings; and that both say the same.
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { parseSettings } from '../../src/platforms/settings.js';
import { schema } from '../../src/query/schema.js';
import { SPECIAL_OPEN_ORDERS } from '../../src/sandbox/1688/open/refusals.js';
import { BROKEN_ORDERS, SPECIAL_ORDERS } from '../../src/sandbox/1688/special.js';
import * as aliexpress from '../../src/sandbox/aliexpress/special.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { BROKEN_TRADES, SPECIAL_TRADES } from '../../src/sandbox/taobao/special.js';
import type { ManyGatewaysQuery } from '../generated/graphql.js';
import { type Graphql, type GraphqlOptions, startGraphql } from '../support/graphql.js';
import { importsOf, storeOf } from '../support/imports.js';
import { openSqliteIndex } from '../support/indexEngines.js';
import { millRow, served } from '../support/indexedShops.js';
import { blocks, readmes, textOf } from '../support/readme.js';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

let sandbox: Sandbox;
let graphql: Graphql;
let settings: GraphqlOptions['settings'];
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 1000 });
  settings = { shops: demoShops(sandbox.url) };
  graphql = await startGraphql({ settings });
});
afterAll(async () => {
  await graphql?.close();
  await sandbox?.close();
});

interface OrdersOfShops {
  readonly orders: readonly { readonly shop: { readonly id: string }; readonly gateway: string }[];
}

/** A table that special.ts has of order ids, beside its other exports. */
const isTable = (value: object): boolean => Object.keys(value).some((key) => /^\d{10,}$/.test(key));

/** The cells of a table's row, without the marks of code. */
const cellsOf = (row: string): readonly string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.replaceAll('`', '').trim());

type Rows = readonly (readonly (string | undefined)[])[];

/** Too few failures to open a circuit. */
const AT_ONCE = 9;

/** The fault codes of a shop's orders, a few at a time, each few from a server of their own whose circuits are closed. */
async function refusalsOf(shop: string, rows: Rows): Promise<Rows> {
  const few = rows.slice(0, AT_ONCE);
  if (few.length === 0) return [];
  const fresh = await startGraphql({ settings: { ...settings, deadlines: { callMs: 1000 } } });
  const { errors } = await fresh.query('query($refs: [OrderRef!]!) { orders(refs: $refs) { status } }', {
    refs: few.map(([orderId]) => ({ shop, orderId })),
  });
  await fresh.close();
  const codes = new Map(errors.map(({ path, extensions }) => [Number(path?.[1]), extensions.code]));
  const refused = few.map(([orderId], index) => [orderId, codes.get(index)]);
  return [...refused, ...(await refusalsOf(shop, rows.slice(AT_ONCE)))];
}

describe.each(readmes)('%s', (name) => {
  const text = textOf(name);

  test('the README shows the two commands', () => {
    expect(blocks(text, 'sh')).toEqual(expect.arrayContaining(['npm ci && npm start\n', 'npm ci && npm test\n']));
  });

  test('the README shows the first example operation with the answer of the server', async () => {
    const [query = ''] = blocks(text, 'graphql');
    expect(query).toBe(read('schema/operations/first-order.graphql'));
    const { text: answer } = await graphql.query(query);
    expect(JSON.parse(answer)).toMatchObject(JSON.parse(blocks(text, 'json')[0] ?? ''));
  });

  test('the README shows valid settings', () => {
    const [shown = ''] = blocks(text, 'yaml');
    const names = [...shown.matchAll(/\$\{(\w+)\}/g)].map(([, variable]) => variable);
    const environment = Object.fromEntries(names.map((variable) => [variable, 'secret']));
    const { shops } = parseSettings(shown, environment);
    expect(shops).not.toEqual([]);
    for (const variable of names) expect(blocks(text, 'sh').join('')).toContain(`${variable}=…`);
  });

  test('the README names every setting', () => {
    const documented = [...read('docs/settings.md').matchAll(/^\| `([\w.[\]]+)` \|/gm)].map(([, key]) => key);
    expect(documented.length).toBeGreaterThan(40);
    expect(documented.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
  });

  test('the README names every fault code and no other', () => {
    const union = read('src/common/fault.ts').split('export type FaultCode =')[1]?.split(';')[0] ?? '';
    const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
    const rows = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
    expect(rows.filter((code) => code?.includes('_') && !code.match(/^(VV|TAOBAO|ALIEXPRESS)_/)).sort()).toEqual(
      codes.filter((code) => code?.includes('_')).sort(),
    );
    for (const code of codes) expect(rows).toContain(code);
  });

  test('the README shows the query over many gateways with the answer of the server', async () => {
    const query = read('schema/operations/many-gateways.graphql');
    const variables = read('schema/operations/many-gateways.variables.json');
    expect(blocks(text, 'graphql')[1]).toBe(query);
    expect(blocks(text, 'json')[1]).toBe(variables);
    const { refs } = JSON.parse(variables);
    const { data } = await graphql.query(query, { refs });
    const answered = (data as unknown as ManyGatewaysQuery).orders.map((order, index) => [
      refs[index].shop,
      order?.status,
      order?.paymentStatus,
      order?.shippingStatus,
      order?.refundStatus,
      `${order?.totals?.total?.amount} ${order?.totals?.total?.currencyCode}`,
      String(order?.items?.length),
      String(order?.logistics?.shipments.length),
    ]);
    const shown = text.split('\n').filter((line) => /^\| `\w+` (\| `[A-Z_]+` ){4}\|/.test(line));
    expect(shown.map(cellsOf)).toEqual(answered);
  });

  test('the queries of the order index that the README shows are answered, and its subscription is valid', async () => {
    const index = await openSqliteIndex();
    await index.insert(millRow('1', { created_at: Date.UTC(2026, 10, 2) }));
    const imports = { ...importsOf(storeOf(index), { intervalOf: () => 1 }), close: async () => {} };
    const indexed = await startGraphql({ settings, index: () => served(index), imports: () => imports });
    const shown = blocks(text, 'graphql').slice(2);
    expect(shown.flatMap((query) => validate(schema, parse(query)))).toEqual([]);
    const answers = [];
    for (const query of shown.filter((one) => !one.startsWith('subscription')))
      answers.push(await indexed.query(query));
    await indexed.close();
    await index.close();
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(answers.map(({ data }) => data)).toMatchObject([
      { orderSearch: { nodes: [{ orderId: '1', totals: { total: { amount: '945.00', currencyCode: 'CNY' } } }] } },
      { orderStatistics: [{ from: '2026-11-01T16:00:00.000Z', shop: { id: 'mill' }, count: 1 }] },
      { importOrders: { accepted: 1, state: 'RUNNING' } },
    ]);
    expect(shown).toHaveLength(answers.length + 1);
  });

  test('every demo shop has the orders that the README names', async () => {
    const lines = text.split('\n');
    const rows = demoShops(sandbox.url).map(({ id }) =>
      cellsOf(lines.find((line) => line.startsWith(`| \`${id}\` |`)) ?? ''),
    );
    const refs = rows.flatMap(([shop, , , documented, generated = '']) => {
      const [first = 0n, step = 0n] = generated.split(/\D+/).map(BigInt);
      return [documented, first, first + step, first + 999_999n * step].map((id) => ({ shop, orderId: String(id) }));
    });
    const { data, errors } = await graphql.query(
      'query($refs: [OrderRef!]!) { orders(refs: $refs) { shop { id } gateway statusCode } }',
      { refs },
    );
    expect(errors).toEqual([]);
    const { orders } = data as unknown as OrdersOfShops;
    expect(orders.map(({ shop, gateway }) => [shop.id, gateway])).toEqual(
      rows.flatMap(([shop, gateway]) => Array(4).fill([shop, gateway])),
    );
  });

  test('the README gives the fault code of every special order of 1688', async () => {
    const rows = [...text.matchAll(/^\| `(1000\d+)` \| `(\w+)` \|/gm)].map(([, id, code]) => [id, code]);
    expect(rows.map(([id]) => id).sort()).toEqual([SPECIAL_ORDERS, BROKEN_ORDERS].flatMap(Object.keys).sort());
    expect(await refusalsOf('mill', rows)).toEqual(rows);
  });

  test.each([
    ['flagship', '100000000000000', [SPECIAL_TRADES, BROKEN_TRADES], []],
    ['overseas', '100000000000', Object.values(aliexpress).filter(isTable), ['1000000000000206']],
  ])(
    'the README gives the fault code of every special order of the shop %s',
    async (shop, first, tables, answeredWell) => {
      expect(text).toContain(`\`${shop}\``);
      expect(text).toContain(`\`${first}0\``);
      const rows = [...text.matchAll(/^\| ((?:`\d{3}` ?)+)\| ((?:`\w+` ?)+)\| `(\w+)` \|/gm)]
        .filter(([, , shops]) => shops?.includes(shop))
        .flatMap(([, endings = '', , code]) =>
          [...endings.matchAll(/\d{3}/g)].flatMap(([cancellation]) => [
            [`${first}0${cancellation}`, code],
            ...(Number(cancellation) <= 120 ? [[`${first}1${cancellation}`, code]] : []),
          ]),
        );
      expect(
        rows
          .map(([id]) => id)
          .concat(answeredWell)
          .sort(),
      ).toEqual(tables.flatMap(Object.keys).sort());
      expect(await refusalsOf(shop, rows)).toEqual(rows);
    },
  );

  test('the README gives the fault code of every special order of the shop maker', async () => {
    const rows = [...text.matchAll(/^\| ((?:`\d{3}` ?)+)\| `maker` \| `(\w+)` \|/gm)].flatMap(
      ([, endings = '', code]) => [...endings.matchAll(/\d{3}/g)].map(([ending]) => [`100000000000000${ending}`, code]),
    );
    expect(rows.map(([id]) => id).sort()).toEqual([SPECIAL_OPEN_ORDERS, BROKEN_ORDERS].flatMap(Object.keys).sort());
    // A refused token keeps the shop from being asked: so that order comes last of its few.
    const last = rows.filter(([id]) => id?.endsWith('401'));
    const others = rows.filter(([id]) => !id?.endsWith('401'));
    expect(await refusalsOf('maker', others)).toEqual(others);
    expect(await refusalsOf('maker', last)).toEqual(last);
  });

  test('every link of the README points to a file', () => {
    const links = [...text.matchAll(/\]\(([^):]+)\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

test('the English and the Chinese README show the same code', () => {
  const [english, chinese] = readmes.map((name) =>
    ['sh', 'graphql', 'json', 'yaml'].flatMap((language) => blocks(textOf(name), language)),
  );
  expect(chinese).toEqual(english);
});
