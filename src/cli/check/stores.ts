// Checks what a server keeps things in: Redis, and the database of the order index.
import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { databaseSecrets } from '../../config/databaseUrl.js';
import { redisSecrets } from '../../config/redisUrl.js';
import { createRedactor } from '../../config/secrets.js';
import type { EngineSource } from '../../orderIndex/engine/source.js';
import { pendingIn } from '../../orderIndex/migrations.js';
import { connectRedis } from '../../upstream/state/redis.js';
import type { Words } from '../language.js';
import { type Finding, verbatim } from './finding.js';

/** Whether Redis takes commands, as a server would give them. */
export async function checkRedis(url: string): Promise<Finding> {
  const what = 'Redis';
  let reason = '';
  const log = {
    info: () => {},
    warn: (details: object | string) => {
      if (typeof details === 'object' && 'reason' in details) reason = String(details.reason);
    },
  };
  const redis = await connectRedis(url, log);
  try {
    const startedAt = performance.now();
    await redis.run((client) => client.ping());
    return { what, state: 'OK', words: answersIn(performance.now() - startedAt) };
  } catch (error) {
    const redact = createRedactor(redisSecrets(url));
    return { what, state: 'FAILED', words: verbatim(redact(reason || (error as Error).message)) };
  } finally {
    await redis.close();
  }
}

/** Whether the database of the index can be used, and is up to date. */
export async function checkIndex(source: EngineSource): Promise<Finding> {
  const what = source.name;
  const startedAt = performance.now();
  try {
    if (source.name === 'SQLite' && !(await isThere(source.path))) return await checkFolder(source.path);
    const pending = await pendingIn(source);
    const words = answersIn(performance.now() - startedAt);
    if (pending.length === 0) return { what, state: 'OK', words };
    return { what, state: 'WARNING', words: missing(pending.join(', ')) };
  } catch (error) {
    const redact = createRedactor(source.name === 'PostgreSQL' ? databaseSecrets(source.url) : []);
    return { what, state: 'FAILED', words: verbatim(redact((error as Error).message)) };
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A server creates the file when it starts. */
async function checkFolder(path: string): Promise<Finding> {
  const folder = dirname(path);
  const isWritable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return {
    what: 'SQLite',
    state: isWritable ? 'OK' : 'FAILED',
    words: isWritable
      ? { en: 'there is no file yet: the first start creates it', zh: '尚无文件，首次启动时创建' }
      : { en: `${folder} cannot be written`, zh: `${folder} 不可写` },
  };
}

const answersIn = (ms: number): Words => ({
  en: `answers in ${Math.ceil(ms)} ms`,
  zh: `${Math.ceil(ms)} 毫秒应答`,
});

const missing = (names: string): Words => ({
  en: `lacks ${names}: ordergraph migrate, or the next start, brings it up to date`,
  zh: `缺少 ${names}：用 ordergraph migrate 更新，或下次启动时自动更新`,
});
