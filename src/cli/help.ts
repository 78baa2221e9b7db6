// The help of the command line, written from what the commands say of themselves.
import type { Command } from './command.js';
import type { Language, Words } from './language.js';
import type { Paint } from './terminal.js';

const HEADINGS = {
  usage: { en: 'Usage', zh: '用法' },
  commands: { en: 'Commands', zh: '命令' },
  options: { en: 'Options', zh: '选项' },
  environment: { en: 'Environment', zh: '环境变量' },
  statuses: { en: 'Exit status', zh: '退出状态' },
} as const satisfies Readonly<Record<string, Words>>;

const STATUSES: Words = {
  en: '0  done\n1  failed; what is wrong is on standard error\n2  the command line is wrong',
  zh: '0  完成\n1  失败，原因见标准错误\n2  命令行有误',
};

const PRODUCT: Words = {
  en: 'OrderGraph: one GraphQL API over the orders of 1688, Taobao and AliExpress.',
  zh: 'OrderGraph：一个 GraphQL 接口，查询 1688、淘宝和速卖通的订单。',
};

const MORE: Words = {
  en: 'Without a command it serves. Each has a help of its own: ordergraph COMMAND --help',
  zh: '不写命令即启动服务。每个命令都有自己的帮助：ordergraph 命令 --help',
};

const HELP: Words = { en: 'Shows this help', zh: '显示本帮助' };

const LANGUAGE: Words = {
  en: 'English, or Chinese where LC_ALL, LC_MESSAGES or LANG begins with zh. NO_COLOR=1 turns colours off.',
  zh: 'LC_ALL、LC_MESSAGES 或 LANG 以 zh 开头时显示中文，否则显示英文。NO_COLOR=1 关闭颜色。',
};

/** How the program is called where it is installed. */
export const PROGRAM = 'ordergraph';

interface HelpOptions {
  readonly language: Language;
  readonly paint: Paint;
}

/** The help of all commands. */
export function overview(commands: readonly Command[], { language, paint }: HelpOptions): string {
  const rows = commands.map(
    ({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary[language]] as const,
  );
  return [
    PRODUCT[language],
    '',
    `${paint('bold', HEADINGS.usage[language])}: ${PROGRAM} [COMMAND] [OPTIONS]`,
    '',
    paint('bold', HEADINGS.commands[language]),
    ...entries(rows),
    '',
    MORE[language],
    LANGUAGE[language],
    '',
    paint('bold', HEADINGS.statuses[language]),
    ...indented(STATUSES[language]),
  ].join('\n');
}

/**
 * The help of one command.
 * @param calledAs what stands before its operands, such as `ordergraph import` or `npm run import`
 */
export function helpOf(command: Command, calledAs: string, { language, paint }: HelpOptions): string {
  const { summary, details, operands, options, variables = {}, statuses = STATUSES } = command;
  const optionRows = [
    ...Object.entries(options).map(([name, { value, words }]) => [signature(name, value), words[language]] as const),
    ['--help', HELP[language]] as const,
  ];
  const variableRows = Object.entries(variables).map(([name, words]) => [name, words[language]] as const);
  return [
    `${calledAs} ${operands}`.trim(),
    '',
    summary[language],
    ...(details ? ['', details[language]] : []),
    '',
    paint('bold', HEADINGS.options[language]),
    ...entries(optionRows),
    ...(variableRows.length > 0 ? ['', paint('bold', HEADINGS.environment[language]), ...entries(variableRows)] : []),
    '',
    paint('bold', HEADINGS.statuses[language]),
    ...indented(statuses[language]),
  ].join('\n');
}

const signature = (name: string, value: string | undefined): string => `--${name}${value ? ` ${value}` : ''}`;

const indented = (text: string): readonly string[] => text.split('\n').map((line) => `  ${line}`);

/** A longer name has its words on the next line. */
const NAME_WIDTH = 24;

const entries = (rows: readonly (readonly [name: string, words: string])[]): readonly string[] =>
  rows.flatMap(([name, words]) => {
    const [first = '', ...others] = words.split('\n').map((line) => line.trim());
    const rest = others.map((line) => `  ${' '.repeat(NAME_WIDTH)}${line}`);
    return name.length < NAME_WIDTH
      ? [`  ${name.padEnd(NAME_WIDTH)}${first}`, ...rest]
      : [`  ${name}`, `  ${' '.repeat(NAME_WIDTH)}${first}`, ...rest];
  });
