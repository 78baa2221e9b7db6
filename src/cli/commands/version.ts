// `ordergraph version`: which version this is.
import { VERSION } from '../../common/version.js';
import { type Command, EXIT } from '../command.js';
import { PROGRAM } from '../help.js';

export const version: Command = {
  name: 'version',
  summary: { en: 'Shows the version', zh: '显示版本' },
  operands: '',
  count: [0, 0],
  options: {},
  async run(_invocation, { output }) {
    const { version: node, platform, arch } = process;
    output.write(`${PROGRAM} ${VERSION} (Node ${node.slice(1)}, ${platform} ${arch})\n`);
    return EXIT.DONE;
  },
};
