// Tests texts that workers share by their primary process: its messages, with both ends in this process.
import cluster from 'node:cluster';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createWorkerTexts, serveTexts } from '../../src/process/workerTexts.js';

const { send } = process;

beforeEach(() => {
  serveTexts();
  const worker = {
    isConnected: () => true,
    // As messages between processes are: what is undefined is not there.
    send: (message: unknown) => process.emit('message', JSON.parse(JSON.stringify(message)), undefined),
  };
  process.send = (message: unknown) => cluster.emit('message', worker, JSON.parse(JSON.stringify(message)));
});
afterEach(() => {
  if (send) process.send = send;
  else Reflect.deleteProperty(process, 'send');
  cluster.removeAllListeners('message');
});

test('of workers that had read the same of a text one writes it', async () => {
  const [one, two] = [createWorkerTexts(), createWorkerTexts()];
  expect(await one.read('alerts')).toBeUndefined();
  expect([await one.replace('alerts', undefined, 'a'), await two.replace('alerts', undefined, 'b')]).toEqual([
    true,
    false,
  ]);
  expect(await two.read('alerts')).toBe('a');
  expect([await two.replace('alerts', 'a', 'c'), await one.replace('alerts', 'a', 'd')]).toEqual([true, false]);
  expect([await one.read('alerts'), await one.read('others')]).toEqual(['c', undefined]);
});
