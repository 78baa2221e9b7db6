// Shared texts of worker processes that have neither Redis nor an index: their primary process holds them.
import { createMemoryTexts, type SharedTexts } from '../common/sharedTexts.js';
import { answerWorkers, createAskPrimary } from './primaryQuestions.js';

const READ = 'a text';
const REPLACE = 'a text instead of another';

interface Replacement {
  readonly name: string;
  readonly before?: string | undefined;
  readonly after: string;
}

/** In the primary process: holds them. */
export function serveTexts(): void {
  const texts = createMemoryTexts();
  answerWorkers(READ, texts.read);
  answerWorkers(REPLACE, ({ name, before, after }: Replacement) => texts.replace(name, before, after));
}

/** In a worker: those that the primary holds. */
export function createWorkerTexts(): SharedTexts {
  const ask = createAskPrimary<Replacement, boolean>(REPLACE);
  return {
    read: createAskPrimary<string, string | undefined>(READ),
    replace: (name, before, after) => ask({ name, before, after }),
  };
}
