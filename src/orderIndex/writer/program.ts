// The program of the writer's thread.
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { serveCalls, served } from '../thread/program.js';
import type { WriterOptions } from './writer.js';

/** Whoever waits for an answer goes before whoever writes down what was answered. */
const NICENESS = 10;

// Elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(NICENESS);

// Only then, as to load it takes longer than anything that follows.
const { startWriter } = await import('./writer.js');

serveCalls(({ log, emit }) => {
  const {
    tried,
    ready,
    write,
    tokens = {},
    sync,
    texts,
    close,
  } = startWriter(workerData as WriterOptions, log, Date.now);
  void tried.then(() => emit('tried'));
  void ready.then(() => emit('ready'));
  const methods = { write, ...served('tokens', tokens), ...served('sync', sync), ...served('texts', texts) };
  return { methods, close };
});
