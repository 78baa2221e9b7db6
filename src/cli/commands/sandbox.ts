// `ordergraph sandbox`: the gateways played on loopback, without a server.
import { ConfigError } from '../../config/configErrors.js';
import { CliError, type Command } from '../command.js';

export const sandbox: Command = {
  name: 'sandbox',
  summary: { en: 'Plays the gateways alone, with invented orders', zh: '单独运行模拟网关，订单为虚构' },
  operands: '',
  count: [0, 0],
  options: {
    port: {
      value: 'PORT',
      words: {
        en: 'the port; 0 takes a free one (SANDBOX_PORT, 4100)',
        zh: '端口，0 为任意空闲端口（SANDBOX_PORT，4100）',
      },
    },
    replay: {
      value: 'DIR',
      words: {
        en: 'answers recorded orders with what was recorded of them (SANDBOX_REPLAY)',
        zh: '对已录制的订单，按录制的内容应答（SANDBOX_REPLAY）',
      },
    },
  },
  variables: {
    SANDBOX_MISBEHAVE: {
      en: 'faults that are injected, as JSON: {"latencyMs":300,"errorRate":0.05}',
      zh: '注入的故障，JSON：{"latencyMs":300,"errorRate":0.05}',
    },
  },
  details: {
    en: 'It prints where each gateway is, and the settings of a shop that is reached through it.',
    zh: '启动后打印各网关的地址，以及经由它的店铺的配置。',
  },
  async run({ option }, { environment }) {
    const { runSandbox } = await import('../../sandbox/run.js');
    const [port, replay] = [option('port'), option('replay')];
    try {
      await runSandbox({
        ...environment,
        ...(port !== undefined && { SANDBOX_PORT: port }),
        ...(replay !== undefined && { SANDBOX_REPLAY: replay }),
      });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      throw new CliError(`The sandbox cannot start:\n${error.message}`);
    }
    return undefined;
  },
};
