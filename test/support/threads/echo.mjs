// The program of a thread that answers with what it is given, fails as it is told, and ends when it is asked to.
import { Fault } from '../../../dist/common/fault.js';
import { serveCalls, served } from '../../../dist/orderIndex/thread/program.js';

serveCalls(({ log, emit }) => ({
  methods: {
    echo: async (...given) => given,
    async refuse() {
      const cause = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
      throw new Fault('INDEX_UNAVAILABLE', 'Not now.', { shop: 'mill', retryAfterMs: 5 }, { origin: 'local', cause });
    },
    async storeWrongly() {
      throw Object.assign(new Error('invalid input syntax: "Li Wei"'), { code: '22P02' });
    },
    async tell() {
      log.warn({ reason: 'told' }, 'A warning');
      emit('told');
    },
    end: async () => process.exit(3),
    ...served('store', { add: async (one, other) => one + other }),
  },
  close: async () => {},
}));
