// The sandbox of the demo: its orders live while one looks on, and 1688 posts what happens to them to the server.
import { startLivePosts } from './1688/livePosts.js';
import { createLiveLedger } from './ledger/live.js';
import { type Sandbox, startSandbox } from './server.js';

export interface LiveSandbox extends Pick<Sandbox, 'url' | 'close'> {
  /** Posts to the server at an address from now on. */
  readonly postTo: (serverUrl: string) => void;
}

export async function startLiveSandbox(): Promise<LiveSandbox> {
  const { ledger, close: closeLedger } = createLiveLedger();
  const { url, messages, close } = await startSandbox({ ledger });
  const queue = messages.get('ALIBABA_1688');
  const ends = [closeLedger];
  return {
    url,
    postTo(serverUrl) {
      if (queue) ends.push(startLivePosts(queue, serverUrl));
    },
    async close() {
      for (const end of ends) end();
      await close();
    },
  };
}
