// The settings of how orders come into the index by themselves.
import { IsOptional } from 'class-validator';
import { Flag, Integer, Text } from './rules.js';

/** A day as people write it, of the calendar in Beijing. */
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** How a shop's orders come into the index by themselves. */
export class ShopSyncSettings {
  /** Whether its gateway's lists are read, where it has any; default true. */
  @Flag()
  readonly list: boolean = true;

  /** Whether the platform's messages are asked for, or taken where they are posted; default false. */
  @Flag()
  readonly push: boolean = false;

  /** Whether orders are looked at again by and by; default true where no list is read. */
  @IsOptional()
  @Flag()
  readonly poll?: boolean;

  /** The day from which on orders are read, such as 2026-01-31; default as far back as the gateway's list reaches. */
  @IsOptional()
  @Text('must be a day such as 2026-01-31', isDay)
  readonly since?: string;
}

/** How orders of all shops come into the index by themselves. */
export class SyncSettings {
  /**
   * Calls of one shop's sync in a day of Beijing: pages of lists, at most half of them for what is only filled in or looked at
   * again, and orders fetched by themselves; default 20000, 0 none.
   */
  @Integer(0)
  readonly maxCallsPerDay: number = 20_000;
}
