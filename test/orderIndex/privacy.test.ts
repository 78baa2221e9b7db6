// Tests that nothing of the people in orders can be read from the index's tables and files, whichever engine keeps it, nor
// from the change feed or the log.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import { createEngine, type EngineSource } from '../../src/orderIndex/engine/source.js';
import type { Tables } from '../../src/orderIndex/schema/tables.js';
import { openStream, type ServerEvent } from '../support/eventStream.js';
import { replyWith, shopOf } from '../support/gateway.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import { lineStream } from '../support/lineStream.js';
import { startPostgres } from '../support/postgres.js';
import { startIndexedServer } from '../support/recordedIndex.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';

const PEOPLE = {
  receiver: '赵钱孙李测试',
  buyer: 'sentinel-buyer-name',
  login: 'sentinel-login-id',
  mobile: '13912345678',
  telephone: '0571-88665544',
  address: '文三路九百九十九号哨兵大厦',
  message: '请用红色包装哨兵留言',
  memo: 'sentinel memo of the seller',
  tracking: 'SF7788990011223',
};

const documentOf = (orderId: string, status = 'waitsellersend') => ({
  baseInfo: {
    ...(VV_TOOL.document.small(orderId, orderId).baseInfo as object),
    status,
    buyerContact: { name: PEOPLE.buyer, mobile: PEOPLE.mobile },
    buyerLoginId: PEOPLE.login,
    buyerFeedback: PEOPLE.message,
    sellerMemo: PEOPLE.memo,
  },
  productItems: [{ subItemIDString: orderId, name: '大衣', productID: 77, quantity: 1, status: 'waitsellersend' }],
  nativeLogistics: {
    contactPerson: PEOPLE.receiver,
    mobile: PEOPLE.mobile,
    telephone: PEOPLE.telephone,
    address: PEOPLE.address,
    logisticsItems: [{ id: 1, logisticsBillNo: PEOPLE.tracking }],
  },
});

const ALL = `{ order(shop: "mill", orderId: "4355875836205969811") {
  status notes { buyerMessage sellerMemo } buyer { loginId } receiver { name mobile address }
  items { productId } logistics { shipments { trackingNumber } } } }`;

/** Whoever packs: they may read orders, and not whom they are for. */
const WAREHOUSE = 'a-key-of-the-warehouse';

const STATE = 'status paymentStatus shippingStatus refundStatus total { amount }';
const CHANGE = `cursor at kind shop orderId changed before { ${STATE} } after { ${STATE} }`;
const FEED = `query($after: String) { orderChanges(after: $after) { nodes { ${CHANGE} } pageInfo { endCursor } } }`;
const EVENTS = `subscription($after: String) { orderChanged(after: $after) { ${CHANGE}
  order { buyer { loginId name } receiver { name mobile phone address } } } }`;

/** How a text may stand in a file. */
const formsOf = (text: string): readonly Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text).toString('hex')),
  Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)),
  Buffer.from(JSON.stringify(text).slice(1, -1)),
];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const cellBytes = (cell: unknown): Buffer =>
  cell instanceof Uint8Array ? Buffer.from(cell) : Buffer.from(String(cell));

/** Where a text stands in an index: the table, the column. */
async function cellsWith(source: EngineSource, text: string): Promise<readonly string[]> {
  const engine = await createEngine(source);
  const db = new Kysely<Tables>({ dialect: engine.createDialect('reader') });
  const forms = formsOf(text);
  const found = new Set<string>();
  for (const { name } of await db.introspection.getTables())
    for (const row of await db
      .selectFrom(name as keyof Tables)
      .selectAll()
      .execute())
      for (const [column, cell] of Object.entries(row))
        if (forms.some((form) => cellBytes(cell).includes(form))) found.add(`${name}.${column}`);
  await db.destroy();
  return [...found].sort();
}

/** Which of the people's texts stand in another. */
const peopleIn = (text: string): readonly string[] =>
  Object.values(PEOPLE).filter((value) => formsOf(value).some((form) => text.includes(form.toString())));

interface Place {
  readonly source: EngineSource;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

async function sqlitePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-privacy-'));
  return {
    source: { name: 'SQLite', path: join(folder, 'index.db') },
    folder,
    close: async () => rmSync(folder, { recursive: true }),
  };
}

async function postgresPlace(): Promise<Place> {
  const server = await startPostgres();
  return {
    source: { name: 'PostgreSQL', url: await server.createDatabase() },
    folder: server.folder,
    close: server.close,
  };
}

describe.each([
  ['SQLite', sqlitePlace],
  ['PostgreSQL', postgresPlace],
])('the people in orders (%s)', (_name, openPlace) => {
  let place: Place;
  let gateway: StubGateway;
  const lines: string[] = [];
  const logger = { level: 'trace', stream: lineStream((line) => lines.push(line)) };

  beforeAll(async () => {
    place = await openPlace();
    gateway = await startStubGateway();
    gateway.respondWith((request) => ({ body: replyWith(VV_TOOL, documentOf(VV_TOOL.callOf(request).orderId)) }));
  });
  afterAll(async () => {
    await gateway.close();
    await place.close();
  });

  test('names, telephones, addresses, memos and parcels stand in no file and no log line, and find the order', async () => {
    const settings = {
      shops: [{ ...shopOf(VV_TOOL, gateway.url), id: 'mill' }],
      auth: { anonymous: { shops: ['*'], scopes: ['orders:read', 'pii:read'] } },
      index: { encryptionKey: Buffer.alloc(32, 3).toString('base64'), phoneSuffix: true },
    };
    const server = await startIndexedServer(settings, place.source, { logger });
    const { text } = await server.query(ALL);
    for (const value of Object.values(PEOPLE).filter((one) => one !== PEOPLE.telephone && one !== PEOPLE.buyer))
      expect(text).toContain(value);
    await server.index.flush();
    const findBy = async (filter: object) =>
      (
        await server.index.list({
          shops: ['mill'],
          filter,
          sort: { key: 'CREATED_AT', direction: 'DESC' },
          page: { first: 5 },
        })
      ).edges.map(({ order }) => order.orderId);
    const found = ['4355875836205969811'];
    expect(await findBy({ receiver: { phone: PEOPLE.mobile } })).toEqual(found);
    expect(await findBy({ receiver: { phoneLast4: '5678' } })).toEqual(found);
    expect(await findBy({ receiver: { name: PEOPLE.receiver } })).toEqual(found);
    expect(await findBy({ counterpart: PEOPLE.login })).toEqual(found);
    expect(await findBy({ trackingNumber: PEOPLE.tracking })).toEqual(found);
    expect(await findBy({ receiver: { phone: '13900000000' } })).toEqual([]);
    const scan = (): readonly string[] =>
      filesIn(place.folder).flatMap((file) => {
        const bytes = readFileSync(file);
        return Object.values(PEOPLE)
          .filter((value) => formsOf(value).some((form) => bytes.includes(form)))
          .map((value) => `${value} in ${file}`);
      });
    expect(scan()).toEqual([]);
    await server.close();
    expect(filesIn(place.folder).length).toBeGreaterThan(0);
    expect(scan()).toEqual([]);
    const log = lines.join('');
    expect(Object.values(PEOPLE).filter((value) => log.includes(value))).toEqual([]);
  });

  test('names, telephones, addresses and memos stand in no event of the change feed and in no cell of a table', async () => {
    const settings = {
      shops: [{ ...shopOf(VV_TOOL, gateway.url), id: 'mill' }],
      auth: {
        anonymous: { shops: ['*'], scopes: ['orders:read', 'pii:read'] },
        apiKeys: [{ key: WAREHOUSE, name: 'warehouse', shops: ['*'], scopes: ['orders:read'] }],
      },
      cache: { maxBytes: 0 },
      index: { encryptionKey: Buffer.alloc(32, 3).toString('base64'), phoneSuffix: true },
    };
    const server = await startIndexedServer(settings, place.source, { logger });
    await server.index.count({ shops: ['mill'], filter: {}, limit: 1 });
    const { endCursor } = await server.index.changes({ shops: ['mill'], filter: {}, first: 1 });
    const stream = await openStream(`${server.url}/graphql/stream`, EVENTS, {
      variables: { after: endCursor },
      headers: { authorization: `Bearer ${WAREHOUSE}` },
    });
    const orderId = '4355875836205969822';
    const ask = () => server.query(ALL.replace('"4355875836205969811"', `"${orderId}", maxAge: 0`));
    const events: (ServerEvent | undefined)[] = [];
    expect(peopleIn((await ask()).text)).toContain(PEOPLE.receiver);
    events.push(await stream.next());
    const shipped = replyWith(VV_TOOL, documentOf(orderId, 'waitbuyerreceive'));
    gateway.respondWith(() => ({ body: shipped }));
    await ask();
    events.push(await stream.next());
    server.index.bury('mill', orderId);
    events.push(await stream.next());
    const kinds = events.map((event) => JSON.parse(event?.data ?? '').data.orderChanged.kind);
    expect(kinds).toEqual(['CREATED', 'UPDATED', 'DELETED']);
    expect(events[0]?.data).toContain('"receiver":{');
    expect(peopleIn(JSON.stringify(events))).toEqual([]);
    const page = await server.query(FEED, { variables: { after: endCursor } });
    expect(page.data).toMatchObject({ orderChanges: { nodes: [{ orderId }, { orderId }, { orderId }] } });
    expect(peopleIn(page.text)).toEqual([]);
    stream.close();
    for (const value of Object.values(PEOPLE)) expect(await cellsWith(place.source, value)).toEqual([]);
    expect(await cellsWith(place.source, orderId)).toEqual(['changes.order_id']);
    expect(await cellsWith(place.source, '4355875836205969811')).toEqual([
      ...['changes.order_id', 'documents.order_id', 'orders.order_id', 'products.order_id', 'terms.order_id'],
    ]);
    await server.close();
    expect(peopleIn(lines.join(''))).toEqual([]);
  });

  test('after a restart a stored document answers without a call, as long as it is fresh', async () => {
    const settings = {
      shops: [{ ...shopOf(VV_TOOL, gateway.url), id: 'mill' }],
      auth: { anonymous: { shops: ['*'], scopes: ['orders:read', 'pii:read'] } },
      cache: { openSeconds: 600 },
      index: { encryptionKey: Buffer.alloc(32, 3).toString('base64') },
    };
    const server = await startIndexedServer(settings, place.source);
    await server.index.count({ shops: ['mill'], filter: {}, limit: 1 });
    gateway.take();
    const { data, plan } = await server.query(ALL);
    expect(data).toMatchObject({ order: { receiver: { name: PEOPLE.receiver } } });
    expect(gateway.take()).toEqual([]);
    expect(plan?.orders).toMatchObject([{ cache: 'HIT' }]);
    await server.close();
    const other = await startIndexedServer(
      { ...settings, index: { encryptionKey: Buffer.alloc(32, 4).toString('base64') } },
      place.source,
    );
    await other.index.count({ shops: ['mill'], filter: {}, limit: 1 });
    await other.query(ALL);
    expect(gateway.take()).toHaveLength(1);
    await other.close();
  });
});
