// Writes the index: reads replies, records them in order, and deletes what is kept no longer. It runs in a thread of its
// own, or in a test's.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { keyFrom } from '../../common/encryption.js';
import type { SharedTexts } from '../../common/sharedTexts.js';
import { LOG_EVERY_MS, throttle } from '../../common/throttle.js';
import type { TokenStore } from '../../credentials/types.js';
import { createTokenTable } from '../credentials/tokenTable.js';
import { createIndexDatabase, type IndexDatabase } from '../database.js';
import type { Engine } from '../engine/engine.js';
import { createEngine, type EngineSource } from '../engine/source.js';
import { createFailureLog, type IndexLog } from '../indexLog.js';
import { createShopKeys, type ShopKeys } from '../keys/shopKeys.js';
import type { Recorder } from '../record/record.js';
import { deleteOutdated, type Retention } from '../record/retention.js';
import { migrate } from '../schema/index.js';
import { createTextTable } from '../sharedTexts.js';
import { createSyncTable } from '../sync/syncTable.js';
import type { SyncStore } from '../sync/types.js';
import { createStepReader, runSteps, type Step, singlesOf, type Task } from './steps.js';

/** All that the writer needs to know; it can be handed to another thread. */
export interface WriterOptions {
  readonly source: EngineSource;
  /** Base64; undefined: neither documents nor the tokens that orders are found by are stored. */
  readonly encryptionKey: string | undefined;
  readonly hasPhoneSuffix: boolean;
  /** Base64, of what encrypts gateways' tokens; undefined: none are stored. */
  readonly tokenKey: string | undefined;
  /** Zones of times that name none, by account, where the settings name them. */
  readonly zones: ReadonlyMap<string, string>;
  /** How long a document of an order that may still change stays fresh, and of one that is over. */
  readonly openMs: number;
  readonly finalMs: number;
  /** Undefined: all is kept. */
  readonly retention: Retention | undefined;
}

export interface Writer {
  /** Resolves once it was tried to open the database and to bring it up to date, whether or not that came off. */
  readonly tried: Promise<void>;
  /** Resolves once the database is there and up to date, however long that takes. */
  readonly ready: Promise<void>;
  /** Resolves when all of them are committed. @throws Error when the database fails; then they are to be given again. */
  readonly write: (tasks: readonly Task[]) => Promise<void>;
  /** Gateways' access tokens in the same database. Everything fails while that does. */
  readonly tokens: TokenStore | undefined;
  /** How lists are read. Everything fails while the database does. */
  readonly sync: SyncStore;
  /** What processes share. Everything fails while the database does. */
  readonly texts: SharedTexts;
  readonly close: () => Promise<void>;
}

export type StartWriter = (options: WriterOptions, log: IndexLog, now: () => number) => Writer;

/** Between attempts to open a database that is away. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** Runs something on the database, and tells the log where that fails. */
type OnDatabase = <Result>(run: (recorder: Recorder) => Promise<Result>) => Promise<Result>;

export const startWriter: StartWriter = (options, log, now) => {
  const { source, encryptionKey, tokenKey, openMs, finalMs } = options;
  const failures = createFailureLog(log, 'The order index cannot be written; orders are answered all the same');
  const keys = encryptionKey === undefined ? undefined : createKeys(encryptionKey, log);
  const stepsOf = createStepReader(options, log);
  const opened = open(source, log);

  const onDatabase: OnDatabase = async (run) => {
    try {
      const { engine, database } = await opened;
      const result = await database.use((db) => run({ db, engine, keys, openMs, finalMs, now }));
      failures.succeeded();
      return result;
    } catch (error) {
      failures.failed(error);
      throw error;
    }
  };

  const isOfData = async (error: unknown): Promise<boolean> => (await opened).engine.isOfData?.(error) === true;

  /** One that the database does not take is left out, so that it holds up no other. */
  async function writeEach(steps: readonly Step[]): Promise<void> {
    for (const single of singlesOf(steps)) {
      try {
        await onDatabase((recorder) => runSteps(recorder, [single]));
      } catch (error) {
        if (!(await isOfData(error))) throw error;
      }
    }
  }

  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let onTried = (): void => {};
  const tried = new Promise<void>((resolve) => {
    onTried = resolve;
  });
  const ready = new Promise<void>((resolve) => {
    const tryAgain = (pauseMs: number): void => {
      if (isClosed) return;
      timer = setTimeout(() => attempt(Math.min(LONGEST_PAUSE_MS, pauseMs * 2)), pauseMs).unref();
    };
    const attempt = (pauseMs: number): void =>
      void onDatabase(async () => {})
        .then(resolve, () => tryAgain(pauseMs))
        .then(onTried);
    attempt(FIRST_PAUSE_MS);
  });
  const stopRetention = options.retention && startRetention(options.retention, onDatabase);
  return {
    tried,
    ready,
    tokens: tokenKey === undefined ? undefined : openTokens(tokenKey, onDatabase, log),
    sync: createSyncTable({ ...options, use: onDatabase, log }),
    texts: createTextTable(onDatabase),
    async write(tasks) {
      const steps = stepsOf(tasks);
      if (steps.length === 0) return;
      try {
        await onDatabase((recorder) => runSteps(recorder, steps));
      } catch (error) {
        if (!(await isOfData(error))) throw error;
        await writeEach(steps);
      }
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      stopRetention?.();
      const { engine, database } = await opened;
      await database.close();
      await engine.close();
    },
  };
};

async function open(
  source: EngineSource,
  log: IndexLog,
): Promise<{ readonly engine: Engine; readonly database: IndexDatabase }> {
  const engine = await createEngine(source);
  return {
    engine,
    database: createIndexDatabase({ engine, role: 'writer', prepare: (db) => migrate(db, engine), log }),
  };
}

function openTokens(tokenKey: string, onDatabase: OnDatabase, log: IndexLog): TokenStore {
  const onUnreadable = throttle(LOG_EVERY_MS, (shop: string) =>
    log.warn({ shop }, 'The stored tokens of this shop cannot be read: those of the settings are used'),
  );
  return createTokenTable({
    keys: createShopKeys(keyFrom(tokenKey), onUnreadable),
    use: (run) => onDatabase(({ db, engine }) => run(db, engine)),
    onUnreadable,
  });
}

function createKeys(encryptionKey: string, log: IndexLog): ShopKeys {
  const warn = throttle(LOG_EVERY_MS, (shop: string) =>
    log.warn(
      { shop },
      'Another index.encryptionKey encrypts the key of this shop in the order index: no documents and tokens are stored of it',
    ),
  );
  return createShopKeys(keyFrom(encryptionKey), warn);
}

/** How soon after the start, and how often then, it is looked for what is kept no longer. */
const FIRST_RETENTION_MS = 60_000;
const RETENTION_EVERY_MS = 3_600_000;

/** Between two little deletions, in which writers come in. */
const RETENTION_PAUSE_MS = 20;

/** Returns what ends it. */
function startRetention(retention: Retention, onDatabase: OnDatabase): () => void {
  const owner = randomUUID();
  let isEnded = false;
  const mayGoOn = async (): Promise<boolean> => {
    await pause(RETENTION_PAUSE_MS);
    return !isEnded;
  };
  // What fails is logged, and tried again the next time.
  const run = (): Promise<void> =>
    onDatabase((recorder) => deleteOutdated({ ...recorder, owner, mayGoOn }, retention)).catch(() => {});
  const first = setTimeout(run, FIRST_RETENTION_MS).unref();
  const others = setInterval(run, RETENTION_EVERY_MS).unref();
  return () => {
    isEnded = true;
    clearTimeout(first);
    clearInterval(others);
  };
}
