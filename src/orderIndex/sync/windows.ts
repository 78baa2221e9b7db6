// How a window of a list is read: how many pages it has, which of them is next, and when all that it holds was read. Pure:
// what a reply says and what comes next, and nothing that calls or waits.
import { type ListStream, SECOND } from '../../platforms/orderList.js';

/** A window that is being read. It can be stored, and gone on with by another process. */
export interface OpenWindow {
  /** Milliseconds; both ends are within it. */
  readonly from: number;
  readonly to: number;
  /** Which of the stream's passes is being read. */
  readonly pass: number;
  /** What is requested next: a page from 1 on, or 0: how many orders there are. */
  readonly page: number;
  /** How many orders there were when this round began; undefined until that is known. */
  readonly total: number | undefined;
  /** How often the pages have been read from the last to the first before. */
  readonly round: number;
  /** Whether there have come to be more orders while this round was read. */
  readonly hasGrown: boolean;
}

/** What a reply says of a window. */
export interface PageFacts {
  /** Of the whole window; undefined where the reply does not say. */
  readonly total: number | undefined;
  readonly hasNext: boolean | undefined;
  /** Rows of the page, whatever becomes of them. */
  readonly rows: number;
}

/** What follows a page: another, nothing more, or a narrower window. */
export type NextStep = OpenWindow | 'READ' | 'TOO_LARGE';

/** However often orders come to it, a window is not read more often: what moves on comes with the next one. */
const MAX_ROUNDS = 5;

/** Nothing is narrower than what a request can say. */
const NARROWEST_MS = SECOND;

type Rules = Pick<ListStream, 'paging' | 'passes' | 'pageSize' | 'maxPages'>;

/** A window of which nothing is read. */
export const openWindow = ({ paging }: Pick<Rules, 'paging'>, from: number, to: number, pass = 0): OpenWindow => ({
  ...{ from, to, pass },
  ...firstPage(paging),
  ...{ total: undefined, round: 0, hasGrown: false },
});

const firstPage = (paging: Rules['paging']): Pick<OpenWindow, 'page'> => ({
  page: paging === 'BACKWARD_COUNTED' ? 0 : 1,
});

export const mayHalve = ({ from, to }: OpenWindow): boolean => to - from > NARROWEST_MS;

export function stepAfter(rules: Rules, window: OpenWindow, facts: PageFacts): NextStep {
  const next =
    rules.paging === 'FORWARD' ? afterForwardPage(rules, window, facts) : afterBackwardPage(rules, window, facts);
  if (next !== 'READ' || window.pass + 1 >= rules.passes.length) return next;
  return openWindow(rules, window.from, window.to, window.pass + 1);
}

function afterForwardPage({ pageSize, maxPages }: Rules, window: OpenWindow, facts: PageFacts): NextStep {
  const { page } = window;
  const isFollowed =
    facts.hasNext ?? (facts.total === undefined ? facts.rows >= pageSize : facts.total > page * pageSize);
  if (!isFollowed) return 'READ';
  if (page >= maxPages && mayHalve(window)) return 'TOO_LARGE';
  return { ...window, page: page + 1 };
}

function afterBackwardPage(rules: Rules, window: OpenWindow, facts: PageFacts): NextStep {
  const { total } = window;
  if (total === undefined) return firstTotal(rules, window, facts);
  const pages = pagesOf(rules, total);
  const hasGrown = window.hasGrown || (facts.total ?? 0) > total || (window.page === pages && facts.hasNext === true);
  if (window.page === 0) return hasGrown ? anotherRound(rules, window, facts) : 'READ';
  if (window.page > 1) return { ...window, page: window.page - 1, hasGrown };
  if (hasGrown) return anotherRound(rules, window);
  // Pages that do not say how many there are may have been joined by others unseen.
  return rules.paging === 'BACKWARD_COUNTED' && pages > 1 ? { ...window, page: 0 } : 'READ';
}

/** The first reply tells how many orders there are; where it is a page that holds them all, there is no more to read. */
function firstTotal(rules: Rules, window: OpenWindow, { total, hasNext, rows }: PageFacts): NextStep {
  const isPage = window.page > 0;
  const known = total ?? (isPage && hasNext !== true && rows < rules.pageSize ? rows : rows + 1);
  const pages = pagesOf(rules, known);
  if (pages === 0 || (isPage && pages === 1)) return 'READ';
  if (pages > rules.maxPages && mayHalve(window)) return 'TOO_LARGE';
  return { ...window, page: pages, total: known };
}

/**
 * Orders that came to the window have moved others to pages that were read already: all of it is read once more, from the
 * last page to the first, until no order comes any more.
 */
function anotherRound(rules: Rules, window: OpenWindow, counted?: PageFacts): NextStep {
  const round = window.round + 1;
  if (round >= MAX_ROUNDS) return 'READ';
  const again: OpenWindow = { ...window, ...firstPage(rules.paging), total: undefined, round, hasGrown: false };
  return counted ? firstTotal(rules, again, counted) : again;
}

const pagesOf = ({ pageSize }: Rules, total: number): number => Math.ceil(total / pageSize);
