// How AliExpress lists a seller's orders through Qimen: qimen.aliexpress.trade.findorderlistquery.
import { DateTime } from 'luxon';
import { writeJson } from '../../common/json.js';
import type { GatewaySettings } from '../../config/gatewaySettings.js';
import { reference } from '../../mapping/spelling.js';
import { type Zone, zoneOf } from '../../mapping/time.js';
import { buildRequest, parseQimenPage } from '../../protocols/top.js';
import type { SignMethod } from '../../protocols/topSignature.js';
import { orderIdFinder } from '../orderIdFinder.js';
import { DAY, HOUR, isToldBy, type ListQuery, listReplyOf, MINUTE, type OrderList, SECOND } from '../orderList.js';
import { document } from './document.js';
import { documentOfRow, ROW_PATHS } from './listRow.js';

interface ListSettings extends GatewaySettings {
  readonly appKey: string;
  readonly appSecret: string;
  readonly targetAppKey: string;
  readonly sellerLoginId: string;
  readonly timeZone: string;
  readonly signMethod: SignMethod;
}

/**
 * Finished orders come only where their status is asked for. They are asked for last: an order that finishes in between is
 * then met there.
 */
const OPEN = 'OPEN';
const FINISH = 'FINISH';

/** Assumed, as the list's siblings at TOP document it: orders of the last 180 days, by creation. */
const REACH_MS = 180 * DAY;

/** Assumed: rows are stored at most so late. */
const LAG_MS = 60 * SECOND;

/** Pacific time repeats an hour each November, and what is stored in it may be dated an hour off. */
const OVERLAP_MS = HOUR;

/** By how much a window of what changed is wider than what it overlaps. */
const STEP_MS = HOUR;

const common = {
  passes: [OPEN, FINISH],
  paging: 'BACKWARD',
  pageSize: 50,
  maxPages: 50,
  rows: 'FULL',
} as const;

const byModification = { ...common, basis: 'MODIFIED', windowMs: OVERLAP_MS + STEP_MS } as const;

const orderIdIn = orderIdFinder(document, { spellings: [reference] });

export const list: OrderList<ListSettings> = {
  fill: { ...common, basis: 'CREATED', windowMs: DAY, reachMs: REACH_MS },
  steady: { ...byModification, intervalMs: 120 * SECOND, overlapMs: OVERLAP_MS, lagMs: LAG_MS },
  sweeps: [
    { ...byModification, name: 'nightly', reachMs: 48 * HOUR, intervalMs: DAY },
    { ...byModification, name: 'weekly', reachMs: 7 * DAY, intervalMs: 7 * DAY },
  ],
  covers: (path, rows) => rows === 'FULL' && isToldBy(path, ROW_PATHS),
  buildListRequest(query, settings, clock) {
    const { url, appKey, appSecret, targetAppKey, sellerLoginId, signMethod, timeZone } = settings;
    return buildRequest(
      {
        url,
        method: 'qimen.aliexpress.trade.findorderlistquery',
        appSecret,
        signMethod,
        common: { app_key: appKey, target_app_key: targetAppKey },
        business: { id: sellerLoginId, param1: writeJson(parametersOf(query, zoneOf(timeZone))) },
      },
      clock,
    );
  },
  parseListReply(reply, query) {
    const page = parseQimenPage(reply, 'order_list', 'order_item_vo');
    return listReplyOf({ ...page, members: page.members.map(documentOfRow) }, query, orderIdIn);
  },
};

/** A window of what changed is taken only beside one of when orders were created. */
function parametersOf({ basis, pass, from, to, page, pageSize }: ListQuery, zone: Zone) {
  const window = [clockBefore(from, zone), clockAfter(to, zone)];
  const oldest = clockBefore(new Date(to.getTime() - REACH_MS), zone);
  const [createdFrom, createdTo] = basis === 'CREATED' ? window : [oldest, window[1]];
  const [modifiedFrom, modifiedTo] = basis === 'MODIFIED' ? window : [];
  return {
    create_date_start: createdFrom,
    create_date_end: createdTo,
    modified_date_start: modifiedFrom,
    modified_date_end: modifiedTo,
    order_status: pass === FINISH ? FINISH : undefined,
    page,
    page_size: pageSize,
  };
}

/** Without hours, minutes and seconds a condition is ignored. */
const CLOCK = 'MM/dd/yyyy HH:mm:ss';

/** What clocks in the zone show at an instant, or before it where they show that twice: as one of the two would be lost. */
const clockBefore = (instant: Date, zone: Zone): string => clockAt(instant, zone, -1);

/** The same, at an instant or after it. */
const clockAfter = (instant: Date, zone: Zone): string =>
  clockAt(new Date(Math.ceil(instant.getTime() / SECOND) * SECOND), zone, 1);

function clockAt(instant: Date, zone: Zone, direction: 1 | -1): string {
  let at = instant.getTime();
  while (isShownTwice(at, zone)) at += direction * HOUR;
  return DateTime.fromMillis(at, { zone }).toFormat(CLOCK);
}

/** Clocks are set back by whole minutes, and by hours at most. */
const isShownTwice = (at: number, zone: Zone): boolean =>
  [-HOUR, HOUR].some((away) => (zone.offset(at + away) - zone.offset(at)) * MINUTE === -away);
