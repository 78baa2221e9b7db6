// `npm run import FILE`: imports the orders that a CSV or NDJSON file names into a running server, and shows how far it is.
import { CliError, type ServerAddress, serverOf } from './callServer.js';
import { follow, type ImportProgress, sendFile } from './importClient.js';
import { createImportView } from './importView.js';

const USAGE = `npm run import FILE

FILE is CSV with the header shop,orderId or shop,orderId,outOrderId (.csv), or has a JSON object with these members on each
line (.ndjson, .jsonl).

ORDERGRAPH_URL      where the server answers; http://127.0.0.1:4000 when it is not set
ORDERGRAPH_API_KEY  a key with the scope orders:import, where the server wants one

The server goes on when this program is ended; running it again with the same file shows how far it is.`;

const [file, ...others] = process.argv.slice(2);
if (file === undefined || others.length > 0) {
  console.error(USAGE);
  process.exit(2);
}

try {
  const isComplete = await importFile(file, serverOf(process.env));
  process.exit(isComplete ? 0 : 1);
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** Whether every order of the file was fetched. */
async function importFile(path: string, server: ServerAddress): Promise<boolean> {
  const started = await sendFile(path, server);
  for (const { line, message } of started.refused) console.error(`Line ${line}: ${message}`);
  const view = createImportView(process.stdout);
  let last: ImportProgress = started;
  try {
    for await (last of follow(started, server)) view.show(last);
  } finally {
    view.end();
  }
  return last.failed === 0 && last.refused.length === 0;
}
