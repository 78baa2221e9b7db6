// The page at /status: how shops, their gateways and their sync fare, for people. It loads nothing.

import type { Shop } from '../order/shop.js';
import type { Language } from './connect/language.js';
import { escaped } from './html.js';
import type { IndexState } from './metrics/indexState.js';

export interface Status {
  readonly version: string;
  readonly shops: readonly Shop[];
  readonly index: IndexState | undefined;
}

const WORDS = {
  en: {
    title: 'OrderGraph: status',
    version: 'Version',
    gateway: 'Gateway',
    circuit: 'Circuit',
    success: 'Last success',
    failure: 'Last failure',
    authorization: 'Authorization',
    orders: 'Orders in the index',
    synced: 'Synced until',
    alerts: 'To see to',
    none: 'none',
  },
  zh: {
    title: 'OrderGraph 状态',
    version: '版本',
    gateway: '网关',
    circuit: '熔断器',
    success: '最近成功',
    failure: '最近失败',
    authorization: '授权',
    orders: '索引中的订单',
    synced: '已同步至',
    alerts: '需要处理',
    none: '无',
  },
} as const satisfies Readonly<Record<Language, object>>;

export function statusPage(language: Language, { version, shops, index }: Status): string {
  const words = WORDS[language];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title></head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.version}: ${escaped(`OrderGraph ${version}, Node ${process.versions.node}`)}</p>
${shops.map((shop) => sectionOf(words, shop, index)).join('\n')}
</main>
</body>
</html>
`;
}

type Words = (typeof WORDS)[Language];

function sectionOf(
  words: Words,
  { id, name, platform, gateways, health }: Shop,
  index: IndexState | undefined,
): string {
  const coverage = index?.coverage.find(({ shop }) => shop === id);
  const rows = gateways.map(({ type, health: { circuit, lastSuccessAt, lastFailureAt, lastFault }, authorization }) => [
    type,
    circuit,
    instantOf(lastSuccessAt) ?? words.none,
    [instantOf(lastFailureAt) ?? words.none, lastFault ?? ''].join(' ').trim(),
    [authorization?.state ?? '', instantOf(authorization?.expiresAt ?? null) ?? ''].join(' ').trim() || words.none,
  ]);
  const alerts = health.alerts.map(({ kind, gateway, detail }) => [kind, gateway, detail].filter(Boolean).join(' '));
  const heads = [words.gateway, words.circuit, words.success, words.failure, words.authorization];
  return `<section>
<h2>${escaped(`${name} (${id}, ${platform})`)}</h2>
<table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>
<dl>
<dt>${words.orders}</dt><dd>${index?.rows.get(id) ?? words.none}</dd>
<dt>${words.synced}</dt><dd>${instantOf(coverage?.syncedUntil ?? null) ?? words.none}</dd>
<dt>${words.alerts}</dt><dd>${alerts.map(escaped).join('<br>') || words.none}</dd>
</dl>
</section>`;
}

/** In UTC, as nobody knows where the browser is. */
const instantOf = (date: Date | null): string | undefined =>
  date === null ? undefined : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
