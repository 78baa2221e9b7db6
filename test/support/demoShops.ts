// The demo shops at a sandbox, without the pace that their gateways keep.
import { demoShops } from '../../src/sandbox/demo.js';

export const demoShopsWithoutPace = (sandboxUrl: string) =>
  demoShops(sandboxUrl).map((shop) => ({
    ...shop,
    gateways: shop.gateways.map((gateway) => ({ ...gateway, requestsPerSecond: 100_000 })),
  }));
