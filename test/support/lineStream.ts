// A destination of logs that hands on each line.
import { Writable } from 'node:stream';

export const lineStream = (take: (line: string) => void): Writable =>
  new Writable({
    write(line, _encoding, done) {
      take(String(line));
      done();
    },
  });
