// The playground in a real browser: what a front-end developer does in it, with nothing from the internet.
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { saveScreenshot, setUpBrowser, type Visit } from '../support/browser.js';
import {
  addressOf,
  costOf,
  exampleOf,
  queryOf,
  ready,
  resultOf,
  run,
  startStream,
  stopStream,
  tabOf,
  variablesOf,
} from '../support/playground.js';
import { type Program, startProgram } from '../support/program.js';

const visit = setUpBrowser();
let sandbox: Program;
beforeAll(() => {
  sandbox = startProgram();
});
afterAll(() => sandbox?.stop());

const open: Visit = async (address, options) => ready(await visit(address, options));
const link = async (query: Readonly<Record<string, string>>): Promise<string> => addressOf(await sandbox.url, query);

test('the first visit shows an example that runs, the list of examples, and a hint how to run it', async () => {
  const page = await open(await sandbox.url);
  await queryOf(page).getByText('2198111437768747370').waitFor();
  await page.getByRole('heading', { name: 'Examples' }).waitFor();
  await page.getByText('Run the query with').waitFor();
  await run(page);
  await resultOf(page).getByText('CANCELLED').waitFor();
  await resultOf(page).getByText('945.00').waitFor();
}, 60_000);

describe('query editor', () => {
  test('the editor completes a field from its first letters', async () => {
    const page = await open(await link({ query: '{\n  order(shop: "mill", orderId: "1") {\n\n  }\n}' }));
    await queryOf(page).locator('.view-line').nth(2).click();
    await page.keyboard.type('log', { delay: 50 });
    await page
      .locator('.suggest-widget')
      .getByRole('option', { name: /^logistics/ })
      .waitFor();
    await saveScreenshot(page, 'completion');
    await page.keyboard.press('Enter');
    await queryOf(page)
      .getByText(/^\s*logistics/)
      .waitFor();
  }, 60_000);

  test('the editor underlines an unknown field and explains it on hover', async () => {
    const page = await open(await link({ query: '{ order(shop: "mill", orderId: "1") { statuz } }' }));
    await page.locator('.graphiql-query-editor .squiggly-error').waitFor();
    await queryOf(page).getByText('statuz').hover();
    await page.getByText('Cannot query field "statuz" on type "Order"').first().waitFor();
  }, 60_000);

  test('a field ticked in the query builder is added to the query', async () => {
    const page = await open(await link({ query: '{ shops { id } }' }));
    await page.getByRole('button', { name: 'Show Query builder' }).click();
    await page.locator('.graphiql-explorer-shops [data-field-name="name"]').click();
    await queryOf(page).getByText('name').waitFor();
    await run(page);
    await resultOf(page).getByText('Mill Knitwear').waitFor();
  }, 60_000);

  test('the documentation explorer shows the descriptions of the schema', async () => {
    const page = await open(await sandbox.url);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Shipment', exact: true }).click();
    await page.getByText('trackingNumber').waitFor();
    await page.getByText('The carrier’s tracking number.').waitFor();
  }, 60_000);
});

test('every example in the menu returns data, and only the failing one returns errors; a subscription waits', async () => {
  const page = await open(await sandbox.url);
  const menu = page.locator('.examples li button');
  const files = readdirSync(new URL('../../schema/operations/', import.meta.url));
  const count = await menu.count();
  expect(count).toBe(files.filter((name) => name.endsWith('.graphql')).length);
  const failing: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const title = (await menu.nth(index).locator('strong').textContent()) ?? '';
    expect(await menu.nth(index).locator('span').textContent()).toMatch(/\.$/);
    await menu.nth(index).click();
    if (title === 'Order changed') {
      expect(await startStream(page)).toBe(200);
      expect(await stopStream(page)).toBe('net::ERR_ABORTED');
      continue;
    }
    const { answer } = await run(page);
    await costOf(page).waitFor();
    expect(answer.data).toBeTruthy();
    if (answer.errors) failing.push(title);
  }
  expect(failing).toEqual(['Failing neighbours']);
  await saveScreenshot(page, 'all-examples');
}, 180_000);

test('an example brings the headers it needs, and one that is already open gets no second tab', async () => {
  const page = await open(await sandbox.url);
  const tabs = page.getByRole('tab');
  await exampleOf(page, 'Plan').click();
  await page.getByRole('button', { name: 'Headers' }).click();
  await page.locator('.graphiql-editor-tool').getByText('x-ordergraph-plan').waitFor();
  await exampleOf(page, 'Logistics').click();
  expect(await tabs.count()).toBe(3);
  await exampleOf(page, 'Plan').click();
  expect(await tabs.count()).toBe(3);
  expect(await tabOf(page).textContent()).toBe('Plan');
}, 60_000);

test('the cost bar reports one upstream call at first, and none once the order is cached', async () => {
  const order = 'order(shop: "depot", orderId: "3100000000990747370") { logistics { shipments { trackingNumber } } }';
  const page = await open(await link({ query: `query Parcels { ${order} }` }));
  await run(page);
  await costOf(page)
    .getByText(/^1 call · subtrees NativeLogistics · (waited \d+ ms · )?\d+ points$/)
    .waitFor();
  await run(page);
  await costOf(page)
    .getByText(/^no call · 1 from cache · \d+ points$/)
    .waitFor();
  await costOf(page).click();
  await page.getByText(/^depot 3100000000990747370.*DAMAIJIA168 · from cache · no call/).waitFor();
  await saveScreenshot(page, 'cost');
}, 60_000);

test('the playground explains why the schema could not be read', async () => {
  const page = await open(await sandbox.url);
  await page.route('**/graphql', (route) => route.fulfill({ json: { errors: [{ message: 'Not for you.' }] } }));
  await page.getByRole('button', { name: /^Re-fetch GraphQL schema/ }).click();
  await page.getByText('The schema could not be read').waitFor();
  await resultOf(page).getByText('Not for you.').waitFor();
}, 60_000);

test('a subscription runs, a change of an order appears in the result as it comes, and it can be stopped', async () => {
  // None of those that the sandbox has in its index from the start, or puts there meanwhile.
  const orderId = '3100009990000747370';
  const query = `subscription { orderChanged(where: { orderIds: ["${orderId}"] }) { shop orderId kind } }`;
  const page = await open(await link({ query }));
  expect(await startStream(page)).toBe(200);
  const asked = await fetch(await sandbox.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ order(shop: "mill", orderId: "${orderId}") { status } }` }),
  });
  expect(asked.status).toBe(200);
  // The orders that the sandbox begins with are written first.
  await resultOf(page).getByText('CREATED').waitFor({ timeout: 90_000 });
  await resultOf(page).getByText(orderId).waitFor();
  // Nothing more is told of this order, and the stream ends all the same.
  expect(await stopStream(page)).toBe('net::ERR_ABORTED');
}, 150_000);

describe('share link', () => {
  test('a share link is copied to the clipboard and carries query and variables, but no headers', async () => {
    const page = await open(await sandbox.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    await exampleOf(page, 'Plan').click();
    await page.getByRole('button', { name: 'Share link' }).click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    const carried = new URLSearchParams(new URL(copied).hash.slice(1));
    expect([...carried.keys()]).toEqual(['query', 'variables', 'operationName']);

    const other = await open(copied);
    expect(other.url()).toBe(await sandbox.url);
    expect(await tabOf(other).textContent()).toBe('Plan');
    await queryOf(other).getByText('fetchedAt').waitFor();
    await variablesOf(other).getByText('3100000000020747370').first().waitFor();
    const { answer } = await run(other);
    expect(answer.errors).toBeUndefined();
  }, 60_000);

  test('a share link opens in a new tab of the editor and runs the operation it names', async () => {
    const page = await open(await sandbox.url);
    await page.goto(
      await link({ query: 'query One { shops { id } }\nquery Two { shops { name } }', operationName: 'Two' }),
    );
    await queryOf(page).getByText('Two').waitFor();
    expect(await page.getByRole('tab').count()).toBe(2);
    expect(await tabOf(page).textContent()).toBe('Two');
    // From the query itself it would run the operation at the cursor.
    await variablesOf(page).click();
    const asked = page.waitForRequest((request) => request.postData()?.includes('query Two') ?? false);
    await page.keyboard.press('Control+Enter');
    expect((await asked).postDataJSON()).toMatchObject({ operationName: 'Two' });
  }, 60_000);

  test('a share link is put into the address bar when the clipboard is not available', async () => {
    const page = await open(await sandbox.url);
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"))');
    await page.getByRole('button', { name: 'Share link' }).click();
    await page.getByRole('button', { name: 'In the address bar' }).waitFor();
    expect(page.url()).toContain('#query=');
  }, 60_000);
});
