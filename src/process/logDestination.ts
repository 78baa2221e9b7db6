// The log's destination: standard output, which nobody waits for. What cannot be written is counted, and told later.
import { type DestinationStream, pino } from 'pino';

/** What may wait for a reader that is slow. Beyond it, lines are lost: the server is worth more than its log. */
const MAX_WAITING_BYTES = 1024 * 1024;

const FLUSH_MS = 1_000;

/** What is needed of a stream such as standard output. */
interface Output {
  readonly writableLength: number;
  readonly on: (event: 'error', listener: () => void) => unknown;
  readonly write: (text: string, done: (error?: Error | null) => void) => unknown;
}

export interface LogDestination extends DestinationStream {
  /** Has lines written for people from now on, in place of JSON. */
  readonly format: (format: (line: string) => string) => void;
  /** Resolves when everything has been written, or after a second. */
  readonly flush: () => Promise<void>;
}

/** Never blocks and never throws, whatever becomes of the stream: a full pipe, a closed one, a full disk. */
export function createLogDestination(output: Output): LogDestination {
  let lost = 0;
  let formatted = (line: string): string => line;
  // Each line that it happens to is counted; without a listener the first would end the process.
  output.on('error', () => {});
  function write(line: string): void {
    if (output.writableLength > MAX_WAITING_BYTES) lost += 1;
    else
      output.write(formatted(line), (error) => {
        if (error) lost += 1;
        else if (lost > 0 && output.writableLength <= MAX_WAITING_BYTES / 2) tellLost();
      });
  }
  const log = pino(
    {},
    {
      write(line) {
        const told = lost;
        lost = 0;
        output.write(formatted(line), (error) => {
          if (error) lost += told;
        });
      },
    },
  );
  const tellLost = (): void => log.warn({ lines: lost }, 'The log could not be written for a while; lines are missing');
  return {
    write,
    format(format) {
      formatted = format;
    },
    flush: () =>
      new Promise((resolve) => {
        setTimeout(resolve, FLUSH_MS).unref();
        output.write('', () => resolve());
      }),
  };
}
