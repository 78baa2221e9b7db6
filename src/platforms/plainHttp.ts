// Which gateways are called without TLS, for a line at start: some document no other address.
import { isLoopback } from '../config/address.js';
import type { ShopSettings } from '../config/settings.js';
import type { Gateway } from '../order/enums.js';
import { gateways } from './index.js';

const isPlain = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !isLoopback(hostname);
};

/** One sentence for each gateway of a shop that leads beyond this machine over plain http. */
export const plainHttpWarnings = (shops: readonly ShopSettings[]): readonly string[] =>
  shops.flatMap((shop, at) =>
    shop.gateways.flatMap(({ type, url }, index) =>
      isPlain(url ?? gateways[type as Gateway].url)
        ? [
            `shops[${at}].gateways[${index}] (${type}) is called over plain http: whoever is on the way can read its ` +
              'credentials and its orders. Set its url to an https address, or to a tunnel on this machine.',
          ]
        : [],
    ),
  );
