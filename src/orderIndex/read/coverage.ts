// What the index covers of each shop: what has fed it, and from when to when it is complete.
import type { Kysely } from 'kysely';
import { BASES, GRAINS } from '../codes.js';
import { MISSING, type Tables } from '../schema/tables.js';
import type { Coverage, ShopScope } from '../types.js';

type Source = Coverage['sources'][number];
type Stream = Pick<Tables['sync'], 'shop' | 'stream' | 'watermark' | 'complete_since' | 'fault'>;

/** What a stream of table sync feeds is said by the beginning of its name. */
const STREAM_SOURCES: readonly (readonly [string, Source])[] = [
  ['import', 'IMPORT'],
  ['list', 'LIST'],
  ['push', 'PUSH'],
];

export async function readCoverage(db: Kysely<Tables>, { shops }: ShopScope): Promise<readonly Coverage[]> {
  const names = [...new Set(shops)];
  if (names.length === 0) return [];
  const streams = await db
    .selectFrom('sync')
    .select(['shop', 'stream', 'watermark', 'complete_since', 'fault'])
    .where('shop', 'in', names)
    .execute();
  const fed = await shopsWithOrders(db, names);
  return names.map((shop) =>
    coverageOf(
      shop,
      fed.has(shop),
      streams.filter((stream) => stream.shop === shop),
    ),
  );
}

/** The roll-ups of all time are few for each shop, however many orders it has. */
async function shopsWithOrders(db: Kysely<Tables>, shops: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('rollups')
    .select('shop')
    .distinct()
    .where('shop', 'in', shops)
    .where('grain', '=', GRAINS.indexOf('ALL'))
    .where('basis', '=', BASES.indexOf('CREATED'))
    .execute();
  return new Set(rows.map(({ shop }) => shop));
}

function coverageOf(shop: string, hasOrders: boolean, streams: readonly Stream[]): Coverage {
  const lists = streams.filter((stream) => sourceOf(stream) === 'LIST');
  const sources = new Set(streams.map(sourceOf).filter((source) => source !== undefined));
  return {
    shop,
    completeSince: latest(lists.map(({ complete_since }) => complete_since)),
    syncedUntil: earliest(lists.map(({ watermark }) => watermark)),
    sources: [...(hasOrders ? (['READ'] as const) : []), ...sources],
    fault: streams.find(({ fault }) => fault !== null)?.fault ?? null,
  };
}

const sourceOf = ({ stream }: Stream): Source | undefined =>
  STREAM_SOURCES.find(([beginning]) => stream.startsWith(beginning))?.[1];

/** What several streams say together is what the weakest says; nothing where one says nothing. */
const latest = (instants: readonly number[]): Date | null => weakest(instants, Math.max);
const earliest = (instants: readonly number[]): Date | null => weakest(instants, Math.min);

const weakest = (instants: readonly number[], choose: typeof Math.max): Date | null =>
  instants.length === 0 || instants.includes(MISSING) ? null : new Date(choose(...instants));
