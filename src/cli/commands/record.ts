// `ordergraph record DIR`: keeps exchanges with gateways as fixtures, without the people and the secrets in them.
import { resolve } from 'node:path';
import { readEnvironment } from '../../config/environment.js';
import {
  CliError,
  type Command,
  EXIT,
  type ExitCode,
  type Invocation,
  type Surroundings,
  UsageError,
} from '../command.js';
import type { Words } from '../language.js';
import type { OrderToRecord } from '../recordOrders.js';
import { tableOf } from '../terminal.js';
import { DATABASE_URL, ORDERGRAPH_CONFIG } from '../variables.js';
import { serve, variablesOf } from './serve.js';

export const record: Command = {
  name: 'record',
  summary: {
    en: 'Keeps exchanges with gateways as fixtures, without people and secrets',
    zh: '把与网关的往来录成样本，其中的个人信息和密钥均已替换',
  },
  operands: 'DIR',
  count: [1, 1],
  options: {
    order: {
      value: 'SHOP=ID',
      isList: true,
      words: {
        en: 'records this order from each gateway of the shop, then ends; again for more',
        zh: '只录制该订单（店铺的每个网关各一次），然后结束；可重复',
      },
    },
    ...serve.options,
  },
  variables: { ORDERGRAPH_CONFIG, DATABASE_URL },
  details: {
    en: `With --order it calls for these orders alone. Without, it serves as ordergraph serve does, and keeps what gateways send
meanwhile; that needs an order index, which is there by default.

Personal data, secrets and account names have stand-ins of the same length and kind: the same person has the same one
within a recording. Order numbers stay. Look through what was recorded before you give it away.
ordergraph sandbox --replay DIR answers with it.`,
    zh: `有 --order 时只查询这些订单；没有时与 ordergraph serve 一样提供服务，并录下其间网关返回的内容（需要订单索引，默认开启）。

个人信息、密钥和账号都替换为同样长度、同类字符的代替值，同一次录制中同一个人的代替值相同。订单号保持不变。交给他人之前请先检查。
ordergraph sandbox --replay DIR 可按录制的内容应答。`,
  },
  statuses: {
    en: '0  every order was recorded, or a signal ended the server\n1  a gateway refused or did not answer\n2  the command line is wrong',
    zh: '0  所有订单都已录制，或服务由信号结束\n1  有网关拒绝或没有应答\n2  命令行有误',
  },
  async run(invocation, surroundings) {
    const folder = resolve(invocation.positionals[0] ?? '');
    const orders = ordersIn(invocation, surroundings);
    if (orders.length > 0) return recordThese(orders, folder, invocation, surroundings);
    const { recordingVariables } = await import('../../process/recording.js');
    Object.assign(surroundings.environment, recordingVariables(folder));
    return serve.run(invocation, surroundings);
  },
};

const NO_ORDER: Words = { en: 'must be SHOP=ID', zh: '应为 SHOP=ID' };
const NO_SETTINGS: Words = {
  en: 'Orders are recorded from the gateways of a settings file: --config, or ORDERGRAPH_CONFIG.',
  zh: '录制订单需要配置文件：--config 或 ORDERGRAPH_CONFIG。',
};

function ordersIn({ list }: Invocation, { language }: Surroundings): readonly OrderToRecord[] {
  return list('order').map((text) => {
    const [, shop, orderId] = /^([A-Za-z0-9._-]+)=(\d+)$/.exec(text) ?? [];
    if (shop === undefined || orderId === undefined) throw new UsageError(`--order ${text}: ${NO_ORDER[language]}`);
    return { shop, orderId };
  });
}

async function recordThese(
  orders: readonly OrderToRecord[],
  folder: string,
  invocation: Invocation,
  { environment: inherited, language, output, errors }: Surroundings,
): Promise<ExitCode> {
  const variables = { ...inherited, ...variablesOf(invocation) };
  const environment = readEnvironment(variables);
  if (environment.configPath === undefined) throw new CliError(NO_SETTINGS[language]);
  const { loadSettings, recordOrders } = await import('../recordOrders.js');
  const settings = loadSettings({ path: environment.configPath, environment: variables });
  const unknown = orders.find(({ shop }) => !settings.shops.some(({ id }) => id === shop));
  if (unknown) throw new UsageError(`--order ${unknown.shop}=${unknown.orderId}: ${NO_SHOP[language]}`);
  let isWhole = true;
  for await (const { shop, orderId, gateway, place, fault } of recordOrders({
    ...{ settings, environment, variables, folder, orders },
  })) {
    isWhole &&= fault === undefined;
    const [line = ''] = tableOf([[shop, gateway, orderId, place ?? '–']]);
    output.write(`${line}\n`);
    if (fault !== undefined) errors.write(`${shop} ${gateway} ${orderId}: ${fault}\n`);
  }
  return isWhole ? EXIT.DONE : EXIT.FAILED;
}

const NO_SHOP: Words = { en: 'no shop has this id', zh: '没有这个店铺' };
