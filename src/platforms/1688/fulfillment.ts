// Whether a 1688 order and its lines may be shipped, by when, by whom and with which carrier.
import { BOOLEAN, lookUp, type ReadContext, TEXTS, TIME, toText } from '../../mapping/codec.js';
import { absent, computed, group } from '../../mapping/fieldTypes.js';
import {
  earliestOf,
  FULFILLMENT_BY_STATUS,
  fulfillmentOfParts,
  holdOf,
  isLeftToShip,
  listedIn,
  mayShipAll,
  mayShipIn,
} from '../../mapping/fulfillmentParts.js';
import { decidingCodes, distinctCodes, toValues } from '../../mapping/statusFallbacks.js';
import type { FulfillmentStatus, OverdueRisk, Shipper } from '../../order/enums.js';
import type { Fulfillment, FulfillmentHold } from '../../order/fulfillment.js';
import { foldStatus, ORDER_STATUS } from './codes.js';
import { isHeld, maySend, reasonOf, waitsForSeller } from './holds.js';

/** Flags of an order that say who ships it, in order of their weight. */
const SHIPPED_BY: readonly (readonly [path: string, shipper: Shipper, value?: string])[] = [
  ['orderBizInfo.ycdf', 'PLATFORM_WAREHOUSE'],
  ['orderBizInfo.lightningWarehouse', 'PLATFORM_WAREHOUSE'],
  ['orderBizInfo.hyperLinkCangFaOrder', 'PLATFORM_WAREHOUSE'],
  ['baseInfo.inventoryMode', 'PLATFORM_WAREHOUSE', 'cang'],
  ['orderBizInfo.lstOrderInfo.lstWarehouseType', 'PLATFORM_WAREHOUSE', 'cainiao'],
  ['orderBizInfo.tgOfficialPickUp', 'PLATFORM_PICKUP'],
  ['orderBizInfo.officialPickUp', 'PLATFORM_PICKUP'],
  ['orderBizInfo.aeDoorPickUp', 'PLATFORM_PICKUP'],
  ['orderBizInfo.dropshipping', 'DROPSHIPPER'],
];
const SHIPPER_PATHS = SHIPPED_BY.map(([path]) => path);
const atRoot = (paths: readonly string[]): readonly string[] => paths.map((path) => `/${path}`);

const ORDER_PATHS = ['baseInfo.status', 'productItems[].status', 'productItems[].canSendGoods', ...SHIPPER_PATHS];
const LINE_PATHS = ['status', 'canSendGoods', ...atRoot(SHIPPER_PATHS)];
const REASON_PATHS = ['productItems[].status', 'productItems[].canSendGoods', 'productItems[].cantSendReason'];

/** The flags that are set, each with what it says. */
const flagsSet = (flags: readonly unknown[], reading: ReadContext) =>
  SHIPPED_BY.filter(([, , value], place) => {
    const flag = flags[place];
    return value === undefined ? BOOLEAN.decode(flag, reading) === true : toText(flag)?.trim() === value;
  });

const shipperOf = (flags: readonly unknown[], reading: ReadContext): Shipper =>
  flagsSet(flags, reading)[0]?.[1] ?? 'MERCHANT';

function shipperCodeOf(flags: readonly unknown[], reading: ReadContext): string | null {
  return (
    flagsSet(flags, reading)
      .map(([path, , value]) => value ?? path.slice(path.lastIndexOf('.') + 1))
      .join(',') || null
  );
}

/** 1688 lets a line be shipped in one status alone. */
function stateOf(status: unknown, flag: unknown, flags: readonly unknown[], reading: ReadContext): FulfillmentStatus {
  const plain = FULFILLMENT_BY_STATUS[lookUp(ORDER_STATUS, status)];
  if (plain !== 'OPEN') return plain;
  if (!waitsForSeller(status)) return isHandedOver(status) ? 'CLOSED' : 'NOT_READY';
  // The seller prepares the goods, and a warehouse at the origin ships them.
  if (BOOLEAN.decode(flags[0], reading) === true) return 'EXTERNAL';
  if (isHeld(status, flag, reading)) return 'ON_HOLD';
  const isElsewhere = maySend(flag, reading) !== true && shipperOf(flags, reading) === 'PLATFORM_WAREHOUSE';
  return isElsewhere ? 'EXTERNAL' : 'OPEN';
}

/** Only a word of 1688's that it may be sent is leave to send it. */
const mayShipOf = (state: FulfillmentStatus, flag: unknown, reading: ReadContext): boolean | null =>
  state === 'OPEN' && maySend(flag, reading) === undefined ? null : mayShipIn(state);

/** What waits for its carrier was shipped. */
const isHandedOver = (status: unknown): boolean => foldStatus(toText(status)?.trim() ?? '') === 'waitlogisticstakein';

function linesOf([order, lines, sent, ...flags]: readonly unknown[], reading: ReadContext) {
  const [codes, marks] = [toValues(lines), toValues(sent)];
  const known = distinctCodes(codes).length > 0;
  return (known ? codes : [order]).map((code, place) => {
    const mark = known ? marks[place] : undefined;
    const status = stateOf(code, mark, flags, reading);
    return { status, may: mayShipOf(status, mark, reading) };
  });
}

const holdsOf = (codes: unknown, marks: unknown, reasons: unknown, reading: ReadContext): FulfillmentHold[] => {
  const [sent, words] = [toValues(marks), toValues(reasons)];
  return toValues(codes).flatMap((code, place) => holdOfLine(code, sent[place], words[place], reading) ?? []);
};

function holdOfLine(code: unknown, mark: unknown, reason: unknown, reading: ReadContext): FulfillmentHold | undefined {
  if (lookUp(ORDER_STATUS, code) === 'ON_HOLD') return holdOf('GROUP_BUYING', toText(code)?.trim() ?? '');
  if (!isHeld(code, mark, reading)) return undefined;
  const words = reasonOf(reason);
  return holdOf(/团/.test(words) ? 'GROUP_BUYING' : 'OTHER', 'canSendGoods', words === 'canSendGoods' ? null : words);
}

const distinctHolds = (holds: readonly FulfillmentHold[]): readonly FulfillmentHold[] => [
  ...new Map(holds.map((hold) => [`${hold.code} ${hold.message}`, hold])).values(),
];

const RISKS: { readonly [code: string]: OverdueRisk } = { PTMO: 'NEAR', TMOT: 'OVERDUE', OVERDUE: 'OVERDUE' };

/** The worst of several codes; UNKNOWN where there is none, or one that nobody knows. */
function riskOf(codes: readonly unknown[]): OverdueRisk {
  const risks = new Set(distinctCodes(codes.flatMap(toValues)).map((code) => RISKS[code.trim().toUpperCase()]));
  return (['OVERDUE', 'NEAR'] as const).find((risk) => risks.has(risk)) ?? 'UNKNOWN';
}

const LATEST_PATH = 'bizFenXiaoOutSubOrderInfoList[].outSubOrderLatestDeliveryTime';
const SERVICE_PATH = 'extAttributes[].key';
/** Promises to ship in 24 and in 48 hours are named so; other attributes of lines are none. */
const isService = (key: string): boolean => key.startsWith('b_');
const servicesIn = (keys: unknown): readonly string[] | null => {
  const services = distinctCodes(toValues(keys).flatMap(toValues)).filter(isService);
  return services.length > 0 ? services : null;
};

const flat = (values: unknown): readonly unknown[] => toValues(values).flatMap(toValues);

const NO_COLLECTION = '1688 gives no moment of collection: overdueRiskCode says when it is late';
const NO_DELIVERY = '1688 promises days, not moments: guarantees';
const NO_LOCATION = '1688 does not say where it is shipped from before it is';
const NO_CHANGE = '1688 does not say that an address was changed';
const NO_GIFTS = '1688 documents no presents';

const common = {
  collectBy: absent(NO_COLLECTION),
  deliverBy: absent(NO_DELIVERY),
  location: absent(NO_LOCATION),
  isGift: absent(NO_GIFTS),
  relatedItemIds: absent(NO_GIFTS),
  components: absent('1688 documents no sets'),
  isAddressChanged: absent(NO_CHANGE),
  addressChangedAt: absent(NO_CHANGE),
} as const;

const rulesOf = (paths: readonly string[]) =>
  group({
    prescribed: computed(paths, ([line, order]) => listedIn(line) ?? listedIn(order), TEXTS),
    preferred: absent('1688 recommends no carriers'),
    forbidden: absent('1688 names the carriers that may be taken'),
  });

export const orderFulfillment = group<Fulfillment>({
  ...common,
  status: computed(ORDER_PATHS, (values, reading) =>
    fulfillmentOfParts(linesOf(values, reading).map(({ status }) => status)),
  ),
  mayShip: computed(ORDER_PATHS, (values, reading) => mayShipAll(linesOf(values, reading))),
  holds: computed(['baseInfo.status', ...REASON_PATHS], ([order, ...lines], reading) =>
    distinctHolds([
      ...holdsOf(order, undefined, undefined, reading),
      ...holdsOf(lines[0], lines[1], lines[2], reading),
    ]),
  ),
  shipBy: computed([`productItems[].${LATEST_PATH}`], ([latest], reading) => earliestOf(flat(latest), reading), TIME),
  overdueRisk: computed(['sendGoodsOverdueRisk', 'productItems[].deliverGoodsOverdueRisk'], riskOf),
  overdueRiskCode: computed(['sendGoodsOverdueRisk', 'productItems[].deliverGoodsOverdueRisk'], (codes) =>
    decidingCodes(codes.flatMap(toValues)),
  ),
  services: computed([`productItems[].${SERVICE_PATH}`], ([keys]) => servicesIn(keys), TEXTS),
  carriers: rulesOf(['orderBizInfo.appointLogisticsCompany', 'orderBizInfo.appointLogisticsCompany']),
  shipper: computed(SHIPPER_PATHS, shipperOf),
  shipperCode: computed(SHIPPER_PATHS, shipperCodeOf),
});

const LINE_RISKS = ['deliverGoodsOverdueRisk', '/sendGoodsOverdueRisk', 'status'];

export const itemFulfillment = group<Fulfillment>({
  ...common,
  status: computed(LINE_PATHS, ([status, flag, ...flags], reading) => stateOf(status, flag, flags, reading)),
  mayShip: computed(LINE_PATHS, ([status, flag, ...flags], reading) =>
    mayShipOf(stateOf(status, flag, flags, reading), flag, reading),
  ),
  holds: computed(['status', 'canSendGoods', 'cantSendReason'], ([status, flag, reason], reading) =>
    holdsOf(status, flag, reason, reading),
  ),
  shipBy: computed([LATEST_PATH], ([latest], reading) => earliestOf(flat(latest), reading), TIME),
  overdueRisk: computed(LINE_RISKS, ([own, order, status]) =>
    isLeftToShip(FULFILLMENT_BY_STATUS[lookUp(ORDER_STATUS, status)]) ? riskOf([own, order]) : 'NONE',
  ),
  overdueRiskCode: computed(LINE_RISKS.slice(0, 2), (codes) => decidingCodes(codes)),
  services: computed([SERVICE_PATH], ([keys]) => servicesIn(keys), TEXTS),
  carriers: rulesOf(['permitLogisticsCpCode', '/orderBizInfo.appointLogisticsCompany']),
  shipper: computed(atRoot(SHIPPER_PATHS), shipperOf),
  shipperCode: computed(atRoot(SHIPPER_PATHS), shipperCodeOf),
});
