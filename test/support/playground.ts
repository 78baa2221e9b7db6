// The playground as its users handle it.
import type { Locator, Page, Response } from 'playwright-core';
import { accessibilityViolations } from './browser.js';
import type { GraphqlError } from './graphql.js';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

const isOperation = (response: Response): boolean => {
  const sent = response.request().postData();
  return sent !== null && !sent.includes('IntrospectionQuery');
};

/** Presses the button and waits for the answer and for its cost to be shown. */
export async function run(page: Page): Promise<{ response: Response; answer: Answer }> {
  const answered = page.waitForResponse(isOperation);
  await page.getByRole('button', { name: /execute query/i }).click();
  const response = await answered;
  const answer = (await response.json()) as Answer;
  return { response, answer };
}

const isStream = (address: string): boolean => address.endsWith('/graphql/stream');

/** Presses the button for a subscription. @returns the status of its stream */
export async function startStream(page: Page): Promise<number> {
  const following = page.waitForResponse((response) => isStream(response.url()));
  await page.getByRole('button', { name: /execute query/i }).click();
  return (await following).status();
}

/** Presses the button that ends it. @returns how the request ended, as the browser says it */
export async function stopStream(page: Page): Promise<string | undefined> {
  const ended = page.waitForEvent('requestfailed', (request) => isStream(request.url()));
  await page.getByRole('button', { name: /stop query/i }).click();
  const failure = (await ended).failure();
  await page.getByRole('button', { name: /execute query/i }).waitFor();
  return failure?.errorText;
}

/** The entry of the menu with this title. */
export const exampleOf = (page: Page, title: string): Locator =>
  page.locator('.examples li button').filter({ has: page.getByText(title, { exact: true }) });

export const queryOf = (page: Page): Locator => page.locator('.graphiql-query-editor .view-lines');
export const variablesOf = (page: Page): Locator => page.locator('.graphiql-editor-tool .view-lines').first();
export const resultOf = (page: Page): Locator => page.getByRole('region', { name: /result window/i });
export const costOf = (page: Page): Locator => page.locator('.cost summary');
export const tabOf = (page: Page): Locator => page.getByRole('tab', { selected: true }).locator('.graphiql-tab-button');

/** Waits until the editors are there, and a schema to complete and check queries with. */
export async function ready(page: Page): Promise<Page> {
  await queryOf(page).waitFor();
  await page.locator('.graphiql-spin').waitFor({ state: 'detached' });
  return page;
}

/** The address that opens a query. */
export const addressOf = (url: string, query: Readonly<Record<string, string>>): string =>
  `${url}#${new URLSearchParams(query)}`;

/** Waits until a query stands in what GraphiQL keeps of tabs and history, which it writes half a second after a change. */
export async function historyOf(page: Page, query: string): Promise<void> {
  const isKept = `['tabState', 'queries'].every((key) => localStorage['graphiql:' + key]?.includes('${query}'))`;
  while (!(await page.evaluate<boolean>(isKept))) await page.waitForTimeout(100);
}

/** What GraphiQL does and no attribute or style of ours mends. */
const accepted: readonly RegExp[] = [
  // A tab of the editors is a list item with the buttons to select and to close it inside.
  /^nested-interactive <li [^>]*class="graphiql-tab/,
  // An entry of the history is called "Set active" whatever its text.
  /^label-content-name-mismatch <button [^>]*class="[^"]*graphiql-history-item-label/,
];

export const playgroundViolations = async (page: Page, part?: string): Promise<readonly string[]> =>
  (await accessibilityViolations(page, part)).filter(
    (violation) => !accepted.some((pattern) => pattern.test(violation)),
  );
