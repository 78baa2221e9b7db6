// Shows how far an import has come: as a bar on a terminal, as lines elsewhere.
import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from './importClient.js';
import type { Language } from './language.js';

export interface ImportView {
  readonly show: (progress: ImportProgress) => void;
  readonly end: () => void;
}

export const createImportView = (stream: NodeJS.WriteStream, language: Language = 'en'): ImportView =>
  stream.isTTY ? createBar(stream, language) : createLines((line) => stream.write(`${line}\n`), language);

const FORMATS: Readonly<Record<Language, string>> = {
  en: '{bar} {value} of {total} orders, {failed} failed {note}',
  zh: '{bar} {value} / {total} 单，失败 {failed} {note}',
};

function createBar(stream: NodeJS.WriteStream, language: Language): ImportView {
  const bar = new SingleBar({ format: FORMATS[language], stream, hideCursor: true }, Presets.shades_classic);
  let isShown = false;
  return {
    show(progress) {
      const { accepted, done, failed } = progress;
      const payload = { failed, note: noteOn(progress, language) };
      if (!isShown) bar.start(accepted, done + failed, payload);
      isShown = true;
      bar.update(done + failed, payload);
    },
    end: () => bar.stop(),
  };
}

/** A line whenever something has changed. */
export function createLines(write: (line: string) => void, language: Language = 'en'): ImportView {
  let last: string | undefined;
  return {
    show(progress) {
      const counts = `${countsOf(progress, language)} ${progress.state}`;
      if (counts === last) return;
      last = counts;
      write(`${countsOf(progress, language)} ${noteOn(progress, language)}`.trimEnd());
    },
    end: () => {},
  };
}

const countsOf = ({ accepted, done, failed }: ImportProgress, language: Language): string =>
  language === 'zh'
    ? `${done + failed} / ${accepted} 单，失败 ${failed}`
    : `${done + failed} of ${accepted} orders, ${failed} failed`;

function noteOn({ state, expectedAt }: ImportProgress, language: Language): string {
  if (state === 'DONE' || expectedAt === null) return '';
  const until = new Date(expectedAt).toLocaleString();
  const isPaused = state === 'PAUSED';
  if (language === 'zh') return isPaused ? `– 网关不可用或额度用尽；预计 ${until} 完成` : `– 预计 ${until} 完成`;
  return isPaused ? `– its gateways are down or have no quota left; done by ${until}` : `– done by ${until}`;
}
