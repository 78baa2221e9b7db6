// Tests that a refusal is named in whatever envelope it comes, by its code first and else by its words.
import { describe, expect, test } from '@jest/globals';
import { Fault } from '../../src/common/fault.js';
import { parseReply as parseFw199 } from '../../src/protocols/fw199.js';
import type { HttpReply, OrderReply, ReceivedReply } from '../../src/protocols/http.js';
import { parseQimenReply, parseReply as parseTop } from '../../src/protocols/top.js';
import { parseReply as parseVvTool } from '../../src/protocols/vvTool.js';

type Parse = (reply: ReceivedReply) => OrderReply;

const NOW = new Date('2026-11-26T04:00:00Z');
const parseTaobao: Parse = (reply) => parseTop(reply, 'trade');
const PROTOCOLS: readonly (readonly [name: string, parse: Parse])[] = [
  ['vv-tool', parseVvTool],
  ['fw199', parseFw199],
  ['TOP', parseTaobao],
  ['Qimen', parseQimenReply],
];

/** What a fault says of a reply, without what is undefined. */
function faultOf(parse: Parse, body: unknown, also: Partial<HttpReply> = {}): object {
  try {
    parse({ status: 200, retryAfter: undefined, receivedAt: NOW, text: JSON.stringify(body), ...also });
  } catch (error) {
    if (error instanceof Fault) return JSON.parse(JSON.stringify(error.extensions)) as object;
    throw error;
  }
  throw new Error('The reply was taken for an order.');
}

describe('1688’s own refusals', () => {
  const USER = 'Request need user authorized';
  test.each<readonly [what: string, body: unknown, code: string, upstreamCode: string, retryable: boolean]>([
    ['as they are', { error_code: '401', error_message: USER, exception: USER }, 'SHOP_NOT_AUTHORIZED', '401', false],
    [
      'inside data beside code 0',
      { code: 0, message: 'ok', data: { errorCode: '401', errorMessage: USER } },
      'SHOP_NOT_AUTHORIZED',
      '401',
      false,
    ],
    ['as words alone', { code: 100, msg: USER, data: {} }, 'SHOP_NOT_AUTHORIZED', '401', false],
    [
      'as a code among the words',
      { code: 1, message: '1688: gw.APIACLDecline', data: null },
      'API_NOT_ENTITLED',
      'gw.APIACLDecline',
      false,
    ],
    [
      'as a limit',
      { code: 200, msg: 'App call exceeds limited frequency' },
      'UPSTREAM_THROTTLED',
      'gw.QosAppFrequencyLimit',
      true,
    ],
    [
      'without their prefix',
      { success: false, code: 'QosApiFrequencyLimit' },
      'UPSTREAM_THROTTLED',
      'QosApiFrequencyLimit',
      true,
    ],
    [
      'of another account’s order',
      { code: 1, message: '你没有权限获取该订单详情(买家端)' },
      'SHOP_NOT_AUTHORIZED',
      'order.nopermission.buyer',
      false,
    ],
    [
      'of the seller’s side',
      { error_code: 'order.nopermission.seller', error_message: 'x' },
      'SHOP_NOT_AUTHORIZED',
      'order.nopermission.seller',
      false,
    ],
    [
      'that nobody lists',
      { error_code: 'gw.SomethingNew', error_message: 'x' },
      'UPSTREAM_UNAVAILABLE',
      'gw.SomethingNew',
      true,
    ],
  ])('1688’s own refusal %s is named with its own code', (_what, body, code, upstreamCode, retryable) => {
    for (const parse of [parseVvTool, parseFw199]) {
      expect(faultOf(parse, body)).toMatchObject({ code, upstreamCode, retryable });
    }
  });

  test('a refusal with HTTP 400 is named by its body', () => {
    const body = { error_code: 'gw.APIACLDecline', error_message: 'AppKey is not allowed(acl)' };
    expect(faultOf(parseVvTool, body, { status: 400 })).toMatchObject({ code: 'API_NOT_ENTITLED', retryable: false });
  });

  test('an empty error code and the words of success make no refusal', () => {
    const body = { code: 0, message: 'ok', data: { errorCode: '', success: true, result: { a: 1 } } };
    const reply = { status: 200, retryAfter: undefined, receivedAt: NOW, text: JSON.stringify(body) };
    expect(parseFw199(reply).document).toEqual({ a: 1 });
    expect(faultOf(parseFw199, { ...body, data: { errorCode: '' } })).toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });
});

describe.each(PROTOCOLS)('%s', (_name, parse) => {
  test.each<readonly [words: string, code: string]>([
    ['Session Call Limited', 'UPSTREAM_THROTTLED'],
    ['接口调用频率超限', 'UPSTREAM_THROTTLED'],
    ['API 调用次数不足', 'QUOTA_EXHAUSTED'],
    ['The specified access token is invalid or expired', 'SHOP_NOT_AUTHORIZED'],
    ['店铺授权已过期,请重新授权', 'SHOP_NOT_AUTHORIZED'],
    ['无权查看该订单', 'SHOP_NOT_AUTHORIZED'],
    ['应用没有调用订单接口的权限', 'API_NOT_ENTITLED'],
    ['您的 IP 不在白名单中', 'API_NOT_ENTITLED'],
    ['订单不存在或没有权限', 'ORDER_NOT_FOUND'],
    ['order does not exist', 'ORDER_NOT_FOUND'],
    ['服务异常,请稍后再试', 'UPSTREAM_UNAVAILABLE'],
    ['视频商品不支持', 'UPSTREAM_BAD_REQUEST'],
  ])('the words “%s” mean %s in every place that holds words', (words, code) => {
    const bodies = [
      { message: words },
      { code: 999, msg: words },
      { error_code: 'BIZ', error_desc: words },
      { success: 'false', sub_msg: words },
      { data: { errorCode: 'BIZ', errorMessage: words } },
      { anything_response: { error_response: { code: 'BIZ', msg: words } } },
      { error: { code: 'BIZ', message: words } },
      { data: { result: { success: false, errorMessage: words } } },
    ];
    for (const body of bodies) expect(faultOf(parse, body)).toMatchObject({ code, upstreamMessage: words });
  });

  test('words that nobody knows are named by the status of HTTP, with the code of the body', () => {
    expect(faultOf(parse, { code: 77, message: '???' }, { status: 503 })).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      upstreamCode: '77',
      upstreamMessage: '???',
    });
  });

  test.each([[{}], [{ a: 1 }], [{ code: 0, message: 'success' }], [{ code: '0', msg: '操作成功', data: {} }]])(
    'the reply %j holds no word of a refusal and is malformed',
    (body) => {
      expect(faultOf(parse, body)).toMatchObject({ code: 'UPSTREAM_MALFORMED', retryable: true });
    },
  );

  test.each<readonly [header: string, retryAfterMs: number | undefined]>([
    ['2', 2_000],
    ['Thu, 26 Nov 2026 04:00:03 GMT', 3_000],
    ['Thursday, 26-Nov-26 04:00:03 GMT', 3_000],
    ['Thu Nov 26 04:00:03 2026', 3_000],
    ['Thu, 26 Nov 2026 03:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
  ])('Retry-After %s is a delay of %s ms', (retryAfter, retryAfterMs) => {
    const { retryAfterMs: told } = faultOf(parse, {}, { status: 503, retryAfter }) as { retryAfterMs?: number };
    expect(told).toBe(retryAfterMs);
  });
});

describe('TOP’s tables', () => {
  test.each<readonly [failure: object, code: string, retryable: boolean]>([
    [{ code: 53, msg: 'x', sub_code: 'isv.w2-security-authorize-invalid' }, 'SHOP_NOT_AUTHORIZED', false],
    [{ code: 11, msg: 'x', sub_code: 'isv.permission-ip-whitelist-limit' }, 'API_NOT_ENTITLED', false],
    [{ code: 5, msg: 'Session Call Limited' }, 'UPSTREAM_THROTTLED', true],
    [{ code: 7, msg: 'x', sub_code: 'isv.something-new' }, 'UPSTREAM_THROTTLED', true],
    [{ code: 15, msg: 'Remote service error', sub_code: 'isp.null-pointer-exception' }, 'UPSTREAM_UNAVAILABLE', false],
    [{ code: 15, msg: 'Remote service error', sub_code: 'isp.top-parse-error' }, 'UPSTREAM_UNAVAILABLE', false],
    [{ code: 15, msg: 'Remote service error', sub_code: 'isp.top-mapping-parse-error' }, 'UPSTREAM_UNAVAILABLE', false],
    [{ code: 15, msg: 'Remote service error', sub_code: 'isp.unknown-error' }, 'UPSTREAM_UNAVAILABLE', true],
    [{ code: 15, msg: 'Remote service error', sub_code: 'isv.biz', sub_msg: '订单不存在' }, 'ORDER_NOT_FOUND', false],
    [{ type: 'ISV', code: 'InsufficientPermission', msg: 'x' }, 'API_NOT_ENTITLED', false],
    [{ type: 'AppWhiteIpLimit', code: '15', msg: 'AppWhiteIpLimit' }, 'API_NOT_ENTITLED', false],
    [{ type: 'ISP', code: 'SystemError', msg: 'Internal system error' }, 'UPSTREAM_UNAVAILABLE', true],
    [{ type: 'ISP', code: 'ServiceTimeout', msg: 'x' }, 'UPSTREAM_TIMEOUT', true],
    [{ type: 'ISP', code: 'E9', msg: 'x' }, 'UPSTREAM_UNAVAILABLE', true],
    [{ type: 'ISV', code: 'E9', msg: 'x' }, 'UPSTREAM_BAD_REQUEST', false],
  ])('the failure %j is named in its envelope and bare', (failure, code, retryable) => {
    for (const parse of [parseTaobao, parseQimenReply]) {
      for (const body of [{ error_response: failure }, failure]) {
        expect(faultOf(parse, body)).toMatchObject({ code, retryable });
      }
    }
  });

  test.each(['This ban will last for 3 more seconds', 'too often. this ban will last 3 seconds'])(
    'the ban in “%s” is waited for',
    (msg) => {
      for (const [, parse] of PROTOCOLS) {
        expect(faultOf(parse, { code: 7, msg })).toMatchObject({ code: 'UPSTREAM_THROTTLED', retryAfterMs: 3_000 });
      }
    },
  );

  test.each<readonly [body: object, upstreamCode: string]>([
    [{ flag: 'failure', sub_message: 'Illegal request', sub_code: 'sign-check-failure' }, 'sign-check-failure'],
    [{ result_success: false, result_error_code: 'sign-check-failure', error_desc: 'Illegal' }, 'sign-check-failure'],
    [{ code: 27, msg: 'Invalid session', sub_code: 'invalid-sessionkey', sub_msg: 'x' }, 'invalid-sessionkey'],
  ])('Qimen’s bare failure %j is told with its own code', (body, upstreamCode) => {
    expect(faultOf(parseQimenReply, body)).toMatchObject({ upstreamCode, retryable: false });
  });
});
