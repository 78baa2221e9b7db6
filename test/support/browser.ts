// A real browser for tests of pages, which watches for errors in the console and for requests to other servers.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Debian's; the one without windows opens a page in half the time. */
const PROGRAMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const executablePath = process.env.CHROMIUM ?? PROGRAMS.find((path) => existsSync(path));
const screenshots = new URL('../../dist/screenshots/', import.meta.url);

/** @throws Error where there is no Chromium. */
export async function startBrowser(): Promise<Browser> {
  if (executablePath === undefined || !existsSync(executablePath)) {
    throw new Error(`There is no Chromium at ${executablePath ?? PROGRAMS.join(' or ')}: install it, or set CHROMIUM.`);
  }
  return chromium.launch({
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
}

/** Opens an address as somebody who was never there before. */
export type Visit = (address: string, options?: BrowserContextOptions) => Promise<Page>;

/**
 * Starts a browser for the tests of one file. A test fails when a page that it opened requested anything
 * of another server, or logged an error other than the expected ones.
 */
export function setUpBrowser(expected: RegExp = /^$/): Visit {
  let browser: Browser;
  const errors: string[] = [];
  const foreign: string[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  }, 30_000);
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(errors.splice(0)).toEqual([]);
    expect(foreign.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());

  return async (address, options) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(address).origin) foreign.push(request.url());
    });
    await page.goto(address);
    return page;
  };
}

/** Saves a picture of the page in dist/screenshots, for people to look at; only where SCREENSHOTS is set, as each takes a second. */
export const saveScreenshot = async (page: Page, name: string): Promise<void> => {
  if (process.env.SCREENSHOTS === undefined) return;
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, screenshots)), animations: 'disabled' });
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The serious and critical violations of accessibility rules in a part of the page, as "rule <element>". */
export async function accessibilityViolations(page: Page, part = 'html'): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, { resultTypes: ["violations"] })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
}
