// What the dashboard tells of two trades of the sandbox: one to be shipped within hours, one that must not be shipped.
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityViolations, saveScreenshot } from './browser.js';

export const DUE = '2231958349000000001';
export const HELD = '2231958349000200001';

/** On a list that has both: in a table with room for every column. */
export async function boardTells(page: Page): Promise<void> {
  const row = (orderId: string) => page.locator('[data-kind=order]').filter({ hasText: orderId });
  expect(await row(HELD).textContent()).toMatch(/Do not ship.*Others have yet to buy with the buyer/);
  expect(await row(DUE).textContent()).toMatch(/Due soon · in [34] hr/);
  await saveScreenshot(page, 'dashboard-board-to-ship');
  await page.setViewportSize({ width: 1290, height: 900 });
  const table = page.getByRole('table').filter({ hasText: DUE });
  const room = await table.locator('..').boundingBox();
  expect((await table.boundingBox())?.width).toBeLessThanOrEqual(room?.width ?? 0);
  await saveScreenshot(page, 'dashboard-board-to-ship-narrow');
  await page.setViewportSize({ width: 1440, height: 1000 });
}

/** On the page of the one that is due, opened by its link: by when, which line must not go, with whom, with what else. */
export async function orderTells(page: Page): Promise<void> {
  await page.getByRole('link', { name: DUE }).click();
  await page.getByText(/^Ship by .+ · Due soon · in [34] hr/).waitFor();
  const items = page.getByRole('region', { name: '3 items' });
  expect(await items.getByText('Do not ship').count()).toBe(1);
  const lines = await items.textContent();
  expect(lines).toMatch(/三脚架.*Do not ship.*A warehouse of the platform ships it/);
  expect(lines).toMatch(/电池 × 2 · BAT-2.*Gift.*comes with 相机套装/);
  const shipping = await page.getByRole('region', { name: 'How to ship it' }).textContent();
  expect(shipping).toMatch(/Changed after payment.*Only with.*SF.*Not with.*STO.*The seller ships it · A warehouse of/);
  await page.waitForLoadState('networkidle');
  expect(await accessibilityViolations(page)).toEqual([]);
  await saveScreenshot(page, 'dashboard-order-to-ship');
  await page.getByRole('link', { name: 'All orders' }).click();
}
