// What gateways said and is not yet recorded: a queue that holds up nobody. When it is full the oldest are dropped.
import { LRUCache } from 'lru-cache';
import { LOG_EVERY_MS, throttle } from '../../common/throttle.js';
import type { OrderRecorder, RecordedReply, ReplyOrigin } from '../../upstream/types.js';
import type { IndexLog } from '../indexLog.js';
import type { Backlog } from '../types.js';
import type { Task } from '../writer/steps.js';

export interface ReplyQueue extends OrderRecorder {
  readonly backlog: () => Backlog;
  /** Resolves when all that was taken so far is recorded. */
  readonly flush: () => Promise<void>;
  /** Records what is left, for at most so long; then it takes no more. */
  readonly close: (maxMs: number) => Promise<void>;
}

interface QueueOptions {
  /** Resolves when they are committed; what fails is given again. */
  readonly write: (tasks: readonly Task[]) => Promise<void>;
  readonly log: IndexLog;
  readonly now: () => number;
}

/** How much may wait: in numbers, and in characters of replies. */
const MAX_TASKS = 10_000;
const MAX_CHARACTERS = 8 * 1024 * 1024;

/** A batch goes out when it is full, or a little after its first came. */
const BATCH_TASKS = 200;
const BATCH_CHARACTERS = 1024 * 1024;
const BATCH_MS = 50;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

export function createReplyQueue({ write, log, now }: QueueOptions): ReplyQueue {
  const repetitions = createRepetitions();
  const tasks: Task[] = [];
  let characters = 0;
  let batch: readonly Task[] | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let dropped = 0;
  let droppedInAll = 0;
  let isClosed = false;
  let onEmpty: (() => void)[] = [];

  function tellDropped(): void {
    if (dropped === 0) return;
    log.warn({ dropped }, 'The order index cannot keep up: the oldest replies were dropped unrecorded');
    dropped = 0;
  }
  const tellDroppedNow = throttle(LOG_EVERY_MS, tellDropped);

  function add(task: Task): void {
    if (isClosed) return;
    tasks.push(task);
    characters += lengthOf(task);
    if (tasks.length > MAX_TASKS || characters > MAX_CHARACTERS) drop();
    if (batch !== undefined || failures > 0) return;
    if (tasks.length === BATCH_TASKS) schedule(0);
    else if (timer === undefined) schedule(BATCH_MS);
  }

  /** A tenth at once, as to take away the first of a list takes as long as the list. */
  function drop(): void {
    const count = Math.max(1, Math.ceil(tasks.length / 10));
    for (const task of tasks.splice(0, count)) characters -= lengthOf(task);
    dropped += count;
    droppedInAll += count;
    tellDroppedNow();
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(send, ms).unref();
  }

  function send(): void {
    timer = undefined;
    batch ??= takeBatch();
    if (batch === undefined) {
      end();
      return;
    }
    write(batch).then(
      () => {
        batch = undefined;
        failures = 0;
        send();
      },
      () => {
        failures += 1;
        if (!isClosed) schedule(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)));
        else end();
      },
    );
  }

  function takeBatch(): readonly Task[] | undefined {
    let count = 0;
    let length = 0;
    while (count < Math.min(tasks.length, BATCH_TASKS) && length < BATCH_CHARACTERS) {
      length += lengthOf(tasks[count] as Task);
      count += 1;
    }
    characters -= length;
    return count === 0 ? undefined : tasks.splice(0, count);
  }

  function end(): void {
    // Those of the last minute, of which nothing was said yet.
    tellDropped();
    const waiting = onEmpty;
    onEmpty = [];
    for (const resolve of waiting) resolve();
  }

  const flush = (): Promise<void> =>
    new Promise((resolve) => {
      onEmpty.push(resolve);
      if (batch === undefined && failures === 0) send();
    });

  return {
    record(origin, text) {
      if (!repetitions.includes(origin, text)) add({ kind: 'reply', reply: { ...origin, text } });
    },
    bury(shop, orderId) {
      repetitions.clear();
      add({ kind: 'burial', burial: { shop, orderId, at: now() } });
    },
    backlog() {
      const [oldest = tasks[0]] = batch ?? [];
      return {
        length: tasks.length + (batch?.length ?? 0),
        lagMs: oldest === undefined ? 0 : Math.max(0, now() - takenAt(oldest)),
        dropped: droppedInAll,
      };
    },
    flush,
    async close(maxMs) {
      isClosed = true;
      // What failed before is tried once more.
      if (batch !== undefined && failures > 0) schedule(0);
      let late: NodeJS.Timeout | undefined;
      const timedOut = new Promise<void>((resolve) => {
        late = setTimeout(resolve, maxMs);
      });
      await Promise.race([flush(), timedOut]);
      clearTimeout(late);
      clearTimeout(timer);
      const left = tasks.length + (batch?.length ?? 0);
      if (left > 0) log.warn({ left }, 'Replies are left unrecorded, as the order index cannot be written');
    },
  };
}

const lengthOf = (task: Task): number => (task.kind === 'reply' ? task.reply.text.length : 0);

const takenAt = (task: Task): number => (task.kind === 'reply' ? task.reply.fetchedAt : task.burial.at);

/** How long the same reply need not be recorded again. */
const REPEATED_MS = 60_000;

/** Characters of replies that are remembered, and of one that is worth it. */
const REMEMBERED_CHARACTERS = 4 * 1024 * 1024;
const LONGEST_REMEMBERED = 64 * 1024;

interface Repetitions {
  /** Whether a reply is, letter by letter, the one that came last of its order; from then on it is that. */
  readonly includes: (origin: ReplyOrigin, text: string) => boolean;
  readonly clear: () => void;
}

function createRepetitions(): Repetitions {
  const lasts = new LRUCache<string, Pick<RecordedReply, 'text' | 'fetchedAt'>>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: ({ text }) => text.length + 500,
  });
  return {
    includes({ shop, credential, orderId, subtrees, fetchedAt }, text) {
      const key = `${shop} ${credential} ${orderId} ${subtrees.length}`;
      const last = lasts.get(key);
      if (last && last.text === text && fetchedAt - last.fetchedAt < REPEATED_MS) return true;
      if (text.length <= LONGEST_REMEMBERED) lasts.set(key, { text, fetchedAt });
      return false;
    },
    clear: () => lasts.clear(),
  };
}
