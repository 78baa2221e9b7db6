// The program of a writer's thread whose first life ends when a batch is committed, before anybody is told so.
import { workerData } from 'node:worker_threads';
import { serveCalls } from '../../../dist/orderIndex/thread/program.js';
import { startWriter } from '../../../dist/orderIndex/writer/writer.js';

const { options, lives } = workerData;
const life = Atomics.add(lives, 0, 1) + 1;

serveCalls(({ log }) => {
  const writer = startWriter(options, log, Date.now);
  return {
    methods: {
      async write(tasks) {
        await writer.write(tasks);
        if (life === 1) process.exit(1);
      },
    },
    close: writer.close,
  };
});
