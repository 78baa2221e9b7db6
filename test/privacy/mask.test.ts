// Tests what masks leave of personal data, and that no mask contains what it hides.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type PersonalKind, personalKinds } from '../../src/order/personal.js';
import { isCiphertext } from '../../src/platforms/ciphertext.js';
import { HIDDEN, isHidden, mask } from '../../src/privacy/mask.js';
import { isPlain } from '../../src/privacy/personalFields.js';

describe('masks', () => {
  test.each<[PersonalKind, unknown, unknown]>([
    ['NAME', '张三', '张*'],
    ['NAME', '欧阳娜娜', '欧*'],
    ['NAME', '张', '*'],
    ['NAME', ' Mark  Tugarinov ', 'M* T*'],
    ['NAME', '阿里巴巴(中国)网络技术有限公司', '阿*'],
    ['NAME', '𠮷田', '𠮷*'],
    ['PHONE', '13812348888', '138****8888'],
    ['PHONE', '138 1234 8888', '138****8888'],
    ['PHONE', '+86 138-1234-8888', '+86-138****8888'],
    ['PHONE', 13812348888, '138****8888'],
    ['PHONE', '021-88889999', '021-****9999'],
    ['PHONE', '02188889999', '021-****9999'],
    ['PHONE', '86-0591-87654321', '86-0591-****4321'],
    ['PHONE', '88320934', '****34'],
    ['PHONE', '021-88889999-123', '****9123'],
    ['PHONE', '12345', '****'],
    ['PHONE', '电话在备注里', '****'],
    ['EMAIL', 'tbtest1063@taobaotest.com', 't***@taobaotest.com'],
    ['EMAIL', 'a@example.com', '***@example.com'],
    ['EMAIL', 'no address', '***'],
    ['ADDRESS', '浙江省 杭州市 西湖区  三墩镇第三农贸市场', '浙江省 杭州市 ***'],
    ['ADDRESS', '浙江省杭州市西湖区文三路1号', '浙江省杭州市 ***'],
    ['ADDRESS', '上海 上海市 浦东新区 陆家嘴街道 东方路200号', '上海 上海市 ***'],
    ['ADDRESS', '北京市朝阳区建国路1号', '北京市 ***'],
    ['ADDRESS', '新疆维吾尔自治区 伊犁哈萨克自治州 伊宁市', '新疆维吾尔自治区 伊犁哈萨克自治州 ***'],
    ['ADDRESS', '浙江省杭州市', '浙江省杭州市'],
    ['ADDRESS', '淘宝城911号', '***'],
    ['ADDRESS', 'Zelenograd korpus 133 kvartira 323', '***'],
    ['ADDRESS', '330106', '3301**'],
    ['ADDRESS', '330106109', '3301**'],
    ['ADDRESS', 'SW1A 1AA', '***'],
    ['ID_NUMBER', '33010619900101123X', '***123X'],
    ['ID_NUMBER', 'G0000001', '***01'],
    ['ID_NUMBER', '浙A11111', '***11'],
    ['ID_NUMBER', '123', '***'],
    ['BIRTHDAY', '1988-01-12', '1988-**-**'],
    ['BIRTHDAY', '19880112', '1988-**-**'],
    ['BIRTHDAY', '12 January', '***'],
    ['ACCOUNT', 'alitestforisv02', 'a***'],
    ['ACCOUNT', '2', '***'],
    ['ACCOUNT', 1624961198, '1***'],
    ['TEXT', '请打13812348888找张三', HIDDEN],
    ['TEXT', '', ''],
    ['TEXT', '  ', '  '],
    ['TEXT', null, null],
    ['TEXT', true, true],
    ['TEXT', new Date(0), null],
    ['TEXT', { text: [{ id: 44, content: '家' }] }, { text: [{ id: HIDDEN, content: HIDDEN }] }],
    ['ADDRESS', { name: '西湖区' }, { name: '***' }],
  ])('%s %j is masked as %j', (kind, value, left) => {
    expect(mask(kind, value)).toEqual(left);
  });

  test.each<[PersonalKind, string]>([
    ['NAME', '豆*'],
    ['NAME', '**三'],
    ['NAME', 'M* T*'],
    ['PHONE', '180****8789'],
    ['PHONE', '1387777****'],
    ['PHONE', '138****'],
    ['PHONE', '138 **** 8888'],
    ['PHONE', '+86138****8888'],
    ['PHONE', '1********36'],
    ['PHONE', '021-888****'],
    ['PHONE', '86-**********665'],
    ['EMAIL', 't***@taobaotest.com'],
    ['ADDRESS', '文一****'],
    ['ID_NUMBER', '3301***********123'],
    ['ID_NUMBER', '330106********1234'],
    ['ID_NUMBER', '3301**************'],
    ['ACCOUNT', 't**8'],
  ])('%s %s, which a gateway has masked, stays as it is and counts as hidden', (kind, value) => {
    expect(mask(kind, value)).toBe(value);
    expect(isHidden(kind, value)).toBe(true);
  });

  test.each<[PersonalKind, string, string]>([
    ['NAME', '张三丰大侠*', '张*'],
    ['NAME', '张三*', '张*'],
    ['NAME', '*张三', '**'],
    ['NAME', '张*三', '张*'],
    ['NAME', '张* 三*', '张*'],
    ['NAME', '阿里巴巴(中国)**', '阿*'],
    ['PHONE', '13812348888***', '****88'],
    ['PHONE', '138123488**', '****88'],
    ['PHONE', '88889999***', '****99'],
    ['PHONE', '8888999****', '****99'],
    ['PHONE', '138-0123-4567***', '****67'],
    ['PHONE', '***13812348888', '****88'],
    ['EMAIL', 'zhangsan*@example.com', 'z***@example.com'],
    ['ADDRESS', '浙江省 杭州市 文一路8号***', '浙江省 杭州市 ***'],
    ['ADDRESS', '三墩镇**', '***'],
    ['ID_NUMBER', '33010619900101123X***', '***123X'],
    ['ID_NUMBER', 'A11111***', '***11'],
    ['ACCOUNT', 'alitest*', 'a***'],
    ['ACCOUNT', 'ab*', 'a***'],
    ['ACCOUNT', 'a*b', 'a***'],
  ])('%s %s only looks masked: it counts as plain, and %s is left of it', (kind, value, left) => {
    expect(mask(kind, value)).toBe(left);
    expect(isPlain(kind, value, () => false)).toBe(true);
  });

  test.each(['~张三丰在杭州西湖区~1~', '$13812348888$1$', '$8613812348888$1$', '~zhang~1~', '~1~'])(
    '%s only looks encrypted, and counts as plain',
    (value) => {
      expect(isPlain('NAME', value, isCiphertext)).toBe(true);
    },
  );

  test.each([
    '~aGVsbG8gd29ybGQ=~1~',
    '$138$aGVsbG8gd29ybGQ=$1$',
    '~aGVsbG8=~aGVsbG8gd29ybGQ=~1~~',
    'aGVsbG8w'.repeat(8),
  ])('%s is encrypted, and does not count as plain', (value) => {
    expect(isPlain('NAME', value, isCiphertext)).toBe(false);
  });

  test('a reference to decrypt counts as plain, however much it looks like ciphertext', () => {
    expect(isPlain('HANDLE', 'aGVsbG8w'.repeat(8), isCiphertext)).toBe(true);
  });

  const kinds = fc.constantFrom(...personalKinds);
  const words = fc.string({ unit: 'grapheme', minLength: 1 });
  // Each character once: what is hidden must not happen to be what is left.
  const HAN = fc
    .uniqueArray(fc.constantFrom(...'张王李赵钱孙周吴郑陈街路号'), { minLength: 2 })
    .map((all) => all.join(''));
  const DIGITS = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 20 });

  test('masking any value twice is the same as masking it once', () => {
    fc.assert(
      fc.property(kinds, fc.oneof(words, HAN, DIGITS, fc.emailAddress(), fc.anything()), (kind, value) => {
        const once = mask(kind, value);
        expect(mask(kind, once)).toEqual(once);
      }),
      { numRuns: 3000 },
    );
  });

  test('a masked value counts as hidden', () => {
    fc.assert(
      fc.property(kinds, fc.oneof(words, HAN, DIGITS), (kind, value) => {
        const left = mask(kind, value);
        // A province and a city alone are left as they are.
        if (left !== value) expect(isHidden(kind, left)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[PersonalKind, fc.Arbitrary<string>, (value: string) => string]>([
    ['NAME', HAN, (name) => name.slice(1)],
    ['PHONE', DIGITS.map((digits) => `138${digits.padEnd(8, '0').slice(0, 8)}`), (phone) => phone.slice(3)],
    ['PHONE', DIGITS.map((digits) => `0571-${digits.padEnd(8, '1').slice(0, 8)}`), (phone) => phone.slice(5)],
    ['ADDRESS', HAN.map((street) => `浙江省杭州市西湖区${street}`), (address) => address.slice(6)],
    ['ID_NUMBER', DIGITS.filter(({ length }) => length > 5), (number) => number.slice(0, number.length < 12 ? -2 : -4)],
    ['ACCOUNT', HAN, (account) => account.slice(1)],
    ['TEXT', HAN, (text) => text],
    ['EMAIL', fc.emailAddress().filter((email) => /^[^*@]{3,}@/.test(email)), (email) => `${email.split('@')[0]}@`],
  ])('a mask of %s does not contain what it hides', (kind, value, hiddenOf) => {
    fc.assert(
      fc.property(value, (plain) => {
        const hidden = hiddenOf(plain);
        // What is shown may happen to read like what is hidden: 吴* of 吴吴.
        fc.pre(!plain.replace(hidden, '').includes(hidden));
        return !String(mask(kind, plain)).includes(hidden);
      }),
    );
  });

  test('a value nested deeper than the stack is hidden without a crash', () => {
    let deep: unknown = '张三';
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(JSON.stringify(mask('TEXT', deep))).not.toContain('张三');
  });
});
