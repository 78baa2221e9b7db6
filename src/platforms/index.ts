// All platforms and gateways: a new gateway adds its row here.
import { createUnionType } from 'type-graphql';
import { memoize } from '../common/memoize.js';
import type { GatewaySettings } from '../config/gatewaySettings.js';
import type { GatewayClasses } from '../config/index.js';
import type { Gateway as GatewayType, OrderView } from '../order/enums.js';
import { ALIBABA_1688 } from './1688/gateways/alibaba1688.js';
import { DAMAIJIA168 } from './1688/gateways/damaijia168.js';
import { FW199 } from './1688/gateways/fw199.js';
import { VV_TOOL } from './1688/gateways/vvTool.js';
import { Alibaba1688Order } from './1688/platformOrder.js';
import { ALIEXPRESS_QIMEN } from './aliexpress/gateways/aliexpressQimen.js';
import { AliExpressOrder } from './aliexpress/platformOrder.js';
import { type CompiledGateway, compileGateway } from './compiledGateway.js';
import { type GatewayDefinition, rowsOf, undocumentedBy } from './gateway.js';
import { TAOBAO_TOP } from './taobao/gateways/taobaoTop.js';
import { TaobaoTrade } from './taobao/platformOrder.js';

export const gateways: { readonly [type in GatewayType]: GatewayDefinition } = {
  VV_TOOL,
  FW199,
  DAMAIJIA168,
  TAOBAO_TOP,
  ALIEXPRESS_QIMEN,
  ALIBABA_1688,
};

const rows = Object.values(gateways);
const allRows = rows.flatMap(rowsOf);

/** The settings class of each gateway, by the `type` that selects it. */
export const settingsClasses: GatewayClasses = Object.fromEntries(rows.map(({ type, settings }) => [type, settings]));

/** What each gateway's documentation lacks, while another's of the same document has it. */
export const undocumentedPaths = Object.fromEntries(rows.map((row) => [row.type, undocumentedBy(row, allRows)])) as {
  readonly [type in GatewayType]: readonly string[];
};

/** The rows that the coverage table has a column for, by its name: a gateway, and its other view where it has one. */
export const coveredRows: {
  readonly [name: string]: GatewayDefinition & { readonly undocumented: readonly string[] };
} = Object.fromEntries(
  rows.flatMap((row) =>
    rowsOf(row)
      .filter((variant) => variant === row || variant.view !== row.view)
      .map((variant) => [
        variant === row ? row.type : `${row.type}, ${variant.view}`,
        { ...variant, undocumented: undocumentedBy(variant, allRows) },
      ]),
  ),
);

/** Each row is compiled on its first use. */
const compiledRow = memoize(
  (row: GatewayDefinition): CompiledGateway => compileGateway(row, undocumentedBy(row, allRows)),
);

/** A gateway, in one view where it has several. */
export const compiledGatewayOf = (type: GatewayType, view?: OrderView): CompiledGateway =>
  compiledRow(rowsOf(gateways[type]).find((row) => row.view === view) ?? gateways[type]);

/** A gateway as a shop's settings choose it. */
export function compiledGatewayFor(settings: GatewaySettings): CompiledGateway {
  const row = gateways[settings.type as GatewayType];
  return compiledRow(row.rowFor?.(settings) ?? row);
}

const platformTypes = [Alibaba1688Order, TaobaoTrade, AliExpressOrder];

export const PlatformOrder = createUnionType({
  name: 'PlatformOrder',
  description:
    'What only the order’s platform documents: every documented field that has no home in the unified model.',
  types: () => platformTypes.map(({ type }) => type),
});
