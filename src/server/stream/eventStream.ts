// The body of an event stream, as GraphQL over SSE has it in its distinct connections mode: a `next` for each answer and a
// `complete` at the end, comments in between. Nothing is made ahead of who reads it.
import { Readable } from 'node:stream';
import type { Answer } from '../graphql/pipeline.js';
import { writeAnswer } from '../graphql/writeAnswer.js';

export interface StreamedAnswer {
  /** From where a client that has it goes on. */
  readonly cursor?: string | undefined;
  readonly answer: Pick<Answer, 'errors' | 'data' | 'extensions'>;
}

export interface EventStream {
  readonly body: Readable;
  /** Writes some last events behind whatever waits to be read, and ends. */
  readonly end: (events?: string) => void;
}

/** Keeps proxies from taking a quiet stream for a dead one, and has both sides notice when it is. */
const HEARTBEAT = ':\n\n';

/** With an empty line of data, or browsers would not hand it on. */
export const COMPLETE = 'event: complete\ndata:\n\n';

export const comment = (text: string): string => `: ${text}\n\n`;

/** What ends an id in an event, or cannot stand in the header that brings it back. */
const NOT_IN_ID = /[^\x21-\x7e]/;

export async function nextEvent({ cursor, answer }: StreamedAnswer): Promise<string> {
  const id = cursor === undefined || NOT_IN_ID.test(cursor) ? '' : `id: ${cursor}\n`;
  // What is written ends its own line.
  return `${id}event: next\ndata: ${await writeAnswer(answer)}\n`;
}

/** Takes an answer from the iterator whenever the one before has been read. */
export function createEventStream(answers: AsyncIterator<StreamedAnswer>, heartbeatMs: number): EventStream {
  let isWanted = false;
  let isTaking = false;
  let isEnded = false;
  const body = new Readable({
    // One event waits at most, besides what the connection itself holds.
    highWaterMark: 1,
    read() {
      isWanted = true;
      if (!isTaking && !isEnded) void take();
    },
    destroy(error, done) {
      clearInterval(heartbeat);
      answers.return?.().catch(() => {});
      done(error);
    },
  });
  const heartbeat = setInterval(() => {
    if (isWanted) write(HEARTBEAT);
  }, heartbeatMs);

  function write(text: string): void {
    isWanted = false;
    body.push(text);
  }

  function end(events = ''): void {
    if (isEnded || body.destroyed) return;
    isEnded = true;
    clearInterval(heartbeat);
    body.push(events + COMPLETE);
    body.push(null);
  }

  async function take(): Promise<void> {
    isTaking = true;
    try {
      const { done, value } = await answers.next();
      const event = done ? undefined : await nextEvent(value);
      if (isEnded || body.destroyed) return;
      if (event === undefined) return end();
      isTaking = false;
      write(event);
    } catch (error) {
      body.destroy(error as Error);
    }
  }

  // Some browsers hand on the headers with the first bytes only.
  write(HEARTBEAT);
  return { body, end };
}
