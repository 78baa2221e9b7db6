// The playground in a real browser: it opens with the first example, runs it, and needs nothing from the internet.
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { type Program, startProgram } from './support/program.js';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

let program: Program;
let browser: Browser;
beforeAll(async () => {
  if (!existsSync(executablePath)) {
    throw new Error(`There is no Chromium at ${executablePath}: install it, or name yours in CHROMIUM.`);
  }
  program = startProgram();
  browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}, 30_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

test('it opens, runs the first example and shows the order', async () => {
  const url = await program.url;
  const complaints: string[] = [];
  const foreign: string[] = [];
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(url).origin) foreign.push(request.url());
  });

  await page.goto(url);
  await page.locator('.graphiql-query-editor').getByText('2198111437768747370').waitFor();
  await page.getByRole('button', { name: /execute query/i }).click();
  const result = page.getByRole('region', { name: /result window/i });
  await result.getByText('CANCELLED').waitFor();
  await result.getByText('945.00').waitFor();

  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
}, 60_000);
