// The writer in a thread of its own.
import type { TokenStore } from '../../credentials/types.js';
import { startThread, type Thread } from '../thread/thread.js';
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
    tokens: options.tokenKey === undefined ? undefined : tokensIn(thread),
    close: thread.close,
  };
};

/** The thread's store of tokens. */
const tokensIn = ({ call }: Thread): TokenStore => ({
  findNewer: (known) => call('tokens.findNewer', known),
  claim: (claim) => call('tokens.claim', claim),
  release: (claim) => call('tokens.release', claim),
  save: (change) => call('tokens.save', change),
  addSecret: (secret) => call('tokens.addSecret', secret),
  redeemSecret: (use) => call('tokens.redeemSecret', use),
});
