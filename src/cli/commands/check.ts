// `ordergraph check`: whether a server could work with these settings: gateways, clocks, Redis, the database.
import { readEnvironment } from '../../config/environment.js';
import type { Settings } from '../../config/index.js';
import type { Finding, State } from '../check/finding.js';
import { type Command, EXIT, type Surroundings, UsageError } from '../command.js';
import type { Words } from '../language.js';
import { type Colour, printable, tableOf } from '../terminal.js';
import { DATABASE_URL, ORDERGRAPH_CONFIG, REDIS_URL } from '../variables.js';
import { variablesOf } from './serve.js';

const STATES: Readonly<Record<State, { readonly words: Words; readonly colour: Colour }>> = {
  OK: { words: { en: 'ok', zh: '正常' }, colour: 'green' },
  WARNING: { words: { en: 'warning', zh: '注意' }, colour: 'yellow' },
  FAILED: { words: { en: 'failed', zh: '失败' }, colour: 'red' },
};

export const check: Command = {
  name: 'check',
  summary: {
    en: 'Checks the settings, then each gateway, clocks, Redis and the database',
    zh: '检查配置，再检查各网关、时钟、Redis 和数据库',
  },
  operands: '',
  count: [0, 0],
  options: {
    config: {
      value: 'FILE',
      words: { en: 'the settings file (ORDERGRAPH_CONFIG)', zh: '配置文件（ORDERGRAPH_CONFIG）' },
    },
    offline: { words: { en: 'checks the settings alone, and calls nobody', zh: '只检查配置，不发起任何调用' } },
    order: {
      value: 'SHOP=ID',
      isList: true,
      words: {
        en: 'an order that there is, to ask that shop for; again for more',
        zh: '指定店铺真实存在的订单号，可重复',
      },
    },
    json: { words: { en: 'an object a line instead of a table', zh: '每行一个 JSON 对象，不用表格' } },
  },
  variables: { ORDERGRAPH_CONFIG, DATABASE_URL, REDIS_URL },
  details: {
    en: `Each gateway is called once, with the credentials of the settings or the token that a server has stored, for an order
that no platform has (1): a gateway that only says so has taken them. No token is renewed, and nothing is changed.`,
    zh: '用配置中的凭据（或服务保存的令牌）对每个网关调用一次，查询不存在的订单 1：网关只答订单不存在，即表示凭据有效。不刷新令牌，不做任何改动。',
  },
  statuses: {
    en: '0  all is well, or there are warnings alone\n1  something failed\n2  the command line is wrong',
    zh: '0  一切正常，或只有注意事项\n1  有失败项\n2  命令行有误',
  },
  async run(invocation, surroundings) {
    const environment = { ...surroundings.environment, ...variablesOf(invocation) };
    const { openChecks } = await import('../check/index.js');
    const { language } = surroundings;
    const { settings, count, run } = openChecks(readEnvironment(environment), environment, NO_SETTINGS[language]);
    const first: Finding = { what: SETTINGS[language], state: 'OK', words: shopCount(settings) };
    const isJson = invocation.flag('json');
    if (invocation.flag('offline')) return show([first], isJson, surroundings);
    const orders = ordersIn(invocation.list('order'), settings);
    const progress = createProgress(count, surroundings);
    const findings = await run(orders, progress.step);
    progress.end();
    return show([first, ...findings], isJson, surroundings);
  },
};

const NO_SETTINGS: Words = {
  en: 'There is nothing to check: name a settings file with --config, or in ORDERGRAPH_CONFIG.',
  zh: '没有可检查的：请用 --config 或 ORDERGRAPH_CONFIG 指定配置文件。',
};

const SETTINGS: Words = { en: 'settings', zh: '配置' };

const shopCount = ({ shops }: Settings): Words => ({ en: `shops: ${shops.length}`, zh: `店铺：${shops.length}` });

/** @throws UsageError for what is no shop and order */
function ordersIn(texts: readonly string[], { shops }: Settings): ReadonlyMap<string, string> {
  return new Map(
    texts.map((text) => {
      const [, shop = '', orderId = ''] = /^([^=]+)=(\d+)$/.exec(text) ?? [];
      if (!shops.some(({ id }) => id === shop)) throw new UsageError(`--order ${text}: SHOP=ID`);
      return [shop, orderId] as const;
    }),
  );
}

/** On a terminal it says how many are done. */
function createProgress(count: number, { errors }: Surroundings) {
  let done = 0;
  const tell = (text: string): void => {
    if (errors.isTTY) errors.write(`\r\u001b[K${text}`);
  };
  tell(`0/${count}`);
  return {
    step() {
      done += 1;
      tell(`${done}/${count}`);
    },
    end: () => tell(''),
  };
}

function show(findings: readonly Finding[], isJson: boolean, { output, paint, language }: Surroundings) {
  if (isJson) {
    for (const { what, state, words } of findings)
      output.write(`${JSON.stringify({ what, state, words: words[language] })}\n`);
  } else {
    const rows = findings.map(({ what, state, words }) => [
      STATES[state].words[language],
      printable(what),
      printable(words[language]),
    ]);
    for (const [place, line] of tableOf(rows).entries()) {
      const { words, colour } = STATES[findings[place]?.state ?? 'FAILED'];
      const word = words[language];
      output.write(`${paint(colour, word)}${line.slice(word.length)}\n`);
    }
  }
  return findings.some(({ state }) => state === 'FAILED') ? EXIT.FAILED : EXIT.DONE;
}
