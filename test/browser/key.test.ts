// The API key in the playground: where the user enters it, where it is sent, and where it is never stored.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { saveScreenshot, setUpBrowser } from '../support/browser.js';
import { exampleOf, historyOf, playgroundViolations, ready, resultOf, run } from '../support/playground.js';
import { type Program, startProgram } from '../support/program.js';

const KEY = 'a-key-for-the-browser-tests';
const folder = mkdtempSync(join(tmpdir(), 'ordergraph-playground-'));

// Chromium itself complains of every 401.
const visit = setUpBrowser(/401 \(Unauthorized\)/);
let locked: Program;
beforeAll(() => {
  const ORDERGRAPH_CONFIG = join(folder, 'settings.yaml');
  const shop = { id: 'mill', name: 'Mill Knitwear', gateways: [{ type: 'VV_TOOL', shopId: '1', accessToken: 'none' }] };
  const apiKeys = [{ key: KEY, shops: ['*'], scopes: ['orders:read'] }];
  writeFileSync(ORDERGRAPH_CONFIG, JSON.stringify({ shops: [shop], auth: { apiKeys } }));
  locked = startProgram({ ORDERGRAPH_CONFIG });
});
afterAll(async () => {
  await locked?.stop();
  rmSync(folder, { recursive: true });
});

test('the playground says that an API key is needed, where to type it, and sends it with each request', async () => {
  const page = await ready(await visit(await locked.url));
  const field = page.getByLabel('API key', { exact: true });
  const notice = page.locator('.notice');
  await notice.getByText('This server needs an API key.').waitFor();
  expect(await field.getAttribute('type')).toBe('password');
  await saveScreenshot(page, 'key-needed');
  expect(await playgroundViolations(page)).toEqual([]);
  await notice.getByText('into the field “API key” above').click();
  await page.keyboard.type('another');
  await page.keyboard.press('Enter');
  await notice.getByText('This server refuses the API key.').waitFor();

  await field.fill(KEY);
  await field.press('Enter');
  await notice.waitFor({ state: 'hidden' });
  await ready(page);
  await exampleOf(page, 'Shops').click();
  const { response } = await run(page);
  expect(response.request().headers().authorization).toBe(`Bearer ${KEY}`);
  await resultOf(page).getByText('Mill Knitwear').waitFor();

  await page.reload();
  await ready(page);
  expect(await field.inputValue()).toBe(KEY);
  await page.getByRole('button', { name: 'Clear' }).click();
  await notice.getByText('This server needs an API key.').waitFor();
  expect(await resultOf(page).textContent()).not.toContain('Mill Knitwear');
}, 60_000);

test('the API key is kept for this tab only, and neither local storage nor share links hold secrets', async () => {
  const page = await ready(await visit(await locked.url, { permissions: ['clipboard-read', 'clipboard-write'] }));
  const field = page.getByLabel('API key', { exact: true });
  await field.fill(KEY);
  await field.press('Enter');
  await ready(page);
  await exampleOf(page, 'Shops').click();
  await page.getByRole('button', { name: 'Headers' }).click();
  await page.locator('.graphiql-editor-tool .view-lines').last().click();
  await page.keyboard.insertText('{ "x-token": "a-secret-of-another-kind" }');
  const { response } = await run(page);
  expect(response.request().headers()['x-token']).toBe('a-secret-of-another-kind');
  await page.getByRole('button', { name: 'Share link' }).click();
  await page.getByRole('button', { name: 'Link copied' }).waitFor();
  await historyOf(page, 'query Shops');

  const kept = await page.evaluate<string>('JSON.stringify(localStorage)');
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  for (const secret of [KEY, 'a-secret-of-another-kind']) {
    expect(kept).not.toContain(secret);
    expect(copied).not.toContain(secret);
  }
  expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).toContain(KEY);
  await page.getByRole('button', { name: 'Clear' }).click();
  expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain(KEY);
}, 60_000);
