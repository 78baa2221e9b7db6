// Whether the playground can be used without a mouse, by those who do not see it, in the dark, and on a phone.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { saveScreenshot, setUpBrowser, type Visit } from '../support/browser.js';
import { costOf, exampleOf, playgroundViolations, queryOf, ready, run } from '../support/playground.js';
import { type Program, startProgram } from '../support/program.js';

const visit = setUpBrowser();
let sandbox: Program;
beforeAll(() => {
  sandbox = startProgram();
});
afterAll(() => sandbox?.stop());

const open: Visit = async (address, options) => ready(await visit(address, options));

test('the keyboard alone reaches every control of the playground and runs a query', async () => {
  const page = await open(await sandbox.url);
  const focused = () =>
    page.evaluate<string>(
      'document.activeElement.ariaLabel ?? (document.activeElement.id || document.activeElement.innerText)',
    );
  const stops: string[] = [];
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focused());
  }
  expect(stops).toEqual([
    'key',
    'Share link',
    'Show Documentation Explorer',
    'Hide Examples',
    'Show Query builder',
    'Show History',
  ]);
  await exampleOf(page, 'Invoice').focus();
  await page.keyboard.press('Enter');
  await queryOf(page).getByText('taxpayerId').click();
  await page.keyboard.press('Control+Enter');
  await costOf(page).waitFor();
  await costOf(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'What each order took' }).waitFor();
}, 60_000);

describe.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
] as const)('playground (%s)', (look, options) => {
  test('every panel of the playground is free of accessibility violations and fits the window’s width', async () => {
    const page = await open(await sandbox.url, options);
    await saveScreenshot(page, `${look}-first-visit`);
    await run(page);
    await costOf(page).click();
    expect(await playgroundViolations(page)).toEqual([]);
    for (const panel of ['Examples', 'Documentation Explorer', 'Query builder', 'History']) {
      const show = page.getByRole('button', { name: `Show ${panel}` });
      if ((await show.count()) > 0) await show.click();
      await page.getByRole('button', { name: `Hide ${panel}` }).waitFor();
      await page.mouse.move(600, 5);
      await page.getByRole('tooltip').waitFor({ state: 'detached' });
      await saveScreenshot(page, `${look}-${panel.toLowerCase().replaceAll(' ', '-')}`);
      expect(await playgroundViolations(page, '.graphiql-plugin')).toEqual([]);
    }
    const [needed, given] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(needed).toBeLessThanOrEqual(given);
  }, 120_000);
});
