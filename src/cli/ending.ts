// How a program of the command line ends: with its status, once all that it wrote has gone out.
import type { ExitCode } from './command.js';

/** Ends the process with a status; undefined: it goes on until it is ended. */
export async function endWith(status: Promise<ExitCode | number | undefined>): Promise<void> {
  // Whoever reads the output may have read enough: `ordergraph query … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  const code = await status;
  if (code === undefined) return;
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
