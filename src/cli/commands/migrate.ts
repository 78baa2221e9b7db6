// `ordergraph migrate`: brings the tables of the order index up to date before a server does.
import { readEnvironment } from '../../config/environment.js';
import { CliError, type Command, EXIT } from '../command.js';
import type { Words } from '../language.js';
import { printable } from '../terminal.js';
import { DATABASE_URL, ORDERGRAPH_CONFIG } from '../variables.js';
import { variablesOf } from './serve.js';

export const migrate: Command = {
  name: 'migrate',
  summary: {
    en: 'Brings the tables of the order index up to date',
    zh: '更新订单索引的表结构',
  },
  operands: '',
  count: [0, 0],
  options: {
    config: {
      value: 'FILE',
      words: { en: 'the settings file (ORDERGRAPH_CONFIG)', zh: '配置文件（ORDERGRAPH_CONFIG）' },
    },
    check: {
      words: {
        en: 'changes nothing; status 1 where something is missing, or a later version has changed them',
        zh: '不做改动；有未执行的更新，或已被更新的版本改动过时状态为 1',
      },
    },
  },
  variables: { ORDERGRAPH_CONFIG, DATABASE_URL },
  details: {
    en: 'A server does so itself when it starts. Several may do it at once: one works, the others wait.',
    zh: '服务启动时也会自动更新。可以同时运行多个：一个执行，其余等待。',
  },
  async run(invocation, surroundings) {
    const { output, language } = surroundings;
    const environment = { ...surroundings.environment, ...variablesOf(invocation) };
    const { LaterSchemaError, migrateDatabase, pendingIn, sourceIn } = await import('../migration.js');
    const source = sourceIn(readEnvironment(environment), environment);
    if (source === undefined) throw new CliError(NO_INDEX[language]);
    const isCheck = invocation.flag('check');
    const names = await (isCheck ? pendingIn : migrateDatabase)(source).catch((error: Error) => {
      const words = error instanceof LaterSchemaError ? later(error.migrations)[language] : printable(error.message);
      throw new CliError(`${source.name}: ${words}`);
    });
    const words = names.length === 0 ? UP_TO_DATE : isCheck ? MISSING : APPLIED;
    output.write(`${source.name}: ${words[language]}${names.join(', ')}\n`);
    return isCheck && names.length > 0 ? EXIT.FAILED : EXIT.DONE;
  },
};

const UP_TO_DATE: Words = { en: 'up to date', zh: '已是最新' };
const MISSING: Words = { en: 'missing: ', zh: '缺少：' };
const later = (migrations: readonly string[]): Words => ({
  en: `a later version of OrderGraph has changed it: ${migrations.join(', ')}. This version cannot use it: install that one, or put back a copy from before`,
  zh: `已被更新的 OrderGraph 版本改动：${migrations.join(', ')}。当前版本无法使用：请安装该版本，或恢复改动前的备份`,
});
const APPLIED: Words = { en: 'brought up to date: ', zh: '已更新：' };

const NO_INDEX: Words = {
  en: 'There is nothing to migrate: neither ORDERGRAPH_CONFIG nor DATABASE_URL is set, or the settings turn the index off.',
  zh: '没有可更新的：ORDERGRAPH_CONFIG 和 DATABASE_URL 均未设置，或配置关闭了索引。',
};
