// 1688's usual way of writing a time.

import { BEIJING, HOUR } from '../../invented/times.js';

const PACIFIC = -7;

const digitsOf = (instant: number, offset: number): string =>
  new Date(instant + offset * HOUR).toISOString().replace(/\D/g, '');

/** yyyyMMddHHmmssSSSZ: 20250525225053000+0800. Old orders carry the Pacific offset; so do some synthetic ones. */
export const stampIn =
  (pacific: boolean) =>
  (instant: number): string =>
    pacific ? `${digitsOf(instant, PACIFIC)}-0700` : `${digitsOf(instant, BEIJING)}+0800`;
