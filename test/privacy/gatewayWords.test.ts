// Tests that what gateways say in words keeps what names a failure and loses what might be a person's.
import { describe, expect, test } from '@jest/globals';
import { blotCode, blotDetails, blotWords } from '../../src/privacy/gatewayWords.js';

describe('words of a gateway', () => {
  test.each([
    ['JSON', 'System error--{"contact":{"person":"王芳","no":"1"}}', 'System error--***'],
    ['JSON in JSON', 'failed: {\\"name\\":\\"王芳\\"} at once', 'failed: *** at once'],
    ['JSON that was cut', 'failed {"a":{"b":1},"name":"王…', 'failed ***'],
    ['a list', 'failed [{"name":"王芳"}], code 7', 'failed ***, code 7'],
    ['an object as Java prints it', 'null in Order{name=王芳, city=x}', 'null in Order***'],
    ['an object as PHP prints it', 'bad Array ( [name] => 王芳 )', 'bad ***'],
    ['markup', 'refused <name>王芳</name>', 'refused ***'],
    ['a mobile telephone', '买家手机13900001234无效', '买家手机***无效'],
    ['a telephone abroad', 'phone +1 415-555-2671 is wrong', 'phone *** is wrong'],
    ['a telephone in groups', 'call 139 0000 1234', 'call ***'],
    ['a telephone with an area', '电话 0571-88156789 错误', '电话 *** 错误'],
    ['a number that was cut', 'no such user 1390000…', 'no such user ***'],
    ['an e-mail address', 'user wang.fang@example.com unknown', 'user *** unknown'],
    ['an identity card', '证件 33010619900307123X 不符', '证件 *** 不符'],
    ['a named person', '收货人:王芳 不存在', '*** 不存在'],
    ['a form', 'bad receiver_name=王芳&tid=7', 'bad ***&tid=7'],
    ['an address in Chinese', '超出配送范围 浙江省杭州市西湖区文一西路969号3幢 请修改', '超出配送范围 *** 请修改'],
    ['a street', '无法送达 文三路 138号', '无法送达 ***'],
    ['an address in English', 'cannot ship to 12 Baker Street London', 'cannot ship to ***'],
  ])('%s is blotted', (_what, words, left) => {
    expect(blotWords(words)).toBe(left);
    expect(blotWords(left)).toBe(left);
  });

  test.each([
    'This ban will last for 31062 more seconds',
    'Remote service error: isp.remote-service-timeout',
    'The appkey 4272 is only allowed to call from 10.232.*.*',
    '订单 4355875836205969811 不存在',
    'order 1160045760122535 does not exist',
    'Invalid timestamp 2026-11-26 04:10:00',
    '请求异常:API 调用次数不足,请前往网站兑换次数。',
    '你没有权限获取该订单详情(买家端)',
    'connect ECONNREFUSED 127.0.0.1:4100',
    '未授权店铺,请使用以下链接授权: https://auth.example.com/authorize?shop=1&state=a%20b',
    'Missing required arguments:fields',
  ])('“%s” stays', (words) => {
    expect(blotWords(words)).toBe(words);
  });

  test('a code stays a code, and one that is words is blotted like words', () => {
    const codes = [
      'isv.invalid-parameter:tid',
      'gw.APIACLDecline',
      '204',
      '15r4tb3k5q8s1',
      'request 13900001234',
      '13900001234',
    ];
    expect(codes.map(blotCode)).toEqual([...codes.slice(0, 4), 'request ***', '***']);
    expect(blotDetails({ upstreamCode: 'a 13900001234', upstreamMessage: 'b@example.com', shop: 'mill' })).toEqual({
      upstreamCode: 'a ***',
      upstreamMessage: '***',
      shop: 'mill',
    });
  });

  test.each(['{"', '1', '1 ', '12-', '@', 'a@', '省区', '路', 'receiver_', '收货人', 'A ', '[a', '+', '(12) '])(
    'a megabyte of “%s” is blotted within 50 ms',
    (worst) => {
      const words = worst.repeat(1_000_000 / worst.length);
      // The best of some: the machine may be busy with others.
      const times = [1, 2, 3, 4, 5].map(() => {
        const started = performance.now();
        blotWords(words);
        return performance.now() - started;
      });
      expect(Math.min(...times)).toBeLessThan(50);
    },
  );
});
