// Shows how far an import has come: as a bar on a terminal, as lines elsewhere.
import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from './importClient.js';

export interface ImportView {
  readonly show: (progress: ImportProgress) => void;
  readonly end: () => void;
}

export const createImportView = (stream: NodeJS.WriteStream): ImportView =>
  stream.isTTY ? createBar(stream) : createLines((line) => stream.write(`${line}\n`));

function createBar(stream: NodeJS.WriteStream): ImportView {
  const format = '{bar} {value} of {total} orders, {failed} failed {note}';
  const bar = new SingleBar({ format, stream, hideCursor: true }, Presets.shades_classic);
  let isShown = false;
  return {
    show(progress) {
      const { accepted, done, failed } = progress;
      const payload = { failed, note: noteOn(progress) };
      if (!isShown) bar.start(accepted, done + failed, payload);
      isShown = true;
      bar.update(done + failed, payload);
    },
    end: () => bar.stop(),
  };
}

/** A line whenever something has changed. */
export function createLines(write: (line: string) => void): ImportView {
  let last: string | undefined;
  return {
    show(progress) {
      const { accepted, done, failed, state } = progress;
      const counts = `${done + failed} of ${accepted} orders, ${failed} failed ${state}`;
      if (counts === last) return;
      last = counts;
      write(`${done + failed} of ${accepted} orders, ${failed} failed ${noteOn(progress)}`.trimEnd());
    },
    end: () => {},
  };
}

function noteOn({ state, expectedAt }: ImportProgress): string {
  if (state === 'DONE' || expectedAt === null) return '';
  const until = new Date(expectedAt).toLocaleString();
  return state === 'PAUSED' ? `– its gateways are down or have no quota left; done by ${until}` : `– done by ${until}`;
}
