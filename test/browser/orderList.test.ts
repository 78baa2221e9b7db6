// The dashboard's list of all orders in a real browser, over a server with ten thousand invented orders: it scrolls, it
// follows what happens, it is found again where it was left, and its file holds what it shows.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityViolations, saveScreenshot, setUpBrowser, type Visit } from '../support/browser.js';
import { type OrderListServer, startOrderListServer } from '../support/orderListServer.js';

const visit = setUpBrowser(/status of (404|500)/);
let server: OrderListServer;
let streamless: OrderListServer;

beforeAll(async () => {
  server = await startOrderListServer();
  streamless = await startOrderListServer({ count: 60, hasStream: false });
});
afterAll(async () => {
  await server?.close();
  await streamless?.close();
});

const DESKTOP = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'en-GB' };

const rows = (page: Page) => page.locator('[data-kind=order]');
const row = (page: Page, index: number) => page.locator(`[data-kind=order][data-index="${index}"]`);

/** Opens the list and waits for its first row. */
const open = async (path = '', options: Parameters<Visit>[1] = DESKTOP, of = server): Promise<Page> => {
  const page = await visit(`${of.url}/dashboard${path}`, options);
  await row(page, 0).waitFor();
  return page;
};

const counted = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text).waitFor();

/** Pages come one after another, so the end is scrolled to until the row is there. */
async function scrollToRow(page: Page, index: number): Promise<void> {
  while (Number(await rows(page).last().getAttribute('data-index')) < index) {
    await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
  }
  await page.evaluate(
    `window.scrollTo(0, document.querySelector('tbody').getBoundingClientRect().top + window.scrollY + ${index} * 48 - 400)`,
  );
  await row(page, index).waitFor();
}

test('the dashboard opens on the list of all orders, without anything being typed or pasted', async () => {
  const page = await open();
  await counted(page, '10,000 orders');
  expect(await page.title()).toBe('All · OrderGraph');
  expect(await page.getByRole('navigation', { name: 'Saved views' }).getByRole('button').allTextContents()).toEqual([
    'All10,000',
    expect.stringMatching(/^To ship today1,4\d\d$/),
    expect.stringMatching(/^Unpaid1,4\d\d$/),
    expect.stringMatching(/^On hold1,4\d\d$/),
    expect.stringMatching(/^Refunds/),
    expect.stringMatching(/^Problems/),
  ]);
  // A window of rows, however many orders there are.
  expect(await rows(page).count()).toBeLessThan(60);
  expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('10001');
});

test('row 1,000 is reached by scrolling, and an order opened there is found again on coming back', async () => {
  const page = await open();
  await scrollToRow(page, 1000);
  const place = await page.evaluate<number>('window.scrollY');
  const link = row(page, 1000).getByRole('link');
  const orderId = await link.textContent();
  const pages = server.pages();
  await link.click();
  await page.getByText(`Order ${orderId}`).waitFor();
  await page.getByRole('link', { name: 'All orders' }).click();
  await row(page, 1000).waitFor();
  expect(await page.evaluate('window.scrollY')).toBe(place);
  expect(await page.evaluate('document.activeElement.textContent')).toBe(orderId);
  expect(server.pages()).toBe(pages);
  await page.goBack();
  await page.getByText(`Order ${orderId}`).waitFor();
  await page.goBack();
  await row(page, 1000).waitFor();
  expect(await page.evaluate('window.scrollY')).toBe(place);
}, 90_000);

test('a filter, its order and its zone stay in the address, and a reload shows the same again', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Status', exact: true }).click();
  await page.getByRole('checkbox', { name: 'On hold' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Total', exact: true }).first().click();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Days and times in' }).selectOption('UTC');
  await page.getByRole('combobox', { name: 'Sorted by' }).selectOption('Oldest first');
  await page.waitForURL(/\?status=ON_HOLD&sort=created&zone=UTC$/);
  await counted(page, /^1,4\d\d orders$/);
  await page.reload();
  await counted(page, /^1,4\d\d orders$/);
  await row(page, 0).getByText('On hold').waitFor();
  expect(await page.getByRole('combobox', { name: 'Days and times in' }).inputValue()).toBe('UTC');
  await page.getByRole('button', { name: 'Remove the filter On hold' }).click();
  await counted(page, '10,000 orders');
});

test('a saved view lists its orders, in its own order', async () => {
  const page = await open();
  await page.getByRole('button', { name: /^To ship today/ }).click();
  await page.waitForURL(/status=AWAITING_SHIPMENT&status=PARTIALLY_SHIPPED&sort=ship_by$/);
  await row(page, 0).getByText('Awaiting shipment').waitFor();
  expect(await row(page, 0).locator('[data-column=shipBy]').textContent()).toMatch(/Due soon · in 3 hr/);
  expect(await page.getByRole('columnheader', { name: 'Ship by' }).getAttribute('aria-sort')).toBe('ascending');
  expect(await page.getByRole('button', { name: /^To ship today/ }).getAttribute('aria-pressed')).toBe('true');
  await saveScreenshot(page, 'dashboard-list-to-ship');
  await page.getByRole('button', { name: /^On hold/ }).click();
  await row(page, 0).getByText('On hold').waitFor();
  expect(await row(page, 0).locator('[data-column=shipBy]').textContent()).toMatch(/^Do not ship.*Due soon/);
});

test('the key / leads to the search, an order number finds its order, and arrows and Enter open it', async () => {
  const page = await open();
  const orderId = (await row(page, 7).getByRole('link').textContent()) ?? '';
  await page.keyboard.press('/');
  await page.keyboard.type(orderId);
  await counted(page, '1 order');
  await row(page, 0).getByText(orderId).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/orders/\\w+/${orderId}$`));
});

test('arrows move from row to row, and the end of what is loaded is one key away', async () => {
  const page = await open();
  await row(page, 0).getByRole('link').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('PageDown');
  const focused = () => page.evaluate<string>('document.activeElement.closest("[data-index]").dataset.index');
  expect(await focused()).toBe('11');
  await page.keyboard.press('Home');
  await page.locator('[data-index="0"] a:focus').waitFor();
  // One row at a time is in the order of tabs.
  expect(await page.locator('[data-index] a[tabindex="0"]').count()).toBe(1);
});

test('a search for a person says why it is refused, and people are offered no longer', async () => {
  const page = await open();
  await page.getByRole('searchbox', { name: 'Order number, tracking number or person' }).fill('王小明');
  await page.getByText('it lacks the scope pii:search').waitFor();
  await page.getByRole('searchbox', { name: 'Order number or tracking number' }).waitFor();
  expect(page.url()).not.toContain('q=');
  await counted(page, '10,000 orders');
});

test('new orders are counted and come on a click, and a listed order changes where it stands', async () => {
  const page = await open();
  await page.locator('[data-feed=LIVE]').waitFor();
  const first = await row(page, 0).getByRole('link').textContent();
  const changed = (await row(page, 4).getByRole('link').textContent()) ?? '';
  const order = server.place();
  await page.getByRole('button', { name: '1 new' }).waitFor();
  server.change(changed, 'CLOSED');
  await row(page, 4).getByText('Closed').waitFor();
  // Nothing moved.
  expect(await row(page, 0).getByRole('link').textContent()).toBe(first);
  await saveScreenshot(page, 'list-news');
  await page.getByRole('button', { name: '1 new' }).click();
  await row(page, 0).getByText(order.orderId).waitFor();
  expect(await page.getByRole('button', { name: '1 new' }).count()).toBe(0);
});

test('an order that a filter leaves out is no news to the filtered list', async () => {
  const page = await open('?status=ON_HOLD');
  await page.locator('[data-feed=LIVE]').waitFor();
  const changed = (await row(page, 2).getByRole('link').textContent()) ?? '';
  server.place();
  server.change(changed, 'SHIPPED');
  await row(page, 2).getByText('Shipped', { exact: true }).first().waitFor();
  expect(await page.getByRole('button', { name: / new$/ }).count()).toBe(0);
});

test('where no stream can be opened, changes are asked for and shown all the same', async () => {
  const page = await open('', DESKTOP, streamless);
  await page.locator('[data-feed=POLLING]').waitFor();
  streamless.place();
  await page.getByRole('button', { name: '1 new' }).waitFor();
});

test('the CSV file holds the filtered orders, and nothing in it that a spreadsheet would run', async () => {
  const page = await open('?status=ON_HOLD&shop=overseas');
  await counted(page, /orders$/);
  const [count = ''] = /\d+/.exec((await page.getByRole('status').first().textContent()) ?? '') ?? [];
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^orders-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(Number(count) + 1);
  expect(lines[0]).toMatch(/^\uFEFForder,/);
  for (const line of lines.slice(1)) expect(line).toMatch(/^"\d{19}\t",,overseas,"'=Overseas ""Store""",ALIEXPRESS,/);
});

test('a file stops at its bound, and says so', async () => {
  server.place();
  const page = await open();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  await page.getByText('The file holds the first 10000 orders').waitFor();
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(10_001);
}, 90_000);

test('without the index the dashboard says so kindly, and order numbers can be pasted as before', async () => {
  streamless.refuse('INDEX_UNAVAILABLE');
  const page = await visit(`${streamless.url}/dashboard`, DESKTOP);
  await page.getByRole('heading', { name: 'The list of all orders is not there just now' }).waitFor();
  await saveScreenshot(page, 'list-unavailable');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open orders' }).first().click();
  await page.getByLabel('Order numbers').waitFor();
  await page.keyboard.press('Escape');
  streamless.refuse(undefined);
  await page.getByRole('button', { name: 'Try again' }).click();
  await row(page, 0).waitFor();
});

test.each(['light', 'dark'] as const)(
  'the list has no accessibility violations in %s colours, nor have its menus',
  async (colorScheme) => {
    const page = await open('?status=ON_HOLD&placed=last30', { ...DESKTOP, colorScheme });
    await counted(page, /orders$/);
    await saveScreenshot(page, `list-${colorScheme}`);
    expect(await accessibilityViolations(page)).toEqual([]);
    for (const name of ['Shop', 'Status', 'Date', 'Total', 'More']) {
      await page.locator('section').getByRole('button', { name, exact: true }).first().click();
      await page.getByRole('dialog').waitFor();
      await saveScreenshot(page, `list-${colorScheme}-${name.toLowerCase()}`);
      expect(await accessibilityViolations(page, '[role=dialog]')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  },
  90_000,
);

test('the list fits a phone, as cards, with its filters behind one button', async () => {
  const page = await open('', PHONE);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await saveScreenshot(page, 'list-phone');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('checkbox', { name: 'On hold' }).check();
  await saveScreenshot(page, 'list-phone-filters');
  await page.getByRole('button', { name: 'Show the orders' }).click();
  await counted(page, /^1,4\d\d orders$/);
});

test('the list is there in Chinese', async () => {
  const page = await open('?status=ON_HOLD', { ...DESKTOP, locale: 'zh-CN' });
  await counted(page, /^1,4\d\d 个订单$/);
  await row(page, 0).getByText('暂缓').first().waitFor();
  expect(await page.title()).toBe('暂缓 · OrderGraph');
  await saveScreenshot(page, 'list-chinese');
});

/** Has the page told how shops are filled in, as it stands whenever it asks. */
async function tellFills(page: Page, told: { sync: object }): Promise<void> {
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('FirstFills')) return route.fallback();
    const shop = { __typename: 'Shop', id: 'overseas', name: 'Overseas Store', platform: 'ALIEXPRESS' };
    const statistic = { __typename: 'OrderStatistic', shop: { __typename: 'Shop', id: 'overseas' }, count: 1234 };
    const data = { __typename: 'Query', shops: [{ ...shop, sync: told.sync }], orderStatistics: [statistic] };
    return route.fulfill({ json: { data } });
  });
  await page.reload();
}

const fillOf = (daysDone: number, fault: string | null = null) => ({
  ...{ __typename: 'ShopSync', fault },
  streams: [
    {
      ...{ __typename: 'SyncStream', name: 'fill', percent: Math.floor(daysDone / 1.8), days: 180, daysDone, fault },
      nextAt: null,
    },
  ],
});

test('a shop that is filled in says how far it is until that is done, and what to do where it has stopped', async () => {
  const page = await open('', DESKTOP, streamless);
  const told = { sync: fillOf(45) };
  await tellFills(page, told);
  const section = page.getByRole('region', { name: 'Shops whose orders are being read in' });
  const said = 'Overseas Store: 45 of 180 days read, 1,234 orders found so far';
  await section.getByText(said).waitFor();
  expect(await section.getByRole('progressbar', { name: said }).getAttribute('aria-valuenow')).toBe('25');
  await saveScreenshot(page, 'list-filling');
  expect(await accessibilityViolations(page, 'section[aria-label^=Shops]')).toEqual([]);
  told.sync = fillOf(46, 'SHOP_NOT_AUTHORIZED');
  await section.getByText('46 of 180 days').waitFor();
  await section.getByRole('status').getByText('Connect the shop again').waitFor();
  expect(await accessibilityViolations(page, 'section[aria-label^=Shops]')).toEqual([]);
  told.sync = fillOf(180);
  await section.waitFor({ state: 'detached' });
}, 90_000);
