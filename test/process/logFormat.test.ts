// Tests how lines of the log are written.
import { expect, test } from '@jest/globals';
import { LogSettings } from '../../src/config/operationSettings.js';
import { formatLog } from '../../src/process/logFormat.js';

const LINE = `${JSON.stringify({ level: 40, time: 0, pid: 1, hostname: 'vm', shop: 'mill', msg: 'not let in' })}\n`;

async function written(format: LogSettings['format'], isTerminal: boolean): Promise<string> {
  let formatted = (line: string): string => line;
  const destination = {
    format: (chosen: (line: string) => string) => {
      formatted = chosen;
    },
  };
  await formatLog(destination, { ...new LogSettings(), format }, isTerminal);
  return formatted(LINE);
}

test('lines are JSON where nobody sits at a terminal, or where the settings say so', async () => {
  expect(await written('auto', false)).toBe(LINE);
  expect(await written('json', true)).toBe(LINE);
});

test('lines are for people at a terminal, and elsewhere where the settings say so, without colours then', async () => {
  const plain = await written('pretty', false);
  expect(plain).toMatch(/^\[[\d:.]+\] WARN: not let in \{"shop":"mill"\}\n$/);
  expect(await written('auto', true)).toContain('\u001b[33mWARN\u001b[39m');
});
