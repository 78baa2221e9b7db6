// One of several OrderGraphs that share a Redis: the built program as a process of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part } from './json.js';
import { startProgram } from './program.js';

export interface Replica {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function startReplica(settings: Part, redisUrl: string): Promise<Replica> {
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-replica-'));
  const path = join(folder, 'settings.yaml');
  writeFileSync(path, JSON.stringify(settings));
  const program = startProgram({ ORDERGRAPH_CONFIG: path, REDIS_URL: redisUrl, LOG_LEVEL: 'silent' });
  return {
    url: await program.url,
    async close() {
      await program.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
