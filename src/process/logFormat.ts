// How lines of the log are written: as JSON for programs, or for people who read them on a terminal.
import type { LogSettings } from '../config/operationSettings.js';
import type { LogDestination } from './logDestination.js';

/** What is the same in every line. */
const LEFT_OUT = 'pid,hostname';

/** Loads what writes for people only where it is wanted. */
export async function formatLog(
  destination: Pick<LogDestination, 'format'>,
  { format }: LogSettings,
  isTerminal: boolean | undefined,
): Promise<void> {
  if (format === 'json' || (format === 'auto' && !isTerminal)) return;
  const { prettyFactory } = await import('pino-pretty');
  destination.format(
    prettyFactory({
      colorize: isTerminal === true,
      ignore: LEFT_OUT,
      singleLine: true,
      translateTime: 'SYS:HH:MM:ss.l',
    }),
  );
}
