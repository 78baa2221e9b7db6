// Load on one server: a fixed number of connections, each with one request under way, for a bounded time and count.
import { isDeepStrictEqual } from 'node:util';
import { type Connection, openConnection, requestBytes } from './connection.js';
import type { Program } from './programs.js';
import type { Question } from './questions.js';

const CONNECTIONS = 16;
const MOST_REQUESTS = 1_000_000;

/** Distinct orders asked in turn, so that no two requests under way are one. */
const DISTINCT = 512;

/** One answer in so many is compared whole. */
const SAMPLED = 127;

export interface Slice {
  readonly requests: number;
  readonly perSecond: number;
  /** Microseconds of the server's processor for a request. */
  readonly cpuMicroseconds: number;
}

export interface Load {
  /** Asks for so long, and at most so often. @throws Error on the first wrong answer. */
  readonly run: (ms: number, atMost?: number) => Promise<Slice>;
}

/** @param distinct whether every request is for other orders than those before it */
export function loadOn(program: Program, question: Question, distinct: number | boolean): Load {
  const variants = Array.from({ length: Number(distinct === true ? DISTINCT : distinct || 1) }, (_nothing, index) => ({
    bytes: requestBytes(program.url, question.request(index)),
    index,
  }));
  let next = 0;

  async function keepAsking(connection: Connection, end: number, atMost: number, count: { requests: number }) {
    while (count.requests < atMost && performance.now() < end) {
      count.requests += 1;
      const turn = next++;
      const variant = variants[turn % variants.length] as (typeof variants)[number];
      const body = await connection.ask(variant.bytes);
      if (turn % SAMPLED === 0) verify(question, variant.index, body);
    }
  }

  return {
    async run(ms, atMost = MOST_REQUESTS) {
      const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(program.url)));
      const count = { requests: 0 };
      const cpuBefore = program.cpuSeconds();
      const began = performance.now();
      await Promise.all(connections.map((connection) => keepAsking(connection, began + ms, atMost, count)));
      const seconds = (performance.now() - began) / 1000;
      const cpuSeconds = program.cpuSeconds() - cpuBefore;
      for (const connection of connections) connection.close();
      return {
        requests: count.requests,
        perSecond: count.requests / seconds,
        cpuMicroseconds: (cpuSeconds / count.requests) * 1e6,
      };
    },
  };
}

/** Asks once, and compares the whole answer. */
export async function askOnce(program: Program, question: Question, index = 0): Promise<void> {
  verify(question, index, await bodyOfOne(program, question, index));
}

/** What is answered, right or wrong. */
export async function answerOf(program: Program, question: Question): Promise<Answer> {
  return JSON.parse((await bodyOfOne(program, question, 0)).toString()) as Answer;
}

async function bodyOfOne({ url }: Program, question: Question, index: number): Promise<Buffer> {
  const connection = await openConnection(url);
  const body = await connection.ask(requestBytes(url, question.request(index)));
  connection.close();
  return body;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

function verify(question: Question, index: number, body: Buffer): void {
  const { data, errors } = JSON.parse(body.toString()) as Answer;
  const expected = question.expected(index);
  if (errors === undefined && isDeepStrictEqual(data, expected)) return;
  throw new Error(`${question.name} was answered ${body.toString().slice(0, 2000)}
where ${JSON.stringify(expected).slice(0, 2000)} is right`);
}
