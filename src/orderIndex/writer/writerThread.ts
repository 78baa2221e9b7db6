// The writer in a thread of its own.
import type { SharedTexts } from '../../common/sharedTexts.js';
import type { TokenStore } from '../../credentials/types.js';
import type { SyncStore } from '../sync/types.js';
import { remote, startThread } from '../thread/thread.js';
import type { StartWriter } from './writer.js';

const PROGRAM = new URL('./program.js', import.meta.url);

export const startWriterThread: StartWriter = (options, log) => {
  const [tried, onTried] = createEvent();
  const [ready, onReady] = createEvent();
  const thread = startThread({
    ...{ program: PROGRAM, name: 'order index writer', data: options, log },
    onEvent: (event) => (event === 'tried' ? onTried() : onReady()),
  });
  return {
    tried,
    ready,
    write: (tasks) => thread.call('write', tasks),
    tokens: options.tokenKey === undefined ? undefined : remote<TokenStore>(thread, 'tokens'),
    sync: remote<SyncStore>(thread, 'sync'),
    texts: remote<SharedTexts>(thread, 'texts'),
    close: thread.close,
  };
};

/** What resolves when it is called. */
function createEvent(): readonly [happened: Promise<void>, happen: () => void] {
  let happen = (): void => {};
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return [happened, happen];
}
