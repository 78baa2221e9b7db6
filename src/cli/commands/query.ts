// `ordergraph query FILE`: asks a running server, and shows the answer.
import { readFile } from 'node:fs/promises';
import { isObject, type JsonObject } from '../../common/object.js';
import { answerTables } from '../answerTable.js';
import { fetchFrom, serverOf } from '../callServer.js';
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
import { printable } from '../terminal.js';
import { apiKeyWith, ORDERGRAPH_URL } from '../variables.js';

const FORMATS = ['table', 'json'] as const;
type Format = (typeof FORMATS)[number];

export const query: Command = {
  name: 'query',
  summary: { en: 'Asks a running server a GraphQL query', zh: '向运行中的服务发出 GraphQL 查询' },
  operands: 'FILE|-',
  count: [1, 1],
  options: {
    variables: { value: 'JSON', words: { en: 'the variables, as a JSON object', zh: '变量，JSON 对象' } },
    'variables-file': {
      value: 'FILE',
      words: { en: 'a file with the variables, as a JSON object', zh: '变量文件，JSON 对象' },
    },
    variable: {
      value: 'NAME=VALUE',
      isList: true,
      words: {
        en: 'one variable; its value is JSON, or else a text; again for more',
        zh: '单个变量，值为 JSON，否则按文本；可重复',
      },
    },
    operation: { value: 'NAME', words: { en: 'which operation of the file', zh: '文件中的哪个操作' } },
    url: { value: 'URL', words: { en: 'where the server answers (ORDERGRAPH_URL)', zh: '服务地址（ORDERGRAPH_URL）' } },
    key: {
      value: 'KEY',
      words: {
        en: 'an API key; others on this machine can see it here, but not in ORDERGRAPH_API_KEY',
        zh: 'API 密钥；写在这里会被本机其他用户看到，ORDERGRAPH_API_KEY 则不会',
      },
    },
    format: {
      value: FORMATS.join('|'),
      words: { en: 'table on a terminal, json elsewhere', zh: '终端上默认 table，否则 json' },
    },
  },
  variables: { ORDERGRAPH_URL, ORDERGRAPH_API_KEY: apiKeyWith('orders:read') },
  details: {
    en: 'FILE holds the query; - reads it from standard input. json is the answer as the server sent it.',
    zh: 'FILE 为查询文件，- 表示读标准输入。json 原样输出服务的应答。',
  },
  statuses: {
    en: '0  answered without an error\n1  answered with errors, or not at all\n2  the command line is wrong',
    zh: '0  应答没有错误\n1  应答有错误，或没有应答\n2  命令行有误',
  },
  async run(invocation, surroundings) {
    const format = formatOf(invocation, surroundings);
    const request = await requestOf(invocation, surroundings);
    const { url, apiKey } = serverOf(surroundings.environment);
    const server = { url: invocation.option('url') ?? url, apiKey: invocation.option('key') ?? apiKey };
    const reply = await fetchFrom(server, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify(request),
    });
    return show(await reply.text(), `${server.url}: HTTP ${reply.status}`, format, surroundings);
  },
};

function formatOf({ option }: Invocation, { output, language }: Surroundings): Format {
  const given = option('format') ?? (output.isTTY ? 'table' : 'json');
  const format = FORMATS.find((known) => known === given);
  if (format === undefined) throw new UsageError(NO_FORMAT[language]);
  return format;
}

const NO_FORMAT: Words = { en: '--format is table or json.', zh: '--format 只能是 table 或 json。' };

async function requestOf(
  { positionals: [file = ''], option, list }: Invocation,
  around: Surroundings,
): Promise<object> {
  const text = file === '-' ? await textFrom(around.input) : await textOfFile(file);
  const variables = {
    ...(option('variables-file') && objectIn(await textOfFile(option('variables-file') ?? ''), '--variables-file')),
    ...(option('variables') && objectIn(option('variables') ?? '', '--variables')),
    ...Object.fromEntries(list('variable').map(variableIn)),
  };
  return { query: text, variables, ...(option('operation') && { operationName: option('operation') }) };
}

const textOfFile = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CliError(`${path}: cannot be read (${error.code})`);
  });

async function textFrom(input: Surroundings['input']): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

function objectIn(text: string, option: string): JsonObject {
  const value = jsonIn(text);
  if (!isObject(value)) throw new UsageError(`${option}: must be a JSON object`);
  return value;
}

/** Undefined where the text is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A long id stays the text that it is. */
function variableIn(text: string): readonly [string, unknown] {
  const [, name, value = ''] = /^([_A-Za-z]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new UsageError(`--variable ${text}: must be NAME=VALUE`);
  return [name, /^-?\d{16,}$/.test(value) ? value : (jsonIn(value) ?? value)];
}

interface Answer {
  readonly data?: JsonObject | null;
  readonly errors?: readonly AnswerError[];
}

interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

function show(text: string, place: string, format: Format, { output, errors, paint }: Surroundings): ExitCode {
  const parsed = jsonIn(text);
  if (!isObject(parsed)) throw new CliError(`${place}: no answer of GraphQL`);
  const { data, errors: failures = [] }: Answer = parsed;
  if (format === 'json') output.write(`${text.trimEnd()}\n`);
  else if (data) output.write(`${answerTables(data, (name) => paint('bold', name))}\n`);
  if (format === 'table') for (const failure of failures) errors.write(`${wordsOf(failure)}\n`);
  return failures.length === 0 && data ? EXIT.DONE : EXIT.FAILED;
}

const wordsOf = ({ message, path, extensions }: AnswerError): string =>
  printable([path?.join('.'), extensions?.code, message].filter(Boolean).join(': '));
