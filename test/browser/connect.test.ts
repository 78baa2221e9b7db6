// A shop's owner connects it in a real browser: by a link, over the platform's page, back to ours.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { bearer, type ConnectingServer, KEYS, startConnecting } from '../support/connecting.js';

let browser: Browser;
let server: ConnectingServer;
beforeAll(async () => {
  server = await startConnecting({ shop: 'maker', gateway: { accessToken: undefined, refreshToken: undefined } });
  browser = await startBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function makeLink(): Promise<string> {
  const answer = await fetch(`${server.url}/connect/maker`, { method: 'POST', headers: bearer(KEYS.office) });
  return ((await answer.json()) as { readonly url: string }).url;
}

test('an owner follows a link, authorizes the application at the platform, and reads until when the shop is connected', async () => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const referrers: (string | undefined)[] = [];
  page.on('request', (request) => referrers.push(request.headers().referer));
  await page.goto(await makeLink());
  expect(new URL(page.url()).origin).toBe(server.sandbox.url);
  expect(referrers).toEqual([undefined, undefined]);
  await page.getByRole('button', { name: 'b2b-2200000000002' }).click();
  await page.getByRole('heading', { name: '店铺已连接' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/connect/callback');
  await page.getByText('Maker Workshop').waitFor();
  await page.getByText('到期前会自动续期。').waitFor();
  // The way back a second time is refused: nothing is left to be used of the address.
  await page.reload();
  await page.getByRole('heading', { name: '未能连接' }).waitFor();
  await context.close();
}, 60_000);

test('an owner who follows the link of somebody who has used it is told that it is used', async () => {
  const [link, context] = [await makeLink(), await browser.newContext({ locale: 'en-GB' })];
  const page = await context.newPage();
  await page.goto(link);
  await page.goto(link);
  await page.getByRole('heading', { name: 'Nothing was connected' }).waitFor();
  await page.getByText('This link has been used already, or is over.').waitFor();
  await context.close();
}, 60_000);
