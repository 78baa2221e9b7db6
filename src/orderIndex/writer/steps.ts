// Tasks as what is written of them: replies that follow one another are recorded together.
import { LOG_EVERY_MS, throttle } from '../../common/throttle.js';
import type { RecordedReply } from '../../upstream/types.js';
import type { IndexLog } from '../indexLog.js';
import { type Burial, bury } from '../record/bury.js';
import { type OrderUpdate, type ReadOptions, readReply } from '../record/readReply.js';
import { type Recorder, record } from '../record/record.js';

/** What the writer is given to do. */
export type Task =
  | { readonly kind: 'reply'; readonly reply: RecordedReply }
  | { readonly kind: 'burial'; readonly burial: Burial };

/** What is written in one transaction. */
export type Step =
  | { readonly kind: 'updates'; readonly updates: readonly OrderUpdate[] }
  | { readonly kind: 'burials'; readonly burials: readonly Burial[] };

/** Reads tasks, in their order; a reply that cannot be read is left out. */
export function createStepReader(options: ReadOptions, log: IndexLog): (tasks: readonly Task[]) => readonly Step[] {
  // By the error's name alone: its words may be the gateway's.
  const warnUnreadable = throttle(LOG_EVERY_MS, ({ shop, gateway }: RecordedReply, error: unknown) =>
    log.warn({ shop, gateway, reason: (error as Error).name }, 'A reply could not be read into the order index'),
  );

  function read(reply: RecordedReply): OrderUpdate | undefined {
    try {
      return readReply(reply, options);
    } catch (error) {
      warnUnreadable(reply, error);
      return undefined;
    }
  }

  return (tasks) => {
    const steps: Step[] = [];
    let updates: OrderUpdate[] | undefined;
    let burials: Burial[] | undefined;
    for (const task of tasks) {
      if (task.kind === 'burial') {
        updates = undefined;
        if (burials === undefined) {
          burials = [];
          steps.push({ kind: 'burials', burials });
        }
        burials.push(task.burial);
        continue;
      }
      const update = read(task.reply);
      if (update === undefined) continue;
      burials = undefined;
      if (updates === undefined) {
        updates = [];
        steps.push({ kind: 'updates', updates });
      }
      updates.push(update);
    }
    return steps;
  };
}

export async function runSteps(recorder: Recorder, steps: readonly Step[]): Promise<void> {
  for (const step of steps)
    await (step.kind === 'updates' ? record(recorder, step.updates) : bury(recorder, step.burials));
}

/** The same, one order at a time. */
export const singlesOf = (steps: readonly Step[]): readonly Step[] =>
  steps.flatMap((step): readonly Step[] =>
    step.kind === 'updates'
      ? step.updates.map((update) => ({ kind: 'updates', updates: [update] }))
      : step.burials.map((burial) => ({ kind: 'burials', burials: [burial] })),
  );
