// Our own addresses for connecting a shop.

export const CONNECT_PATH = '/connect';
export const CALLBACK_PATH = `${CONNECT_PATH}/callback`;

/**
 * Where a shop's owner begins.
 * @param gateway its type; undefined: the shop's first that can be connected
 */
export const connectUrl = (publicUrl: string, shop: string, gateway: string | undefined): string =>
  new URL(`${CONNECT_PATH}/${encodeURIComponent(shop)}${gateway === undefined ? '' : `?gateway=${gateway}`}`, publicUrl)
    .href;

/** Where platforms send the owner back to; registered with each of them. */
export const callbackUrl = (publicUrl: string): string => new URL(CALLBACK_PATH, publicUrl).href;
