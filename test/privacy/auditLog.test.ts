// Tests that the audit log is written however little else is logged.
import { expect, test } from '@jest/globals';
import type { Part } from '../support/json.js';
import { lineStream } from '../support/lineStream.js';
import { bearer, ORDER, startTwoShops } from '../support/twoShops.js';

const apiKeys = [{ key: 'office-key-1234567', name: 'office', shops: ['*'], scopes: ['orders:read', 'pii:read'] }];
const result = { base_info: { id_of_str: ORDER }, native_logistics: { contact_person: '张三' } };

test.each(['trace', 'info', 'warn', 'error', 'fatal', 'silent'])(
  'at the log level %s each reading of personal data is one line of the audit log, without its values',
  async (level) => {
    const lines: Part[] = [];
    const stream = lineStream((line) => {
      lines.push(JSON.parse(line));
    });
    const server = await startTwoShops({ settings: { auth: { apiKeys } }, logger: { level, stream } });
    server.gateway.respondWith(() => ({ body: JSON.stringify({ code: 0, data: { success: 'true', result } }) }));
    const query = `{ order(shop: "mill", orderId: "${ORDER}") { receiver { name } } }`;
    const { data } = await server.queryAs(bearer('office-key-1234567'), query);
    await server.close();
    expect(data).toEqual({ order: { receiver: { name: '张三' } } });
    expect(lines.filter(({ audit }) => audit !== undefined)).toMatchObject([
      {
        level: 30,
        caller: 'office',
        shop: 'mill',
        orderId: ORDER,
        fields: ['receiver.name'],
        time: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('张三');
  },
);
