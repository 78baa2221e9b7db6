// Whose orders a message is about: the shops that a queue or a sender tells of.
import type { GatewaySettings } from '../../config/gatewaySettings.js';
import type { Settings } from '../../config/index.js';
import type { OrderMessage, OrderMessages } from '../../platforms/orderMessages.js';
import type { ShopGateway, Shops } from '../../upstream/types.js';
import type { HeardMessage } from '../sync/types.js';

/** A shop whose platform is asked to tell of its orders. */
export interface ToldShop {
  readonly id: string;
  readonly gateway: ShopGateway;
  readonly messages: OrderMessages;
}

/** Shops whose messages come from one place. */
export interface Sender {
  /** Names it: its messages have ids of their own. */
  readonly name: string;
  readonly shops: readonly [ToldShop, ...ToldShop[]];
}

/** The shops whose settings say that messages are wanted, and whose platform sends some. */
export const toldShopsOf = ({ shops: configured }: Pick<Settings, 'shops'>, shops: Shops): readonly ToldShop[] =>
  configured
    .filter(({ sync }) => sync.push)
    .flatMap(({ id }): readonly ToldShop[] => {
      const gateways = shops.get(id)?.gateways ?? [];
      const gateway = gateways.find(({ compiled }) => compiled.definition.messages !== undefined);
      const messages = gateway?.compiled.definition.messages;
      return gateway && messages ? [{ id, gateway, messages }] : [];
    });

export function sendersOf(shops: readonly ToldShop[]): readonly Sender[] {
  const senders = new Map<string, ToldShop[]>();
  for (const shop of shops) {
    const name = shop.messages.queueOf(shop.gateway.settings);
    senders.set(name, [...(senders.get(name) ?? []), shop]);
  }
  return [...senders].map(([name, members]) => ({ name, shops: members as [ToldShop, ...ToldShop[]] }));
}

const accountOf = ({ messages, gateway }: ToldShop): string | undefined =>
  messages.accountOf(gateway.settings as GatewaySettings);

/** The shops that a message may be of: where either side does not say whose it is, all that it could be. */
export function shopsOf({ shops }: Sender, { account }: OrderMessage): readonly ToldShop[] {
  if (account === undefined) return shops;
  const named = shops.filter((shop) => accountOf(shop) === account);
  return named.length > 0 ? named : shops.filter((shop) => accountOf(shop) === undefined);
}

/** An order may be one of several shops': then it is asked for at each, and all but one do not have it. */
export function heardOf(sender: Sender, messages: readonly OrderMessage[], now: number): readonly HeardMessage[] {
  return messages.flatMap((message) => {
    const shops = shopsOf(sender, message);
    return shops.map(({ id: shop, messages: { delayMs } }, index) => ({
      id: index === 0 ? message.id : `${message.id} ${shop}`,
      ...{ shop, orderId: message.orderId, notBefore: now + delayMs },
    }));
  });
}

/** The shop whose owner took the authorization back; none where it could be one of several. */
export function revokedBy(sender: Sender, message: OrderMessage): readonly ToldShop[] {
  const shops = message.isRevocation ? shopsOf(sender, message) : [];
  return shops.length === 1 ? shops : [];
}
