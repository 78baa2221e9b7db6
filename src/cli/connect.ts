// `npm run connect SHOP`: the command `connect`.
import { connect } from './commands/connect.js';
import { endWith } from './ending.js';
import { runCommand, surroundings } from './run.js';

await endWith(runCommand(connect, process.argv.slice(2), 'npm run connect', surroundings()));
