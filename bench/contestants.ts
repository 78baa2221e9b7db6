// Who is compared: OrderGraph in three settings, and what people would use in its place.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from './programs.js';
import type { Shop } from './questions.js';
import { ROOT } from './root.js';

/** Whether the gateway is asked for each answer, or the order is in memory. */
export type Temperature = 'cold' | 'warm';

export interface Contestant {
  readonly name: string;
  readonly temperature: Temperature;
  /** OrderGraph itself; the others are what it is compared with. */
  readonly isSubject: boolean;
  /** Whether it answers questions of every field too. */
  readonly knowsEveryField: boolean;
  readonly command: (surroundings: Surroundings) => Command;
}

export interface Surroundings {
  /** Where the gateway is. */
  readonly upstream: string;
  /** For files that live no longer than the benchmarks. */
  readonly folder: string;
  /** File of OrderGraph's answers of every field, by shop. */
  readonly everyField: string;
}

const MAIN = fileURLToPath(new URL('dist/bench/src/main.js', ROOT));

interface OrderGraphOptions {
  readonly temperature: Temperature;
  readonly transport: 'undici' | 'node-fetch';
  /** Shops configured besides the two that are asked. */
  readonly otherShops?: number;
  readonly cacheBytes?: number;
  /** Processes that answer together. */
  readonly workers?: number;
  /** Whether orders go into the index, as they do unless the settings say otherwise. */
  readonly hasIndex?: boolean;
  /** Options of node. */
  readonly node?: readonly string[];
}

/** OrderGraph as `npm start` starts it, with the pace of the gateway out of the way. */
export function orderGraph(options: OrderGraphOptions, { upstream, folder }: Surroundings): Command {
  const { temperature, transport, otherShops = 0, cacheBytes, workers = 1, hasIndex = true, node = [] } = options;
  const name = [temperature, transport, otherShops, cacheBytes ?? 'default', workers, hasIndex].join('-');
  const shop = (id: string, path: Shop) => ({
    id,
    name: id,
    gateways: [
      {
        type: 'VV_TOOL',
        url: `${upstream}/${path}`,
        shopId: '12152545454',
        accessToken: `token-of-${id}`,
        requestsPerSecond: 1_000_000,
      },
    ],
  });
  const maxBytes = temperature === 'cold' ? 0 : cacheBytes;
  const settings = {
    shops: [
      shop('sample', 'sample'),
      shop('large', 'large'),
      ...Array.from({ length: otherShops }, (_nothing, index) => shop(`other-${index}`, 'sample')),
    ],
    cache: maxBytes === undefined ? {} : { maxBytes },
    index: hasIndex && { path: join(folder, `${name}.db`) },
    retries: 0,
    limits: { maxCost: 100_000_000, callsPerMinute: 0 },
    auth: { anonymous: { shops: ['*'], scopes: ['orders:read', 'pii:read'] } },
  };
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, JSON.stringify(settings));
  return {
    node: [...node, MAIN],
    environment: {
      PORT: '0',
      LOG_LEVEL: 'warn',
      ORDERGRAPH_CONFIG: file,
      UPSTREAM_HTTP: transport,
      WORKERS: String(workers),
    },
  };
}

const subject = (name: string, options: OrderGraphOptions): Contestant => ({
  name,
  temperature: options.temperature,
  isSubject: true,
  knowsEveryField: true,
  command: (surroundings) => orderGraph(options, surroundings),
});

function rival(name: string, file: string, temperature: Temperature, transport = 'undici'): Contestant {
  return {
    name,
    temperature,
    isSubject: false,
    knowsEveryField: file === 'bare',
    command: ({ upstream, everyField }) => ({
      node: [fileURLToPath(new URL(`bench/contestants/${file}.mjs`, ROOT))],
      environment: {
        UPSTREAM: upstream,
        TRANSPORT: transport,
        EVERY_FIELD: everyField,
        ...(temperature === 'warm' && { MEMORY: '1' }),
      },
    }),
  };
}

/** Itself, with the index off: what it costs to have one. */
const withoutIndex = (temperature: Temperature): Contestant => ({
  ...subject('OrderGraph without its index, undici', { temperature, transport: 'undici', hasIndex: false }),
  isSubject: false,
});

/** Hive is half a gigabyte, so nobody has to install it. */
export const HAS_HIVE = existsSync(new URL('bench/contestants/hive/node_modules', ROOT));

export const CONTESTANTS: readonly Contestant[] = [
  subject('OrderGraph, undici', { temperature: 'cold', transport: 'undici' }),
  subject('OrderGraph, node-fetch', { temperature: 'cold', transport: 'node-fetch' }),
  withoutIndex('cold'),
  rival('bare Node, undici', 'bare', 'cold'),
  rival('bare Node, node-fetch', 'bare', 'cold', 'node-fetch'),
  rival('Apollo Server', 'apollo', 'cold'),
  rival('Yoga, undici', 'yoga', 'cold'),
  rival('Mercurius, undici', 'mercurius', 'cold'),
  ...(HAS_HIVE ? [rival('Hive Gateway', 'hive/hive', 'cold')] : []),
  subject('OrderGraph', { temperature: 'warm', transport: 'undici' }),
  withoutIndex('warm'),
  rival('bare Node', 'bare', 'warm'),
  rival('Apollo Server', 'apollo', 'warm'),
  rival('Yoga', 'yoga', 'warm'),
  rival('Mercurius', 'mercurius', 'warm'),
  ...(HAS_HIVE ? [rival('Hive Gateway', 'hive/hive', 'warm')] : []),
];
