// Whether the seller may ship an order or a line of it, and how near the last moment to do so is. Pure: the time is given.
import type { FulfillmentStatus, OverdueRisk } from '../gql/graphql.js';

export type ShippingPermission =
  | 'SHIP' // all that is left of it
  | 'SHIP_PART' // some of it
  | 'HELD'
  | 'NOT_YET'
  | 'EXTERNAL' // somebody else does
  | 'CANCELLED'
  | 'DONE'
  | 'UNSAID'; // it is to be shipped, and the gateway does not say whether it may be now

const BY_STATUS: { readonly [status in FulfillmentStatus]: ShippingPermission } = {
  NOT_READY: 'NOT_YET',
  OPEN: 'SHIP',
  IN_PROGRESS: 'SHIP',
  ON_HOLD: 'HELD',
  EXTERNAL: 'EXTERNAL',
  CLOSED: 'DONE',
  CANCELLED: 'CANCELLED',
  UNKNOWN: 'UNSAID',
};

interface Standing {
  readonly status: FulfillmentStatus;
  readonly mayShip: boolean | null;
}

/** Of an order, with its lines, or of one line. */
export function permissionOf({ status, mayShip }: Standing, lines: readonly Standing[] = []): ShippingPermission {
  const plain = BY_STATUS[status];
  if (plain === 'HELD') return lines.some((line) => permissionOf(line) === 'SHIP') ? 'SHIP_PART' : 'HELD';
  if (plain !== 'SHIP' || mayShip === true) return plain;
  return mayShip === false ? 'SHIP_PART' : 'UNSAID';
}

const FORBIDDING: ReadonlySet<ShippingPermission> = new Set(['SHIP_PART', 'HELD', 'NOT_YET', 'EXTERNAL', 'CANCELLED']);

/** Whether somebody has to be told not to ship it, or not all of it. */
export const isForbidding = (permission: ShippingPermission): boolean => FORBIDDING.has(permission);

const LEFT: ReadonlySet<FulfillmentStatus> = new Set(['NOT_READY', 'OPEN', 'IN_PROGRESS', 'ON_HOLD', 'UNKNOWN']);

/** Whether something is left for the seller to ship: deadlines stay as they were when it is shipped. */
export const isLeftToShip = (status: FulfillmentStatus): boolean => LEFT.has(status);

export type Urgency =
  | 'PAST'
  | 'PAST_OR_NEAR' // a platform's code that means both
  | 'NEAR'
  | 'FINE';

const BY_RISK: { readonly [risk in OverdueRisk]: Urgency | undefined } = {
  OVERDUE: 'PAST_OR_NEAR',
  NEAR: 'NEAR',
  NONE: 'FINE',
  UNKNOWN: undefined,
};

const WORST_FIRST = ['PAST', 'PAST_OR_NEAR', 'NEAR', 'FINE'] as const;

/** What has to leave within a day is near. Milliseconds. */
const NEAR = 24 * 60 * 60_000;

interface Deadline {
  readonly status: FulfillmentStatus;
  readonly shipBy: string | null;
  readonly overdueRisk: OverdueRisk;
}

/** The worse of what the moment says and what the platform does; undefined where neither does, or nothing is left to ship. */
export function urgencyOf({ status, shipBy, overdueRisk }: Deadline, now: number): Urgency | undefined {
  if (!isLeftToShip(status)) return undefined;
  const found = [BY_RISK[overdueRisk], shipBy === null ? undefined : urgencyAt(Date.parse(shipBy) - now)];
  return WORST_FIRST.find((urgency) => found.includes(urgency));
}

function urgencyAt(leftMs: number): Urgency {
  if (leftMs <= 0) return 'PAST';
  return leftMs <= NEAR ? 'NEAR' : 'FINE';
}
