// Shared texts in Redis.
import type { SharedTexts } from '../../common/sharedTexts.js';
import type { RedisConnection } from './redis.js';

/** One step, so that no two processes change a text from what it was. An empty text stands for none. */
const REPLACE = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
`;

/** How long a text stays that nobody writes any more. */
const KEEP_MS = 7 * 86_400_000;

export const createRedisTexts = ({ run }: Pick<RedisConnection, 'run'>): SharedTexts => ({
  read: async (name) => (await run((client) => client.get(keyOf(name)))) ?? undefined,
  replace: async (name, before = '', after) =>
    (await run((client) => client.eval(REPLACE, 1, keyOf(name), before, after, KEEP_MS))) === 1,
});

const keyOf = (name: string): string => `ordergraph:text:${name}`;
