// Which settings class belongs to which gateway type; a new gateway adds its row here.
import { Damaijia168Settings, Fw199Settings, VvToolSettings } from '../platforms/1688/settings.js';
import { QimenSettings } from '../platforms/aliexpress/settings.js';
import { TaobaoTopSettings } from '../platforms/taobao/settings.js';
import type { GatewaySettings } from './gatewaySettings.js';

/** Settings classes by the `type` that selects them. */
export type GatewayClasses = Readonly<Record<string, new () => GatewaySettings>>;

/** The five gateways OrderGraph knows. */
export const gatewaySettings = {
  VV_TOOL: VvToolSettings,
  FW199: Fw199Settings,
  DAMAIJIA168: Damaijia168Settings,
  TAOBAO_TOP: TaobaoTopSettings,
  ALIEXPRESS_QIMEN: QimenSettings,
} as const satisfies GatewayClasses;

/** The settings of any known gateway; `type` tells which. */
export type AnyGatewaySettings = InstanceType<(typeof gatewaySettings)[keyof typeof gatewaySettings]>;
