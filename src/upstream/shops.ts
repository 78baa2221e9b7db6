// The configured shops, each with its gateways ready for use.
import type { ShopSettings } from '../config/settings.js';
import type { Zone } from '../mapping/time.js';
import type { Gateway as GatewayType } from '../order/enums.js';
import type { Shop } from '../order/shop.js';
import type { Door } from '../platforms/door.js';
import type { Addressed } from '../platforms/gateway.js';
import { doorOf } from '../platforms/index.js';
import type { GatewaySettings } from '../platforms/settings.js';
import { type HealthRecord, healthRecord } from './health.js';

/** One gateway of one shop. */
export interface Entrance {
  readonly door: Door;
  readonly settings: Addressed<GatewaySettings>;
  /** The zone of times that name none. */
  readonly zone: Zone;
  readonly record: HealthRecord;
}

export interface OpenShop {
  /** The shop as the schema shows it. */
  readonly shop: Shop;
  /** The preferred one first; at least one. */
  readonly entrances: readonly [Entrance, ...Entrance[]];
}

export type Shops = ReadonlyMap<string, OpenShop>;

export function openShops(settings: readonly ShopSettings[], now: () => Date): Shops {
  return new Map(settings.map((shop) => [shop.id, openShop(shop, now)]));
}

function openShop({ id, name, gateways }: ShopSettings, now: () => Date): OpenShop {
  const entrances = gateways.map((settings): Entrance => {
    const door = doorOf(settings.type as GatewayType);
    const { gateway } = door;
    return {
      door,
      settings: { ...settings, url: settings.url ?? gateway.url },
      zone: gateway.zone?.(settings) ?? gateway.document.zone,
      record: healthRecord(now),
    };
  });
  const [preferred, ...others] = entrances;
  if (preferred === undefined) throw new Error(`shop ${id} has no gateway`);
  return {
    shop: {
      id,
      name,
      platform: preferred.door.gateway.document.platform,
      view: preferred.door.gateway.view,
      gateways: entrances.map(({ door: { gateway }, record: { health } }) => ({
        type: gateway.type,
        view: gateway.view,
        health,
      })),
    },
    entrances: [preferred, ...others],
  };
}
