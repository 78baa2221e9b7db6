// `ordergraph version`: which version this is.
import { readFileSync } from 'node:fs';
import { type Command, EXIT } from '../command.js';
import { PROGRAM } from '../help.js';

const PACKAGE = new URL('../../../package.json', import.meta.url);

const versionOf = (packageFile: string): string => (JSON.parse(packageFile) as { readonly version: string }).version;

export const version: Command = {
  name: 'version',
  summary: { en: 'Shows the version', zh: '显示版本' },
  operands: '',
  count: [0, 0],
  options: {},
  async run(_invocation, { output }) {
    const { version: node, platform, arch } = process;
    output.write(
      `${PROGRAM} ${versionOf(readFileSync(PACKAGE, 'utf8'))} (Node ${node.slice(1)}, ${platform} ${arch})\n`,
    );
    return EXIT.DONE;
  },
};
