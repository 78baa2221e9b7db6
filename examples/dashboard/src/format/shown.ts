// The time zone that days begin in and times are shown in. Which one it is, is chosen in zone.ts.

/** Where 1688 and Taobao count their days. */
export const SHOPS_ZONE = 'Asia/Shanghai';

let zone = SHOPS_ZONE;

export const shownZone = (): string => zone;

export function showIn(name: string): void {
  zone = name;
}
