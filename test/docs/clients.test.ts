// Tests the programs that docs/clients.md shows, each against the real server over the sandbox.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { type ApolloClient, CombinedGraphQLErrors, ServerError } from '@apollo/client';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'graphql';
import type { Client as StreamClient } from 'graphql-sse';
import { filter, firstValueFrom } from 'rxjs';
import { toGlobalId } from '../../src/order/globalId.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import * as apollo from '../clients/apollo.js';
import { newFeedApollo } from '../clients/apolloFeed.js';
import { addPage, watchOrders } from '../clients/apolloPages.js';
import { newTrustedApollo } from '../clients/apolloTrusted.js';
import type { Extensions } from '../clients/extensions.js';
import { follow, newFeedClient } from '../clients/feed.js';
import * as plain from '../clients/fetch.js';
import {
  OrderFeedDocument,
  OrderHeadDocument,
  OrderListDocument,
  type OrderListQuery,
  OrderPageDocument,
  OrderParcelsDocument,
} from '../clients/generated/graphql.js';
import { importOrders, type Progress } from '../clients/imports.js';
import type { Outcome } from '../clients/outcomes.js';
import { pagesOf } from '../clients/pages.js';
import * as urql from '../clients/urql.js';
import { newFeedUrql } from '../clients/urqlFeed.js';
import { pagesOf as urqlPagesOf } from '../clients/urqlPages.js';
import { newTrustedUrql } from '../clients/urqlTrusted.js';
import { type Graphql, startGraphql } from '../support/graphql.js';
import { HandWrittenFeed, indexWith } from '../support/handWrittenFeed.js';
import { importsOf, runnerOf, storeOf } from '../support/imports.js';
import { openSqliteIndex } from '../support/indexEngines.js';
import { millRow, served as servedBy } from '../support/indexedShops.js';
import type { Part } from '../support/json.js';
import { blocks, textOf } from '../support/readme.js';

const folder = new URL('../clients/', import.meta.url);
const MANIFEST = new URL('generated/persisted-documents.json', folder).pathname;
const KEY = 'dashboard-key';

let sandbox: Sandbox;
let graphql: Graphql;
const start = (settings: Part = {}): Promise<Graphql> =>
  startGraphql({
    settings: {
      shops: demoShops(sandbox.url),
      auth: { apiKeys: [{ key: KEY, shops: ['*'], scopes: ['orders:read'] }] },
      ...settings,
    },
  });
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 1000 });
  graphql = await start();
});
afterAll(async () => {
  await graphql?.close();
  await sandbox?.close();
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** Records the bodies of requests from here on; they are sent as ever. */
function spy(): { readonly bodies: () => readonly Part[] } {
  const spied = jest.spyOn(globalThis, 'fetch');
  return { bodies: () => spied.mock.calls.map(([, request]) => JSON.parse(String(request?.body)) as Part) };
}

const REFS = [
  { shop: 'mill', orderId: '2198111437768747370' },
  { shop: 'mill', orderId: '100000000000000302' },
  { shop: 'overseas', orderId: '9100000000751371' },
];
const FAULT = { code: 'SHOP_NOT_AUTHORIZED', shop: 'mill', orderId: '100000000000000302', retryable: false };

type ListedOrder = NonNullable<OrderListQuery['orders'][number]>;

describe('docs/clients.md', () => {
  const page = textOf('docs/clients.md');
  const shown = ['ts', 'graphql'].flatMap((language) => blocks(page, language));

  test('the page shows every program of test/clients as it is, and no other', () => {
    const programs = readdirSync(folder).filter((name) => /\.(ts|graphql)$/.test(name));
    expect(programs.length).toBeGreaterThan(5);
    for (const name of programs) expect(shown).toContain(readFileSync(new URL(name, folder), 'utf8'));
    expect(shown).toHaveLength(programs.length);
  });

  test('the codegen of the page makes the committed documents from the schema that the server sends', async () => {
    const codegen = promisify(execFile)('../../node_modules/.bin/graphql-codegen', ['--check'], {
      cwd: folder,
      env: { ...process.env, ORDERGRAPH_SCHEMA: new URL('/schema.graphql', graphql.url).href, ORDERGRAPH_KEY: KEY },
    });
    await expect(codegen).resolves.toBeDefined();
  }, 60_000);
});

describe('clients that follow the change feed', () => {
  let feed: HandWrittenFeed;
  let served: Graphql;
  let client: StreamClient;
  beforeAll(async () => {
    feed = new HandWrittenFeed();
    served = await startGraphql({
      settings: {
        shops: demoShops(sandbox.url),
        auth: { apiKeys: [{ key: KEY, shops: ['*'], scopes: ['orders:read'] }] },
      },
      index: () => indexWith(feed),
    });
    client = newFeedClient(served.url, KEY);
    feed.write('1', '2');
  });
  afterAll(async () => {
    client?.dispose();
    await served?.close();
  });

  test('the client of graphql-sse replays what came behind a cursor, and then follows', async () => {
    const orderIds: string[] = [];
    for await (const { orderId } of follow(client, '1')) {
      orderIds.push(orderId);
      if (orderIds.length === 2) break;
      feed.write('3');
    }
    expect(orderIds).toEqual(['2', '3']);
  });

  test('Apollo Client hears of a change over its link for subscriptions, and lists over its other one', async () => {
    const withFeed = newFeedApollo(served.url, KEY, client);
    const { data } = await firstValueFrom(withFeed.subscribe({ query: OrderFeedDocument, variables: { after: '0' } }));
    expect(data?.orderChanged).toMatchObject({ orderId: '1', cursor: '1' });
    const { data: page } = await withFeed.query({ query: OrderPageDocument });
    expect(page?.orderSearch.edges).toEqual([]);
  });

  test('urql hears of a change over its exchange for subscriptions', async () => {
    const withFeed = newFeedUrql(served.url, KEY, client);
    const change = await new Promise<string | undefined>((resolve) => {
      const { unsubscribe } = withFeed.subscription(OrderFeedDocument, { after: '0' }).subscribe(({ data }) => {
        resolve(data?.orderChanged.orderId);
        unsubscribe();
      });
    });
    expect(change).toBe('1');
  });
});

describe('clients that list page by page, and import', () => {
  const ORDERS = ['5', '4', '3', '2', '1'];
  const PAGES = [ORDERS.slice(0, 2), ORDERS.slice(2, 4), ORDERS.slice(4)];
  const where = { shops: ['mill'] };
  const close: (() => Promise<void>)[] = [];
  const fetched: string[] = [];
  let served: Graphql;
  beforeAll(async () => {
    const index = await openSqliteIndex();
    await index.insert(...ORDERS.toReversed().map((orderId) => millRow(orderId)));
    const store = storeOf(index);
    const runner = runnerOf(store, {
      lanes: [{ shop: 'mill', intervalMs: 1, account: {} }],
      fetch: async ({ orderId }) => void fetched.push(orderId),
    });
    served = await startGraphql({
      settings: {
        shops: demoShops(sandbox.url),
        auth: { apiKeys: [{ key: KEY, shops: ['mill'], scopes: ['orders:read', 'orders:import'] }] },
      },
      index: () => servedBy(index),
      imports: () => ({ ...importsOf(store, { intervalOf: () => 1, onStart: runner.wake }), close: runner.close }),
    });
    close.push(served.close, index.close);
  });
  afterAll(async () => {
    for (const end of close) await end();
  });

  test('the program with fetch reads a list page by page, to its end', async () => {
    const pages: (readonly (string | undefined)[])[] = [];
    for await (const page of pagesOf(plain.asking(served.url, KEY), where, 2))
      pages.push(page.map((order) => order?.orderId));
    expect(pages).toEqual(PAGES);
  });

  test('the program with fetch throws where a list is refused', async () => {
    await expect(pagesOf(plain.asking(served.url, KEY), { shops: ['depot'] }).next()).rejects.toThrow('depot');
  });

  test('a list that Apollo Client watches grows page by page, and is one list in its cache', async () => {
    const client = newFeedApollo(served.url, KEY, newFeedClient(served.url, KEY));
    const orders = watchOrders(client, where, 2);
    const seen = new Set<string>();
    const watching = orders.subscribe(({ data }) => {
      if (data?.orderSearch?.edges) seen.add(data.orderSearch.edges.map((edge) => edge?.node?.orderId).join(' '));
    });
    await firstValueFrom(orders.pipe(filter(({ dataState }) => dataState === 'complete')));
    const added = [await addPage(client, orders), await addPage(client, orders), await addPage(client, orders)];
    expect(added).toEqual([true, true, false]);
    while (!seen.has(ORDERS.join(' '))) await new Promise((resolve) => setTimeout(resolve, 1));
    watching.unsubscribe();
    expect([...seen][0]).toBe('5 4');
  });

  test('the program with urql reads a list page by page, to its end', async () => {
    const pages: (readonly (string | undefined)[])[] = [];
    for await (const page of urqlPagesOf(urql.newUrql(served.url, KEY), where, 2))
      pages.push(page.map(({ node }) => node?.orderId));
    expect(pages).toEqual(PAGES);
  });

  test('an import is followed until it is done, and what is refused of it is said', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const refs = [
      { shop: 'mill', orderId: '71' },
      { shop: 'mill', orderId: '72' },
      { shop: 'depot', orderId: '73' },
    ];
    const told: Progress[] = [];
    for await (const progress of importOrders(plain.asking(served.url, KEY), refs, 1)) told.push(progress);
    expect(told.at(-1)).toMatchObject({ state: 'DONE', done: 2, failed: 0 });
    expect(fetched.toSorted()).toEqual(['71', '72']);
    expect(warn.mock.calls).toEqual([['depot 73: There is no shop depot.']]);
  });
});

describe('clients that list orders of which one fails', () => {
  let heard: Extensions | undefined;
  test.each<[string, () => Promise<readonly Outcome<ListedOrder>[]>]>([
    [
      'fetch',
      async () => {
        const { outcomes, extensions } = await plain.listOrders(plain.asking(graphql.url, KEY), REFS);
        heard = extensions;
        return outcomes;
      },
    ],
    [
      'Apollo Client',
      () =>
        apollo.listOrders(
          apollo.newApollo(graphql.url, KEY, (extensions) => {
            heard = extensions;
          }),
          REFS,
        ),
    ],
    [
      'urql',
      async () => {
        const { outcomes, extensions } = await urql.listOrders(urql.newUrql(graphql.url, KEY), REFS);
        heard = extensions;
        return outcomes;
      },
    ],
  ])('the program with %s gets two orders and the fault of the one that fails', async (_client, list) => {
    heard = undefined;
    expect(await list()).toMatchObject([
      { order: { orderId: '2198111437768747370', status: 'CANCELLED', totals: { total: { amount: '945.00' } } } },
      { fault: FAULT },
      { order: { orderId: '9100000000751371', totals: { total: { currencyCode: 'RUB' } } } },
    ]);
    expect(heard).toMatchObject({
      cost: { requested: expect.any(Number) },
      upstream: { totals: { orders: 3, calls: 3 } },
    });
  });
});

describe('clients with a wrong key', () => {
  test('the program with fetch throws an error that speaks of the key', async () => {
    await expect(plain.listOrders(plain.asking(graphql.url, 'wrong'), REFS)).rejects.toThrow(/key/);
  });

  test('the program with Apollo Client throws a ServerError with status 401', async () => {
    const error = await apollo
      .listOrders(
        apollo.newApollo(graphql.url, 'wrong', () => {}),
        REFS,
      )
      .catch((thrown) => thrown);
    expect(ServerError.is(error)).toBe(true);
    expect(error).toMatchObject({ statusCode: 401 });
  });

  test('the program with urql throws an error that speaks of the key', async () => {
    await expect(urql.listOrders(urql.newUrql(graphql.url, 'wrong'), REFS)).rejects.toThrow(/key/);
  });
});

describe('Apollo Client’s cache', () => {
  /** An order with two parcels. */
  const order = { shop: 'depot', orderId: '3100000000040747370' };
  const refs = [order];
  const id = toGlobalId(order);
  let client: ApolloClient;
  beforeAll(async () => {
    client = apollo.newApollo(graphql.url, KEY, () => {});
    await apollo.listOrders(client, refs);
  });

  test('Apollo Client answers a query for an order that a list brought from its cache', async () => {
    const { bodies } = spy();
    const { data } = await client.query({ query: OrderHeadDocument, variables: { id } });
    expect(data?.node).toMatchObject({ orderId: order.orderId, status: 'SHIPPED' });
    expect(bodies()).toEqual([]);
  });

  test('Apollo Client merges the fields that another query selects into the cached order', async () => {
    const { data } = await client.query({ query: OrderParcelsDocument, variables: { id } });
    expect(data?.node?.totals?.shipping?.currencyCode).toBe('CNY');
    expect(data?.node?.logistics?.shipments).toHaveLength(2);
    const { bodies } = spy();
    const [outcome] = await apollo.listOrders(client, refs);
    expect(outcome).toMatchObject({ order: { totals: { total: { currencyCode: 'CNY' } } } });
    expect(bodies()).toEqual([]);
  });

  test('Apollo Client caches orders by their id, and parcels within their order', async () => {
    const kept = Object.keys(client.cache.extract() as Part);
    expect(kept).toContain(`Order:${id}`);
    expect(kept.filter((name) => name.startsWith('Shipment'))).toEqual([]);
  });
});

test('urql answers the same query again from its cache', async () => {
  const client = urql.newUrql(graphql.url, KEY);
  await urql.listOrders(client, REFS.slice(0, 1));
  const { bodies } = spy();
  const { outcomes } = await urql.listOrders(client, REFS.slice(0, 1));
  expect(outcomes).toMatchObject([{ order: { status: 'CANCELLED' } }]);
  expect(bodies()).toEqual([]);
});

describe('clients with trusted documents', () => {
  let enforcing: Graphql;
  let logging: Graphql;
  beforeAll(async () => {
    enforcing = await start({ trustedDocuments: { manifest: MANIFEST } });
    logging = await start({ trustedDocuments: { manifest: MANIFEST, mode: 'log' } });
  });
  afterAll(async () => {
    await enforcing?.close();
    await logging?.close();
  });

  const refs = REFS.slice(0, 1);
  const listed = { orders: [{ orderId: '2198111437768747370', status: 'CANCELLED' }] };
  const unknown = Object.assign(parse('{ shops { id } }'), { __meta__: { hash: 'ab'.repeat(32) } });

  test('Apollo Client sends the hash of a trusted document without its text', async () => {
    const { bodies } = spy();
    const { data } = await newTrustedApollo(enforcing.url, KEY).query({
      query: OrderListDocument,
      variables: { refs },
    });
    expect(data).toMatchObject(listed);
    expect(bodies()).toMatchObject([{ extensions: { persistedQuery: { version: 1 } } }]);
    expect(bodies()[0]).not.toHaveProperty('query');
  });

  test('Apollo Client sends the text of an unknown document once the server asks for it, in mode log', async () => {
    const { bodies } = spy();
    const { data } = await newTrustedApollo(logging.url, KEY).query({ query: unknown });
    expect(data).toMatchObject({ shops: expect.arrayContaining([{ id: 'mill', __typename: 'Shop' }]) });
    expect(bodies().map((body) => 'query' in body)).toEqual([false, true]);
  });

  test('Apollo Client sends the text where the server has no trusted documents', async () => {
    const { data } = await newTrustedApollo(graphql.url, KEY).query({ query: OrderListDocument, variables: { refs } });
    expect(data).toMatchObject(listed);
  });

  test('Apollo Client gets status 403 for an unknown document where documents are enforced', async () => {
    const error = await newTrustedApollo(enforcing.url, KEY)
      .query({ query: unknown })
      .catch((thrown) => thrown);
    expect(CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions : error).toMatchObject({ statusCode: 403 });
  });

  test('urql sends the hash of a trusted document without its text', async () => {
    const { bodies } = spy();
    const { data } = await newTrustedUrql(enforcing.url, KEY).query(OrderListDocument, { refs });
    expect(data).toMatchObject(listed);
    expect(bodies()).toMatchObject([{ extensions: { persistedQuery: { version: 1 } } }]);
    expect(bodies()[0]).not.toHaveProperty('query');
  });

  test('urql gets PERSISTED_QUERY_NOT_FOUND for an unknown document', async () => {
    const { error } = await newTrustedUrql(enforcing.url, KEY).query(unknown, {});
    expect(error?.graphQLErrors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
  });

  test('Apollo Client does not send a document that is not in the manifest', async () => {
    const { bodies } = spy();
    const query = parse('{ shops { id } }');
    await expect(newTrustedApollo(enforcing.url, KEY).query({ query })).rejects.toThrow('not in the manifest');
    expect(bodies()).toEqual([]);
  });
});
