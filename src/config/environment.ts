// What the environment says: where to listen, what to read. Checked like the settings file, with every mistake named.
import { IsOptional, validateSync } from 'class-validator';
import { isObject } from '../common/object.js';
import { isHost } from './address.js';
import { ConfigError, ConfigErrors } from './configErrors.js';
import { isPostgresUrl } from './databaseUrl.js';
import { type Environment, errorCode } from './placeholders.js';
import { isRedisUrl } from './redisUrl.js';
import { OneOf, Text } from './rules.js';
import { Secret } from './secret.js';

/** What can carry calls to gateways. */
export const transportNames = ['node-fetch', 'undici'] as const;
export type TransportName = (typeof transportNames)[number];

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

interface Range {
  readonly message: string;
  readonly includes: (text: string) => boolean;
}

/** Whole numbers in a range, written in digits alone. */
const range = (minimum: number, maximum: number): Range => ({
  message: `must be a number from ${minimum} to ${maximum}`,
  includes: (text) => /^\d+$/.test(text) && Number(text) >= minimum && Number(text) <= maximum,
});

const PORTS = range(0, 65_535);
const WORKERS = range(1, 1_024);
const SANDBOX_ORDERS = range(0, 10_000);

/** The variables as they stand in the environment, with their defaults. */
class Variables {
  /** TCP port to listen on; 0 takes a free one. */
  @Text(PORTS.message, PORTS.includes)
  readonly PORT: string = '4000';

  /** Address to listen on. */
  @Text('must be a host name or an IP address, without brackets', isHost)
  readonly HOST: string = '127.0.0.1';

  /** The settings file; default none: the sandbox. */
  readonly ORDERGRAPH_CONFIG?: string;

  /** A Redis that instances share; default none. */
  @Secret()
  @IsOptional()
  @Text('must be a URL such as redis://host:6379/0 or rediss://user:password@host:6379', isRedisUrl)
  readonly REDIS_URL?: string;

  /** A PostgreSQL database that holds the order index; default none: a file. */
  @Secret()
  @IsOptional()
  @Text('must be a URL such as postgres://user:password@host:5432/database', isPostgresUrl)
  readonly DATABASE_URL?: string;

  /** Processes that answer together. */
  @Text(WORKERS.message, WORKERS.includes)
  readonly WORKERS: string = '1';

  /** What carries calls to gateways. */
  @OneOf(transportNames)
  readonly UPSTREAM_HTTP: TransportName = 'node-fetch';

  /** Recent orders of each demo shop that the sandbox's index begins with. */
  @Text(SANDBOX_ORDERS.message, SANDBOX_ORDERS.includes)
  readonly SANDBOX_ORDERS: string = '400';

  /** A collector of traces; default none. */
  @IsOptional()
  @Text('must be an http or https URL', (text) => /^https?:\/\//i.test(text) && URL.canParse(text))
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  /** What is logged. */
  @OneOf(logLevels)
  readonly LOG_LEVEL: LogLevel = 'info';
}

/** Of these, an empty one counts as not given: that is how they are turned off where others are inherited. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'ORDERGRAPH_CONFIG',
  'REDIS_URL',
  'DATABASE_URL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
] satisfies (keyof Variables)[]);
const NAMES = ['PORT', 'HOST', 'WORKERS', 'UPSTREAM_HTTP', 'LOG_LEVEL', 'SANDBOX_ORDERS', ...OPTIONAL];

export interface EnvironmentSettings {
  readonly port: number;
  readonly host: string;
  readonly configPath: string | undefined;
  readonly redisUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly workers: number;
  readonly transport: TransportName;
  readonly logLevel: LogLevel;
  /** Where traces are sent. */
  readonly traceEndpoint: string | undefined;
  readonly sandboxOrders: number;
}

/** @throws ConfigError naming every mistake by its variable, never a value. */
export function readEnvironment(environment: Environment): EnvironmentSettings {
  const isGiven = (name: string): boolean =>
    environment[name] !== undefined && !(OPTIONAL.has(name) && environment[name] === '');
  const given = NAMES.filter(isGiven).map((name) => [name, environment[name]]);
  const variables: Variables = Object.assign(new Variables(), Object.fromEntries(given));
  const mistakes = new ConfigErrors();
  for (const { property, constraints = {} } of validateSync(variables, { stopAtFirstError: true }))
    for (const message of Object.values(constraints)) mistakes.add(property, message);
  mistakes.raise();
  return {
    port: Number(variables.PORT),
    host: variables.HOST,
    configPath: variables.ORDERGRAPH_CONFIG,
    redisUrl: variables.REDIS_URL,
    databaseUrl: variables.DATABASE_URL,
    workers: Number(variables.WORKERS),
    transport: variables.UPSTREAM_HTTP,
    logLevel: variables.LOG_LEVEL,
    traceEndpoint: variables.OTEL_EXPORTER_OTLP_ENDPOINT,
    sandboxOrders: Number(variables.SANDBOX_ORDERS),
  };
}

/** @throws ConfigError when it is none. */
export function readSandboxPort({ SANDBOX_PORT = '4100' }: Environment): number {
  if (PORTS.includes(SANDBOX_PORT)) return Number(SANDBOX_PORT);
  throw new ConfigError([`SANDBOX_PORT: ${PORTS.message}`]);
}

/** Why a host and port that look right cannot be listened on; each tells which of the two it is of. */
const LISTEN_ERRORS: ReadonlyMap<string, (portName: string) => string> = new Map([
  ['EADDRINUSE', (portName: string) => `${portName}: another program listens there already`],
  ['EACCES', (portName: string) => `${portName}: this user may not listen there`],
  ['EADDRNOTAVAIL', () => 'HOST: is no address of this machine'],
]);

const isOfLookup = (error: unknown): boolean => isObject(error) && error.syscall === 'getaddrinfo';

const unknownHost = (code: string): string => `HOST: no address is known for this name (${code})`;

/** What was wrong with the environment, when listening failed. */
export function listenError(error: unknown, portName = 'PORT'): ConfigError {
  const code = errorCode(error);
  const message = isOfLookup(error) ? unknownHost(code) : LISTEN_ERRORS.get(code)?.(portName);
  return new ConfigError([message ?? `HOST, ${portName}: cannot be listened on (${code})`]);
}
