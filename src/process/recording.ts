// Whether this process records what gateways send, as `ordergraph record` says to it and to its workers.
import { randomBytes } from 'node:crypto';
import type { Settings } from '../config/index.js';
import type { OrderIndex } from '../orderIndex/types.js';
import { createLiveRecorder } from '../recording/liveRecorder.js';
import { createStandIns } from '../recording/standIns.js';
import type { UpstreamLog } from '../upstream/state/outageLog.js';

/** Environment variables by which the command passes it on: where to, and by what stand-ins are drawn. */
const FOLDER = 'ORDERGRAPH_RECORD_FOLDER';
const KEY = 'ORDERGRAPH_RECORD_KEY';

/** All workers draw the same stand-ins. */
export const recordingVariables = (folder: string): Readonly<Record<string, string>> => ({
  [FOLDER]: folder,
  [KEY]: randomBytes(32).toString('base64'),
});

/** The index itself, unless what it is given is to be kept as fixtures too. */
export function recordedIndex(index: OrderIndex, settings: Settings, log: UpstreamLog): OrderIndex {
  const { [FOLDER]: folder, [KEY]: key } = process.env;
  if (folder === undefined || key === undefined) return index;
  const recorder = createLiveRecorder({
    folder,
    settings,
    standIns: createStandIns(Buffer.from(key, 'base64')),
    onError: (error) => log.warn({ err: error }, 'An exchange could not be recorded'),
  });
  return {
    ...index,
    record(origin, text) {
      index.record(origin, text);
      recorder.record(origin, text);
    },
    async close() {
      await recorder.whenIdle();
      await index.close();
    },
  };
}
