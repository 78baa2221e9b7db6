// The page that a shop's owner sees when the platform has sent them back: what is connected until when, or why nothing is.
// It loads nothing and links to nothing, so that its address, which holds a code, goes nowhere.

import type { FaultCode } from '../../common/fault.js';
import type { GatewayAuthorization } from '../../order/shop.js';
import { escaped } from '../html.js';
import type { Language } from './language.js';

/** What is connected now. */
export interface Connection {
  readonly shopName: string;
  readonly gateway: string;
  readonly authorization: GatewayAuthorization;
  /** Whether it is renewed before it ends. */
  readonly isRenewed: boolean;
}

const WORDS = {
  en: {
    connected: 'The shop is connected',
    shop: 'Shop',
    gateway: 'Gateway',
    until: 'Until',
    open: 'the platform names no end',
    renewed: 'It is renewed by itself before that.',
    close: 'You can close this page.',
    refused: 'Nothing was connected',
  },
  zh: {
    connected: '店铺已连接',
    shop: '店铺',
    gateway: '网关',
    until: '有效期至',
    open: '平台未说明',
    renewed: '到期前会自动续期。',
    close: '可以关闭此页面。',
    refused: '未能连接',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** Why nothing is connected, as far as whoever sees the page can do something. */
const REASONS: Readonly<Record<Language, { readonly [code in FaultCode]?: string }>> = {
  en: {
    UNAUTHENTICATED: 'This address needs an API key, or a link that npm run connect has made.',
    SHOP_NOT_AUTHORIZED: 'The platform did not confirm the authorization. Please begin again.',
    SHOP_NOT_FOUND: 'There is no such shop here.',
    UPSTREAM_UNAVAILABLE: 'The platform cannot be reached at the moment. Please begin again later.',
    UPSTREAM_TIMEOUT: 'The platform did not answer in time. Please begin again later.',
    INDEX_UNAVAILABLE: 'This server cannot remember what was begun at the moment. Please begin again later.',
  },
  zh: {
    UNAUTHENTICATED: '此地址需要 API 密钥，或由 npm run connect 生成的链接。',
    FORBIDDEN: '此链接已使用、已过期，不是在此浏览器中打开的，或授权账号不是该店铺的账号。',
    SHOP_NOT_AUTHORIZED: '平台未确认授权，请重新开始。',
    SHOP_NOT_FOUND: '这里没有此店铺。',
    UPSTREAM_UNAVAILABLE: '暂时无法连接平台，请稍后重新开始。',
    UPSTREAM_TIMEOUT: '平台未及时响应，请稍后重新开始。',
    INDEX_UNAVAILABLE: '服务器暂时无法保存授权过程，请稍后重新开始。',
  },
};

export function connectedPage(language: Language, { shopName, gateway, authorization, isRenewed }: Connection): string {
  const words = WORDS[language];
  const rows = [
    [words.shop, shopName],
    [words.gateway, gateway],
    [words.until, instantIn(authorization.expiresAt) ?? words.open],
  ] as const;
  const list = rows.map(([term, text]) => `<dt>${term}</dt><dd>${escaped(text)}</dd>`).join('\n');
  return pageOf(language, words.connected, [
    `<dl>\n${list}\n</dl>`,
    ...(isRenewed && authorization.expiresAt ? [`<p>${words.renewed}</p>`] : []),
    `<p>${words.close}</p>`,
  ]);
}

/** @param message what to say where no words are known for the code */
export function refusedPage(language: Language, code: FaultCode | undefined, message: string): string {
  const reason = (code === undefined ? undefined : REASONS[language][code]) ?? message;
  return pageOf(language, WORDS[language].refused, [`<p>${escaped(reason)}</p>`]);
}

const pageOf = (language: Language, title: string, body: readonly string[]): string =>
  `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body>
<main>
<h1>${title}</h1>
${body.join('\n')}
</main>
</body>
</html>
`;

/** In UTC, as nobody knows where the browser is. */
const instantIn = (date: Date | null): string | undefined =>
  date === null ? undefined : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
