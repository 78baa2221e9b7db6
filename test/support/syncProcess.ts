// The sync of a ledger's shops in a process of its own, that is killed as the kernel kills: at any instruction.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EngineSource } from '../../src/orderIndex/engine/source.js';

const PROGRAM = fileURLToPath(new URL('./killedSync.mjs', import.meta.url));

export interface SyncProcessOptions {
  readonly source: EngineSource;
  readonly settings: object;
  readonly shops: readonly string[];
  readonly owner: string;
  /** By the simulated clock, milliseconds. */
  readonly from: number;
  readonly end: number;
  /** How long after it began to read it is killed, milliseconds of the wall's clock. */
  readonly killAfterMs: number;
  /** Told each moment that it comes to; it goes on when this resolves. */
  readonly onInstant: (instant: number) => Promise<void>;
}

/** Resolves to whether it was killed before its time was over. @throws when it ended by itself otherwise. */
export async function runSyncProcess({ killAfterMs, onInstant, ...order }: SyncProcessOptions): Promise<boolean> {
  const child = fork(PROGRAM, [JSON.stringify(order)], { execArgv: ['--no-warnings'] });
  let timer: NodeJS.Timeout | undefined;
  const steps = answerSteps(child, async (instant) => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    await onInstant(instant);
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  await steps.settled();
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`The sync ended with ${signal ?? code}.`);
  return signal === 'SIGKILL';
}

function answerSteps(child: ChildProcess, take: (instant: number) => Promise<void>) {
  let step: Promise<void> = Promise.resolve();
  child.on('message', ({ instant }: { readonly instant: number }) => {
    step = take(instant).then(() => {
      if (child.connected) child.send({}, () => {});
    });
  });
  return { settled: () => step };
}
