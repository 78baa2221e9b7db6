// `ordergraph serve`: the server, until it is ended.
import type { Command, Invocation } from '../command.js';
import { DATABASE_URL, ORDERGRAPH_CONFIG, REDIS_URL } from '../variables.js';

/** Each stands for an environment variable, and goes before it. */
const VARIABLES = {
  config: 'ORDERGRAPH_CONFIG',
  host: 'HOST',
  port: 'PORT',
  workers: 'WORKERS',
  'log-level': 'LOG_LEVEL',
} as const;

type Name = keyof typeof VARIABLES;

const names = Object.keys(VARIABLES) as readonly Name[];

/** The variables that the options of a command line stand for. */
export const variablesOf = ({ option }: Invocation): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = option(name);
      return value === undefined ? [] : [[VARIABLES[name], value]];
    }),
  );

export const serve: Command = {
  name: 'serve',
  summary: {
    en: 'Starts the server: the shops of the settings file, or the sandbox without one',
    zh: '启动服务：配置文件中的店铺；没有配置文件则启动沙箱',
  },
  operands: '',
  count: [0, 0],
  options: {
    config: {
      value: 'FILE',
      words: { en: 'the settings file (ORDERGRAPH_CONFIG)', zh: '配置文件（ORDERGRAPH_CONFIG）' },
    },
    host: {
      value: 'HOST',
      words: { en: 'the address to listen on (HOST, 127.0.0.1)', zh: '监听地址（HOST，127.0.0.1）' },
    },
    port: {
      value: 'PORT',
      words: { en: 'the port; 0 takes a free one (PORT, 4000)', zh: '端口，0 为任意空闲端口（PORT，4000）' },
    },
    workers: {
      value: 'N',
      words: { en: 'processes that answer together (WORKERS, 1)', zh: '工作进程数（WORKERS，1）' },
    },
    'log-level': {
      value: 'LEVEL',
      words: {
        en: 'trace, debug, info, warn, error, fatal or silent (LOG_LEVEL, info)',
        zh: 'trace、debug、info、warn、error、fatal 或 silent（LOG_LEVEL，info）',
      },
    },
  },
  variables: { ORDERGRAPH_CONFIG, DATABASE_URL, REDIS_URL },
  details: {
    en: 'SIGTERM and SIGINT end it: what was accepted is answered first. An option goes before its variable.',
    zh: '收到 SIGTERM 或 SIGINT 后，先答复已接受的请求再退出。选项优先于环境变量。',
  },
  statuses: {
    en: '0  it was ended by a signal\n1  it cannot start: every mistake of the settings is on standard error\n2  the command line is wrong',
    zh: '0  由信号结束\n1  无法启动：配置中的每个错误都写在标准错误\n2  命令行有误',
  },
  async run(invocation, { environment }) {
    // The workers that it may start inherit them.
    Object.assign(environment, variablesOf(invocation));
    const { serve: start } = await import('../../process/serve.js');
    await start(environment);
    return undefined;
  },
};
