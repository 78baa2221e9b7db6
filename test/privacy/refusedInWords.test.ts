// Tests whom the words of a gateway that refused are told, and how many of them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { replyWith, shopOf } from '../support/gateway.js';
import { GATEWAYS } from '../support/gateways.js';
import { type Answer, type Graphql, startGraphql } from '../support/graphql.js';
import { lineStream } from '../support/lineStream.js';
import { type StubGateway, startStubGateway } from '../support/stubGateway.js';
import { bearer, post } from '../support/twoShops.js';

const apiKeys = [
  { key: 'office-key-0123456789', name: 'office', shops: ['*'], scopes: ['orders:read', 'pii:read'] },
  { key: 'screen-key-0123456789', name: 'screen', shops: ['*'], scopes: ['orders:read'] },
];
const OFFICE = bearer('office-key-0123456789');
const SCREEN = bearer('screen-key-0123456789');

let lines: string[] = [];
const stream = lineStream((line) => {
  lines.push(line);
});

let stubGateway: StubGateway;
let graphql: Graphql;

beforeAll(async () => {
  stubGateway = await startStubGateway();
  graphql = await startGraphql({
    settings: { shops: GATEWAYS.map((gateway) => shopOf(gateway, stubGateway.url)), auth: { apiKeys } },
    logger: { level: 'info', stream },
  });
});
afterAll(async () => {
  await graphql.close();
  await stubGateway.close();
});
beforeEach(() => {
  lines = [];
});

const ask = (credentials: string, type: string, selection = 'status'): Promise<Answer> =>
  graphql.send(post(credentials, `{ order(shop: "${type}", orderId: "7") { ${selection} } }`));

const person = '{"receiver":{"name":"王芳","mobile":"13900001234"}}';

describe.each(GATEWAYS)('$type', (gateway) => {
  const { type, refuse } = gateway;

  test('a refusal that holds a whole order is told in 300 characters, and nothing personal is logged', async () => {
    const words = `no: 13900001234 ${person.repeat(2_000)}`;
    stubGateway.respondWith(() => ({ body: JSON.stringify(refuse(100, words)) }));
    const [office] = (await ask(OFFICE, type)).errors;
    expect(office?.extensions.upstreamMessage).toMatch(/^no: 13900001234 \{"receiver.*…$/);
    expect(office?.extensions.upstreamMessage).toHaveLength(300);
    const [screen] = (await ask(SCREEN, type)).errors;
    expect(screen).toMatchObject({ message: 'The gateway refused: no: *** ***' });
    expect(screen?.extensions.upstreamMessage).toBe('no: *** ***');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toMatch(/13900001234|王芳/);
    expect(lines.join('').length).toBeLessThan(10_000);
  });
});

describe.each(GATEWAYS.filter(({ says }) => says.code === '0'))('$type', (gateway) => {
  test('the words beside an order are cut, and blotted for callers without pii:read', async () => {
    const {
      message: _message,
      msg,
      ...reply
    } = JSON.parse(replyWith(gateway, gateway.document.small('7', '7'))) as Record<string, unknown>;
    const words = `ok for 13900001234 ${'x'.repeat(1_000)}`;
    const body = JSON.stringify({ ...reply, [msg === undefined ? 'message' : 'msg']: words });
    stubGateway.respondWith(() => ({ body }));
    const told = async (credentials: string): Promise<unknown> =>
      (await ask(credentials, gateway.type, 'upstream { message }')).data;
    const cut = `${words.slice(0, 299)}…`;
    expect(await told(OFFICE)).toEqual({ order: { upstream: { message: cut } } });
    expect(await told(SCREEN)).toEqual({ order: { upstream: { message: cut.replace('13900001234', '***') } } });
  });
});
