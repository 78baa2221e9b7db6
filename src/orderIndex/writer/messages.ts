// What the answering thread and the writer's say to each other.

import type { Task } from './steps.js';
import type { WriterOptions } from './writer.js';

/** What the thread is started with. */
export interface ThreadData {
  readonly options: WriterOptions;
}

/** To the writer's thread: write these; or, there are no more. */
export type Order =
  | { readonly kind: 'write'; readonly id: number; readonly tasks: readonly Task[] }
  | { readonly kind: 'close' };

/** From the writer's thread. */
export type Notice =
  | { readonly kind: 'ready' }
  | { readonly kind: 'written'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number }
  | { readonly kind: 'log'; readonly level: 'info' | 'warn'; readonly details?: object; readonly message: string };
