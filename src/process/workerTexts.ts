// Shared texts of worker processes that have neither Redis nor an index: their primary process holds them.
import cluster, { type Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { createMemoryTexts, type SharedTexts } from '../common/sharedTexts.js';

/** To the primary: what is it now? Or, where there is something to write: write that. */
interface TextQuestion {
  readonly text: number;
  readonly name: string;
  readonly before?: string | undefined;
  readonly after?: string;
}

interface TextAnswer {
  readonly text: number;
  readonly value?: string | undefined;
  readonly isReplaced?: boolean;
}

const isMessage = <Message extends TextQuestion | TextAnswer>(message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'text' in message && typeof message.text === 'number';

/** How long a worker waits for the primary. */
const ANSWER_MS = 5_000;

/** In the primary process: holds them. */
export function serveTexts(): void {
  const texts = createMemoryTexts();
  cluster.on('message', async (worker: Worker, message: unknown) => {
    if (!isMessage<TextQuestion>(message)) return;
    const { text, name, before, after } = message;
    const answer: TextAnswer =
      after === undefined
        ? { text, value: await texts.read(name) }
        : { text, isReplaced: await texts.replace(name, before, after) };
    if (worker.isConnected()) worker.send(answer);
  });
}

/** In a worker: those that the primary holds. */
export function createWorkerTexts(): SharedTexts {
  const waiting = new Map<number, (answer: TextAnswer) => void>();
  let last = 0;
  process.on('message', (message: unknown) => {
    if (isMessage<TextAnswer>(message)) waiting.get(message.text)?.(message);
  });

  async function ask(question: Omit<TextQuestion, 'text'>): Promise<TextAnswer> {
    last += 1;
    const text = last;
    const answered = new Promise<TextAnswer>((resolve) => waiting.set(text, resolve));
    process.send?.({ text, ...question } satisfies TextQuestion);
    const late = pause(ANSWER_MS, undefined, { ref: false });
    const answer = await Promise.race([answered, late]).finally(() => waiting.delete(text));
    if (answer === undefined) throw new Error('The primary process does not answer.');
    return answer;
  }

  return {
    read: async (name) => (await ask({ name })).value,
    replace: async (name, before, after) => (await ask({ name, before, after })).isReplaced === true,
  };
}
