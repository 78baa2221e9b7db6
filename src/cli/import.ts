// `npm run import FILE`: the command `import`.
import { importOrders } from './commands/import.js';
import { endWith } from './ending.js';
import { runCommand, surroundings } from './run.js';

await endWith(runCommand(importOrders, process.argv.slice(2), 'npm run import', surroundings()));
