// How a shop's orders come into the index by themselves, as its operator sees it.
import { ID, Int, ObjectType } from 'type-graphql';
import { Nullable, Required } from './decorators.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'One of the ways by which a shop’s orders come into the index.' })
export class SyncStream {
  @Required(
    () => ID,
    'Its name: list reads what was modified, fill what was there before, sweep looks again, details fetches orders one by one, push is messages.',
  )
  name!: string;

  @Nullable(() => DateTime, 'Up to when it has read; null where that says nothing.')
  syncedUntil!: Date | null;

  @Nullable(() => Int, 'Of a first fill, how much of it is done, in percent.')
  percent!: number | null;

  @Nullable(() => Int, 'Of a first fill, how many days it reaches back.')
  days!: number | null;

  @Nullable(() => Int, 'Of a first fill, how many of these days it has read; the latest are read first.')
  daysDone!: number | null;

  @Nullable(() => String, 'The code of the fault for which it is not read at present.')
  fault!: string | null;

  @Nullable(() => DateTime, 'When it is read again, where it waits.')
  nextAt!: Date | null;

  @Required(() => Int, 'Calls to gateways that it took today, in Beijing.')
  callsToday!: number;

  @Required(() => Int, 'Orders that it found, and that should have been known before.')
  foundLate!: number;

  @Required(() => Int, 'Rows that were left out, as they were not asked for.')
  dropped!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How a shop’s orders come into the index by themselves.' })
export class ShopSync {
  @Nullable(() => DateTime, 'From when on every order of it is in the index; null where that is not known.')
  completeSince!: Date | null;

  @Nullable(() => DateTime, 'Up to when its gateway’s lists have been read; null where none are.')
  syncedUntil!: Date | null;

  @Nullable(() => Int, 'How long ago that is, in seconds.')
  lagSeconds!: number | null;

  @Required(() => Int, 'Calls to gateways that all of it took today, in Beijing.')
  callsToday!: number;

  @Required(
    () => Int,
    'Calls that its lists and the fetching of single orders may take in a day of Beijing; asking for messages does not count.',
  )
  maxCallsPerDay!: number;

  @Required(() => Int, 'Orders that sweeps found, and that should have been known before.')
  foundLate!: number;

  @Required(() => Int, 'Orders that are to be fetched one by one; those that are only looked at again are left out.')
  due!: number;

  @Nullable(() => String, 'The code of the fault for which its orders are not read at present.')
  fault!: string | null;

  @Nullable(() => String, 'What to do about it.')
  advice!: string | null;

  @Required(() => [SyncStream], 'The ways by which its orders come, each by itself.')
  streams!: readonly SyncStream[];
}
