// What the READMEs say is so: commands, answers, error codes, settings, and that both say the same.
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseSettings } from '../src/config.js';
import { BROKEN_ORDERS, SPECIAL_ORDERS } from '../src/sandbox/1688/special.js';
import { demoShops } from '../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../src/sandbox/server.js';
import { type Graphql, startGraphql } from './support/graphql.js';
import { blocks, readmes, textOf } from './support/readme.js';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

let sandbox: Sandbox;
let graphql: Graphql;
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 1000 });
  graphql = await startGraphql({ settings: { shops: demoShops(sandbox.url), deadlines: { callMs: 500 } } });
});
afterAll(async () => {
  await graphql?.close();
  await sandbox?.close();
});

describe.each(readmes)('%s', (name) => {
  const text = textOf(name);

  test('shows the two commands', () => {
    expect(blocks(text, 'sh')).toEqual(expect.arrayContaining(['npm ci && npm start\n', 'npm ci && npm test\n']));
  });

  test('shows the first example and what the server answers to it', async () => {
    const [query = ''] = blocks(text, 'graphql');
    expect(query).toBe(read('schema/operations/first-order.graphql'));
    const { text: answer } = await graphql.query(query);
    expect(JSON.parse(blocks(text, 'json')[0] ?? '')).toEqual(JSON.parse(answer));
  });

  test('shows settings that OrderGraph takes', () => {
    const [settings = ''] = blocks(text, 'yaml');
    const environment = { VV_TOOL_TOKEN: 'a', FW199_SECRET: 'b', DAMAIJIA168_TOKEN: 'c' };
    expect(parseSettings(settings, environment).shops).toHaveLength(3);
  });

  test('names every setting', () => {
    const documented = [...read('docs/settings.md').matchAll(/^\| `([\w.[\]]+)` \|/gm)].map(([, key]) => key);
    expect(documented.length).toBeGreaterThan(40);
    expect(documented.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
  });

  test('names every fault code, and no other', () => {
    const union = read('src/protocols/fault.ts').split('export type FaultCode =')[1]?.split(';')[0] ?? '';
    const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
    const rows = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
    expect(rows.filter((code) => code?.includes('_') && !code.match(/^(VV|TAOBAO|ALIEXPRESS)_/)).sort()).toEqual(
      codes.filter((code) => code?.includes('_')).sort(),
    );
    for (const code of codes) expect(rows).toContain(code);
  });

  test('says what the special orders answer', async () => {
    const rows = [...text.matchAll(/^\| `(1000\d+)` \| `(\w+)` \|/gm)].map(([, id, code]) => [id, code]);
    expect(rows.map(([id]) => id).sort()).toEqual([SPECIAL_ORDERS, BROKEN_ORDERS].flatMap(Object.keys).sort());
    const { errors } = await graphql.query('query($refs: [OrderRef!]!) { orders(refs: $refs) { status } }', {
      refs: rows.map(([orderId]) => ({ shop: 'mill', orderId })),
    });
    const answered = errors.map(({ path, extensions }) => [rows[Number(path?.[1])]?.[0], extensions.code]);
    expect(answered.sort()).toEqual(rows.sort());
  });

  test('points at files that are there', () => {
    const links = [...text.matchAll(/\]\(([^):]+)\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

test('both show the same code', () => {
  const [english, chinese] = readmes.map((name) =>
    ['sh', 'graphql', 'json', 'yaml'].flatMap((language) => blocks(textOf(name), language)),
  );
  expect(chinese).toEqual(english);
});
