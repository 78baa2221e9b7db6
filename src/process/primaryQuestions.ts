// What workers ask their primary process by messages, each question under the name of what it is about.
import cluster, { type Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';

interface Question {
  readonly question: string;
  readonly id: number;
  readonly asked: unknown;
}

interface Answer {
  readonly answer: string;
  readonly id: number;
  /** Not there where it is undefined: messages are JSON. */
  readonly given?: unknown;
}

const isQuestion = (message: unknown, name: string): message is Question =>
  (message as Partial<Question> | null)?.question === name;
const isAnswer = (message: unknown, name: string): message is Answer =>
  (message as Partial<Answer> | null)?.answer === name;

/** How long a worker waits for its answer. */
const ANSWER_MS = 5_000;

/** In the primary process: answers what workers ask under that name. */
export function answerWorkers<Asked, Given>(name: string, give: (asked: Asked) => Promise<Given>): void {
  cluster.on('message', async (worker: Worker, message: unknown) => {
    if (!isQuestion(message, name)) return;
    const given = await give(message.asked as Asked);
    if (worker.isConnected()) worker.send({ answer: name, id: message.id, given } satisfies Answer);
  });
}

/** In a worker: asks the primary process. What it returns throws an Error where that does not answer in time. */
export function createAskPrimary<Asked, Given>(name: string): (asked: Asked) => Promise<Given> {
  const waiting = new Map<number, (given: Given) => void>();
  let lastId = 0;
  process.on('message', (message: unknown) => {
    if (isAnswer(message, name)) waiting.get(message.id)?.(message.given as Given);
  });
  return (asked) => {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<Given>((resolve) => waiting.set(id, resolve));
    process.send?.({ question: name, id, asked } satisfies Question);
    const late = pause(ANSWER_MS, undefined, { ref: false }).then(() => {
      throw new Error('The primary process does not answer.');
    });
    return Promise.race([answered, late]).finally(() => waiting.delete(id));
  };
}
