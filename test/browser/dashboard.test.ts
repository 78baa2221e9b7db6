// The dashboard’s lists of pasted numbers in a real browser, without the internet: sixty orders of six shops, one order,
// its people, its looks.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { demoShops } from '../../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { accessibilityViolations, saveScreenshot, startBrowser } from '../support/browser.js';
import { type Program, startProgram } from '../support/program.js';
import { boardTells, DUE, HELD, orderTells } from '../support/toShip.js';

const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));

/** One of the demo list, with three items in two parcels and a refund. */
const SHOWN = { shop: 'mill', orderId: '3100009929070747370' };
const KEY = 'a-key-without-personal-data';
/** Where nobody listens. */
const DEAD = 'http://127.0.0.1:9/router/qm';

let sandbox: Sandbox;
let open: Program;
let guarded: Program;
let browser: Browser;

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 1000 });
  const settings = {
    shops: demoShops(sandbox.url).map((shop) =>
      shop.id === 'overseas'
        ? { ...shop, gateways: shop.gateways.map((gateway) => ({ ...gateway, url: DEAD })) }
        : shop,
    ),
    auth: { apiKeys: [{ key: KEY, name: 'packer', shops: ['*'], scopes: ['orders:read'] }] },
    playground: true,
  };
  const config = join(folder, 'ordergraph.yaml');
  writeFileSync(config, JSON.stringify(settings));
  open = startProgram();
  guarded = startProgram({ ORDERGRAPH_CONFIG: config });
  browser = await startBrowser();
}, 60_000);

// A page that is left open goes on asking, and drawing what it is told.
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([open?.stop(), guarded?.stop()]);
  await sandbox?.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly foreign: readonly string[];
}

/** Opens an address of the dashboard. Pictures are the one thing that comes from elsewhere, and here they do not come. */
async function visit(program: Program, path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const { origin } = new URL(await program.url);
  const complaints: string[] = [];
  const foreign: string[] = [];
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  await page.route(
    (url) => url.protocol.startsWith('http') && url.origin !== origin,
    async (route) => {
      if (route.request().resourceType() !== 'image') foreign.push(route.request().url());
      await route.abort();
    },
  );
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('net::ERR_FAILED')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${origin}/dashboard${path}`, { waitUntil: 'commit' });
  return { page, complaints, foreign };
}

const rows = (page: Page, kind: 'order' | 'failed' | 'loading') => page.locator(`[data-kind=${kind}]`);

async function allLoaded(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .getByText(/60 of 60 orders/)
    .waitFor({ timeout: 60_000 });
}

/** What a screen reader's user would stumble over. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.waitForLoadState('networkidle');
  return accessibilityViolations(page);
}

const picture = (page: Page, name: string): Promise<void> => saveScreenshot(page, `dashboard-${name}`);

describe('order board', () => {
  test('the board lists the sixty demo orders of all six shops', async () => {
    const { page, complaints, foreign } = await visit(open, '/lists/demo');
    for (const name of [
      'Mill Knitwear',
      'Buyer Office',
      'Depot Supplies',
      'Flagship Store',
      'Overseas Store',
      'Maker Workshop',
    ]) {
      await rows(page, 'order').getByText(name).first().waitFor({ timeout: 60_000 });
    }
    await allLoaded(page);
    expect(await rows(page, 'order').count()).toBe(58);
    expect(await rows(page, 'failed').count()).toBe(2);
    expect(await page.getByRole('link', { name: 'Authorize' }).getAttribute('href')).toMatch(/^https:/);
    expect(await page.getByText(/upstream calls/).textContent()).toMatch(/[1-9]\d* upstream calls/);
    expect(await page.title()).toBe('Demo orders · OrderGraph');
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('filters and the sort order are kept in the URL and survive a reload', async () => {
    const { page } = await visit(open, '/lists/demo');
    await allLoaded(page);
    await page.getByRole('button', { name: /Need attention/ }).click();
    await page.getByRole('button', { name: 'Platform', exact: true }).click();
    await page.getByRole('checkbox', { name: 'AliExpress' }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Total', exact: true }).click();
    await page.waitForURL(/status=ON_HOLD.*platform=ALIEXPRESS.*sort=total/);
    const count = await rows(page, 'order').count();
    expect(count).toBeGreaterThan(0);
    await page.reload();
    await allLoadedOf(page, count);
    expect(await rows(page, 'order').getByText('On hold').count()).toBe(count);
    await page.getByRole('button', { name: 'Remove the filter On hold' }).click();
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.getByRole('searchbox').fill(SHOWN.orderId);
    await page.getByText('1 of 60 orders').waitFor();
    await page.context().close();
  }, 120_000);

  test('pasted order numbers open as a list, which tells what must not be shipped; invalid lines are reported', async () => {
    const { page } = await visit(open, '');
    await page.getByRole('button', { name: 'Open orders' }).click();
    await page
      .getByLabel('Order numbers')
      .fill(
        `shop,order\n${SHOWN.shop} ${SHOWN.orderId}\n${SHOWN.shop},${SHOWN.orderId}\n3200097411700531846\n2.1981E+18\nflagship ${DUE}\nflagship ${HELD}`,
      );
    await page.getByText('Line 5:').waitFor();
    await page.getByText('1 order is listed twice and opens once').waitFor();
    await picture(page, 'paste');
    await page.getByLabel('Shop of order 3200097411700531846').selectOption('flagship');
    await page.getByPlaceholder('Name of the list').fill('Four orders');
    await page.getByRole('button', { name: 'Open 4 orders' }).click();
    await page.getByText('4 of 4 orders').waitFor();
    await page.reload();
    await page.getByText('4 of 4 orders').waitFor();
    expect(await rows(page, 'order').count()).toBe(4);
    await boardTells(page);
    await orderTells(page);
    await page.getByText('4 of 4 orders').waitFor();
    await page.getByRole('button', { name: 'Four orders' }).click();
    await page.getByRole('menuitem', { name: 'Delete this list' }).click();
    await page.waitForURL(/\/dashboard\/?$/);
    await page.getByRole('navigation', { name: 'Saved views' }).waitFor();
    await page.getByRole('button', { name: 'My lists' }).click();
    await page.getByRole('menuitem', { name: 'Demo orders' }).click();
    await page.getByText(/of 60 orders/).waitFor();
    await page.context().close();
  }, 120_000);

  test('the board has no accessibility violations in light and in dark colours', async () => {
    const { page } = await visit(open, '/lists/demo');
    await allLoaded(page);
    await page.getByText('Parcels by carrier').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOn(page)).toEqual([]);
      await picture(page, `board-${colorScheme}`);
    }
    await page.context().close();
  }, 120_000);

  test('the board fits a phone and has no accessibility violations there', async () => {
    const { page } = await visit(open, '/lists/demo', { viewport: { width: 390, height: 844 } });
    await allLoaded(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'board-phone');
    await page.context().close();
  }, 120_000);
});

describe('order page', () => {
  test('the order page opens from the board, shows the parcels, and links back to the filtered board', async () => {
    const { page, complaints, foreign } = await visit(open, '/lists/demo?status=COMPLETED');
    await page.getByRole('link', { name: SHOWN.orderId }).click();
    await page.getByRole('heading', { name: SHOWN.orderId }).waitFor();
    expect(await page.title()).toBe(`Order ${SHOWN.orderId} · OrderGraph`);
    const parcels = page.getByRole('region', { name: 'Parcels' });
    await parcels.getByRole('button', { name: /^Copy \w+/ }).waitFor();
    await page.getByText(/This page: \d+ upstream calls/).waitFor();
    await page.getByRole('link', { name: 'All orders' }).click();
    await page.waitForURL(/lists\/demo\?status=COMPLETED$/);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('personal data is not fetched until the user reveals it, and can be hidden again', async () => {
    const { page } = await visit(open, `/orders/${SHOWN.shop}/${SHOWN.orderId}`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.postData() ?? ''));
    const people = page.getByRole('region', { name: 'People' });
    await people.getByRole('button', { name: 'Reveal' }).waitFor();
    expect(await people.getByText('Mobile').count()).toBe(0);
    await people.getByRole('button', { name: 'Reveal' }).click();
    await people.getByText('Mobile').first().waitFor();
    expect(asked.filter((body) => body.includes('query People'))).toHaveLength(1);
    await people.getByRole('button', { name: 'Hide' }).click();
    expect(await people.getByText('Mobile').count()).toBe(0);
    await page.context().close();
  }, 120_000);

  test.each(['light', 'dark'] as const)(
    'the order page has no accessibility violations in %s colours',
    async (colorScheme) => {
      const { page } = await visit(open, `/orders/${SHOWN.shop}/${SHOWN.orderId}`, { colorScheme });
      await page.getByRole('region', { name: 'Invoice' }).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await picture(page, `order-${colorScheme}`);
      await page.context().close();
    },
    120_000,
  );

  test('the dashboard switches to Chinese, keeps that across a reload, and fits a phone', async () => {
    const { page } = await visit(open, `/orders/${SHOWN.shop}/${SHOWN.orderId}`);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('region', { name: '包裹' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.reload();
    await page.getByRole('region', { name: '包裹' }).waitFor();
    await picture(page, 'order-chinese');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await picture(page, 'order-phone');
    await page.context().close();
  }, 120_000);

  test('the page of an order that fails shows the error code and a button to try again', async () => {
    const { page } = await visit(open, '/orders/depot/100000000000000200');
    await page.getByText('UPSTREAM_UNAVAILABLE').waitFor();
    await picture(page, 'order-failed');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('UPSTREAM_UNAVAILABLE').waitFor();
    await page.context().close();
  }, 120_000);
});

test('an API key opens the dashboard, one failing shop does not affect the others, and masked data stays masked', async () => {
  const { page } = await visit(guarded, '/lists/demo');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('This server asks for a key.').waitFor();
  await picture(page, 'key');
  await dialog.getByLabel('API key or token').fill(KEY);
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await allLoaded(page);
  expect(await rows(page, 'order').count()).toBe(48);
  expect(await rows(page, 'failed').filter({ hasText: 'Overseas Store' }).count()).toBe(10);
  expect(
    await rows(page, 'failed')
      .filter({ hasText: /UPSTREAM_UNAVAILABLE|CIRCUIT_OPEN/ })
      .count(),
  ).toBeGreaterThan(9);
  await picture(page, 'board-failing');
  await page.getByRole('link', { name: SHOWN.orderId }).click();
  await page.getByText(/lacks the scope pii:read/).waitFor();
  const people = page.getByRole('region', { name: 'People' });
  await people
    .getByText(/\*{3,}/)
    .first()
    .waitFor();
  await picture(page, 'order-masked');
  await page.context().close();
}, 90_000);

async function allLoadedOf(page: Page, count: number): Promise<void> {
  await page
    .getByRole('status')
    .getByText(new RegExp(`${count} of 60 orders`))
    .waitFor({ timeout: 60_000 });
}
