// The saved views: filters that are asked for every day, each with a name.
import { EVERYTHING, type Filter, isSameFilter } from './filter.js';

type Preset = Partial<Omit<Filter, 'shop' | 'platform' | 'text'>>;

export const VIEWS = {
  all: {},
  // What has to leave first comes first.
  toShip: { status: ['AWAITING_SHIPMENT', 'PARTIALLY_SHIPPED'], sort: { key: 'SHIP_BY', direction: 'ASC' } },
  unpaid: { status: ['AWAITING_PAYMENT', 'PAYMENT_PENDING'] },
  onHold: { status: ['ON_HOLD'] },
  refunds: { refund: ['REQUESTED', 'AWAITING_RETURN', 'RETURNED'] },
  problems: { isProblem: true },
} as const satisfies Readonly<Record<string, Preset>>;

export type ViewName = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as readonly ViewName[];

/** A view of the shops that are chosen. */
export const viewOf = (name: ViewName, { shop, platform }: Pick<Filter, 'shop' | 'platform'>): Filter => ({
  ...EVERYTHING,
  shop,
  platform,
  ...VIEWS[name],
});

/** Which view a filter is, whatever it is sorted by and searched for. */
export const viewNameOf = (filter: Filter): ViewName | undefined =>
  VIEW_NAMES.find((name) => {
    const view = viewOf(name, filter);
    return isSameFilter({ ...filter, text: '', sort: view.sort }, view);
  });
