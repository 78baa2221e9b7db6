// The latest orders of the demo shops, as their gateways would send them: synthetic ones whose stories have come, by now,
// as far as orders of their age do.

import { writeJson } from '../common/json.js';
import type { Gateway } from '../order/enums.js';
import type { SandboxGateway } from './gateway.js';
import { sandboxGateways } from './gateways.js';
import { HOUR, indexAt } from './invented/times.js';
import type { Outline, Stage } from './outline.js';
import { withPictures } from './pictures.js';

export interface RecentOrder {
  readonly shop: string;
  readonly orderId: string;
  readonly gateway: Gateway;
  /** The whole body of the reply. */
  readonly text: string;
}

export interface RecentOrdersOptions {
  /** How many of each shop. */
  readonly count: number;
  /** Milliseconds: nothing that has happened to the orders is later. */
  readonly now: number;
  /** Where the sandbox is, for the addresses of pictures. */
  readonly sandboxUrl: string;
}

/** The demo shops' latest orders, newest first, each shop in its turn. It takes some milliseconds for each. */
export function* recentOrders(options: RecentOrdersOptions): Generator<RecentOrder, undefined> {
  let shops = sandboxGateways.map((gateway) => ordersOf(gateway, options));
  while (shops.length > 0) {
    const left: typeof shops = [];
    for (const shop of shops) {
      const { value, done } = shop.next();
      if (done) continue;
      yield value;
      left.push(shop);
    }
    shops = left;
  }
  return undefined;
}

function* ordersOf(
  gateway: SandboxGateway,
  { count, now, sandboxUrl }: RecentOrdersOptions,
): Generator<RecentOrder, undefined> {
  const { type, shop, syntheticId, wholeReply } = gateway;
  for (const index of recentIndexes(gateway, count, now)) {
    const text = withPictures(writeJson(wholeReply(index)), sandboxUrl);
    yield { shop: shop.id, orderId: syntheticId(index), gateway: type, text };
  }
  return undefined;
}

const DAY = 24 * HOUR;

/** How long ago the oldest were created. */
const OLDEST = 90 * DAY;

/** The indexes of a shop's latest orders. The closer to now, the closer together: business is growing. */
function* recentIndexes(gateway: SandboxGateway, count: number, now: number): Generator<number, undefined> {
  const find = createSearch(gateway, now);
  let last = indexAt(now) + 1;
  for (let place = 0; place < count; place++) {
    const age = OLDEST * ((place + 0.5) / count) ** 2;
    const newest = Math.min(indexAt(now - age), last - 1);
    const index = find(newest, stageAtAge(age, newest)) ?? find(newest, undefined);
    if (index === undefined) return undefined;
    yield index;
    last = index;
  }
  return undefined;
}

/** Every stage that a platform knows comes round within so many orders… */
const FULL_ROUND = 60;

/** …but not each of these has come that far by now. */
const MAX_STEPS = 3_000;

/** Finds the youngest order in a stage, or in any, from the newest one that may be taken. */
function createSearch(gateway: SandboxGateway, now: number) {
  const isOwn = createShare(gateway);
  const stages = new Set(Array.from({ length: FULL_ROUND }, (_, index) => gateway.outlineAt(index).stage));
  return (newest: number, stage: Stage | undefined): number | undefined => {
    if (stage !== undefined && !stages.has(stage)) return undefined;
    for (let index = newest; index > newest - MAX_STEPS; index--) {
      if (!isOwn(index)) continue;
      const outline = gateway.outlineAt(index);
      if ((stage === undefined || outline.stage === stage) && isCurrent(outline, now)) return index;
    }
    return undefined;
  };
}

/** All has happened that its document tells of, and what it waits for may still happen in time. */
function isCurrent({ stage, times }: Outline, now: number): boolean {
  if (stage === 'other') return false;
  const { lastEventAt, dueAt } = times();
  return lastEventAt <= now && (stage === 'completed' || stage === 'closed' || dueAt > now);
}

/** Several gateways lead to one platform, and to the same orders there: each shop has some of them as its own. */
function createShare({ type, platform }: SandboxGateway): (index: number) => boolean {
  const siblings = sandboxGateways.filter((gateway) => gateway.platform === platform);
  const place = siblings.findIndex((gateway) => gateway.type === type);
  return (index) => Math.floor(scatter(index) * siblings.length) === place;
}

/** How orders of an age are spread over the stages; on a platform that holds none, what comes up as held is something else. */
const STAGES_BY_AGE: readonly { readonly under: number; readonly parts: Readonly<Partial<Record<Stage, number>>> }[] = [
  { under: HOUR, parts: { unpaid: 100 } },
  { under: 6 * HOUR, parts: { unpaid: 45, toShip: 40, held: 15 } },
  { under: DAY, parts: { unpaid: 20, toShip: 50, held: 15, shipped: 7, closed: 8 } },
  { under: 2 * DAY, parts: { unpaid: 8, toShip: 35, held: 12, shipped: 35, closed: 10 } },
  { under: 4 * DAY, parts: { unpaid: 4, toShip: 8, held: 8, shipped: 45, received: 25, closed: 10 } },
  { under: Number.POSITIVE_INFINITY, parts: { completed: 83, closed: 17 } },
];

function stageAtAge(age: number, index: number): Stage {
  const parts = Object.entries(STAGES_BY_AGE.find(({ under }) => age < under)?.parts ?? {}) as [Stage, number][];
  // Not the number that shares the orders out among the shops, which would tie the two together.
  let rest = scatter(index + 0.5) * 100;
  for (const [stage, part] of parts) {
    rest -= part;
    if (rest < 0) return stage;
  }
  return 'completed';
}

/** A number from 0 to 1 for each order, the same every time, that has nothing to do with those beside it. */
function scatter(index: number): number {
  let mixed = Math.imul(Math.floor(index * 2), 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
