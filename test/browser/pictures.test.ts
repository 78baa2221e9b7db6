// The dashboard of a fresh checkout, without the internet: its products have pictures.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { sandboxGateways } from '../../src/sandbox/gateways.js';
import { saveScreenshot, startBrowser } from '../support/browser.js';
import { type Program, startProgram } from '../support/program.js';

let program: Program;
let browser: Browser;

beforeAll(async () => {
  program = startProgram();
  browser = await startBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

test.each(sandboxGateways)('the order page shows the pictures of a demo order of $shop.id', async (gateway) => {
  const { origin } = new URL(await program.url);
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(`${origin}/dashboard/orders/${gateway.shop.id}/${gateway.syntheticId(1_500_009)}`);
  const picture = page.locator('img[src*="/pictures/"]').first();
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction(
    '[...document.querySelectorAll(\'img[src*="/pictures/"]\')].some((image) => image.naturalWidth > 0)',
  );
  expect(new URL((await picture.getAttribute('src')) ?? '').hostname).toBe('127.0.0.1');
  await saveScreenshot(page, `pictures-${gateway.shop.id}`);
  await page.close();
});
