// The writer in a thread of its own.
import type { TokenStore } from '../../credentials/types.js';
import { remote, startThread } from '../thread/thread.js';
import type { StartWriter } from './writer.js';

const PROGRAM = new URL('./program.js', import.meta.url);

export const startWriterThread: StartWriter = (options, log) => {
  let onReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
  });
  const thread = startThread({
    ...{ program: PROGRAM, name: 'order index writer', data: options, log },
    onEvent: () => onReady(),
  });
  return {
    ready,
    write: (tasks) => thread.call('write', tasks),
    tokens: options.tokenKey === undefined ? undefined : remote<TokenStore>(thread, 'tokens'),
    close: thread.close,
  };
};
