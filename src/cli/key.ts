// `npm run key`: the command `key`.
import { key } from './commands/key.js';
import { endWith } from './ending.js';
import { runCommand, surroundings } from './run.js';

await endWith(runCommand(key, process.argv.slice(2), 'npm run key', surroundings()));
