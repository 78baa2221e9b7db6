// Tests the signature of TOP and the Qimen cloud against published vectors and a second implementation, and the timestamp.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildRequest } from '../../src/protocols/top.js';
import { type SignMethod, sign, timestamp } from '../../src/protocols/topSignature.js';
import { parametersOf } from '../support/topClient.js';

const SECRET = 'helloworld';
const METHODS = ['md5', 'hmac', 'hmac-sha256'] as const;

const PUBLIC = { app_key: '12345678', timestamp: '2016-01-01 12:00:00', format: 'json', v: '2.0' };
const TOP = {
  ...PUBLIC,
  method: 'taobao.item.seller.get',
  session: 'test',
  fields: 'num_iid,title,nick,price,num',
  num_iid: '11223344',
};
const QIMEN = {
  ...PUBLIC,
  method: 'qimen.aliexpress.trade.findorderbyid',
  target_app_key: '87654321',
  id: 'cn12343523',
  param1: '{"order_id":1160045760122535}',
};

describe('published vectors', () => {
  test.each([
    ['TOP', 'md5', TOP, '66987CB115214E59E6EC978214934FB8'],
    ['TOP', 'hmac', TOP, 'D56D7858309C31B6251083A874D48273'],
    ['TOP', 'hmac-sha256', TOP, '04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8'],
    ['Qimen', 'md5', QIMEN, 'F13AAC2F0F8511894CC4E38E5B53953A'],
    ['Qimen', 'hmac-sha256', QIMEN, '2DCBE1F09B25CADA944074B6FE2D818F5B297FA94E0BB3E0C2785A792AE56068'],
  ] as const)(
    'the signature of the %s request by %s is the published one',
    (_api, sign_method, parameters, signature) => {
      expect(sign({ ...parameters, sign_method }, SECRET, sign_method)).toBe(signature);
    },
  );
});

const hash = (algorithm: string, ...parts: readonly Buffer[]): Buffer =>
  createHash(algorithm).update(Buffer.concat(parts)).digest();

/** HMAC as RFC 2104 defines it, over blocks of 64 bytes. */
function hmac(algorithm: string, secret: Buffer, text: Buffer): Buffer {
  const key = Buffer.alloc(64);
  (secret.length > 64 ? hash(algorithm, secret) : secret).copy(key);
  const padded = (pad: number): Buffer => key.map((byte) => byte ^ pad) as Buffer;
  return hash(algorithm, padded(0x5c), hash(algorithm, padded(0x36), text));
}

/** The documentation again, over bytes. */
function signedAnew(parameters: readonly (readonly [string, string])[], secret: string, method: SignMethod): string {
  const key = Buffer.from(secret);
  const signed = parameters.filter(([name, value]) => name !== 'sign' && value !== '');
  const bytes = signed.map(([name, value]) => [Buffer.from(name), Buffer.from(value)] as const);
  const text = Buffer.concat(bytes.sort(([one], [other]) => Buffer.compare(one, other)).flat());
  const digests = {
    md5: () => hash('md5', key, text, key),
    hmac: () => hmac('md5', key, text),
    'hmac-sha256': () => hmac('sha256', key, text),
  };
  return digests[method]().toString('hex').toUpperCase();
}

describe('signature of any parameters', () => {
  const name = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9_.]{1,12}$/),
    fc.constantFrom(
      'fields',
      'Fields',
      'field',
      'fields_',
      'a',
      'aa',
      'A',
      '_',
      '0',
      '10',
      '2',
      'sign',
      'signature',
      '__proto__',
    ),
  );
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('', '交易', '大衣 & 帽=1+1', '😀', '\u{10FFFF}', 'é', 'e\u0301', ' ', '%20', '{"order_id":1}'),
  );
  const parameters = fc.uniqueArray(fc.tuple(name, value), { maxLength: 20, selector: ([one]) => one });
  const secret = fc.string({ unit: 'grapheme', maxLength: 100 });

  test.each(METHODS)('the %s signature is the same as that of a second implementation over bytes', (method) => {
    fc.assert(
      fc.property(parameters, secret, (pairs, key) => {
        expect(sign(Object.fromEntries(pairs), key, method)).toBe(signedAnew(pairs, key, method));
      }),
      { numRuns: 300 },
    );
  });

  test('the order of parameters, an old signature and empty values do not change the signature', () => {
    fc.assert(
      fc.property(parameters, fc.constantFrom(...METHODS), (pairs, method) => {
        const signature = sign(Object.fromEntries(pairs), SECRET, method);
        const others = Object.fromEntries([...pairs].reverse().filter(([one]) => one !== 'sign'));
        expect(sign({ ...others, sign: 'OLD', empty_one: '' }, SECRET, method)).toBe(signature);
        expect(signature).toMatch(method === 'hmac-sha256' ? /^[0-9A-F]{64}$/ : /^[0-9A-F]{32}$/);
      }),
    );
  });

  test('the signature of a call covers every decoded parameter of its URL and its body', () => {
    fc.assert(
      fc.property(value, value, fc.constantFrom(...METHODS), (session, words, method) => {
        const { url, body } = buildRequest(
          {
            url: 'https://gw.example.com/router/rest',
            method: 'x.y',
            appSecret: SECRET,
            signMethod: method,
            common: { app_key: '1', session },
            business: { words, tid: '9223372036854775807' },
          },
          new Date('2025-05-25T14:50:53.999Z'),
        );
        const sent = parametersOf({ url, body });
        expect(Object.fromEntries(sent).sign).toBe(signedAnew(sent, SECRET, method));
        expect(sent.filter(([, one]) => one === '')).toEqual([]);
        const [query, form] = [new URL(url).searchParams, new URLSearchParams(body)];
        expect([query.get('session') ?? '', form.get('words') ?? '']).toEqual([session, words]);
        expect([...query.keys()].filter((one) => form.has(one))).toEqual([]);
      }),
    );
  });
});

describe('timestamp', () => {
  const instants = [
    '2025-05-25T14:50:53.999Z',
    '2024-12-31T16:00:00.000Z',
    '2025-03-09T10:30:00Z',
    '2025-11-02T09:00:00Z',
  ];
  const written = ['2025-05-25 22:50:53', '2025-01-01 00:00:00', '2025-03-09 18:30:00', '2025-11-02 17:00:00'];

  test('the timestamp is Beijing time on this machine', () => {
    expect(instants.map((instant) => timestamp(new Date(instant)))).toEqual(written);
  });

  const built = new URL('../../dist/protocols/topSignature.js', import.meta.url);
  const program = `
    import { timestamp } from ${JSON.stringify(built.href)};
    const instants = ${JSON.stringify(instants)}.map((instant) => new Date(instant));
    console.log(JSON.stringify({ hour: instants[0].getHours(), written: instants.map(timestamp) }));`;

  test.each([
    ['UTC', 14],
    ['America/Los_Angeles', 7],
    ['Asia/Kolkata', 20],
  ])('the timestamp is Beijing time on a machine in %s', (TZ, hour) => {
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { TZ },
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toEqual({ hour, written });
  });
});
