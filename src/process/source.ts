// What the program serves: the settings file's shops, or the sandbox's when there is none; and where their index is.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { requireAuthBeyondLoopback } from '../auth/anonymous.js';
import type { EnvironmentSettings } from '../config/environment.js';
import type { Settings } from '../config/index.js';
import { requireEncryptionBeyondLoopback } from '../config/redisUrl.js';
import type { EngineSource } from '../orderIndex/engine/source.js';
import { loadSettings, parseSettings } from '../platforms/settings.js';
import { createSandboxIndex, type SandboxIndex } from './sandboxIndex.js';

/** Environment variables by which the primary process passes the sandbox on to its workers. */
const SANDBOX_URL = 'ORDERGRAPH_SANDBOX_URL';
const SANDBOX_INDEX = 'ORDERGRAPH_SANDBOX_INDEX';

/** The file of the index beside the settings file. */
const INDEX_FILE = 'ordergraph-index.db';

export interface Source {
  readonly settings: Settings;
  /** Undefined: the gateways are real. */
  readonly sandbox: Sandbox | undefined;
  /** Undefined: there is none. */
  readonly index: { readonly source: EngineSource; readonly keepsAll: boolean } | undefined;
  readonly close: () => Promise<void>;
}

/** Where the gateways are played, and where the orders of them are kept. */
interface Sandbox {
  readonly url: string;
  /** Whether orders live there, which lists and messages tell of. */
  readonly isLive: boolean;
  readonly index: SandboxIndex;
}

/** @throws ConfigError when HOST lets others in than the settings do, or documents would lie open in Redis. */
export async function sourceOf(environment: EnvironmentSettings): Promise<Source> {
  const { host, configPath, redisUrl, databaseUrl } = environment;
  if (configPath === undefined) return sandboxSource(environment);
  const settings = loadSettings({ path: configPath, environment: process.env });
  requireAuthBeyondLoopback(host, settings.auth);
  requireEncryptionBeyondLoopback(redisUrl, settings.cache);
  const source = engineSourceOf(settings, configPath, databaseUrl);
  return { settings, sandbox: undefined, index: indexOf(settings, source, false), close: async () => {} };
}

/** Where the orders of a settings file's shops are kept. */
export function engineSourceOf(settings: Settings, configPath: string, databaseUrl: string | undefined): EngineSource {
  const path = settings.index === false ? undefined : settings.index.path;
  return engineSource(databaseUrl, { path: path ?? join(dirname(configPath), INDEX_FILE), isTemporary: false });
}

async function sandboxSource({ host, port, databaseUrl }: EnvironmentSettings): Promise<Source> {
  requireAuthBeyondLoopback(host, undefined);
  // Whatever port is free is not known yet.
  const publicUrl = port === 0 ? undefined : `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const { url, isLive, index, close } = await startSandbox(publicUrl);
  // Like the sandbox itself, nothing that a server with a settings file has to load.
  const { demoSettings } = await import('../sandbox/demo.js');
  const { liveSince } = await import('../sandbox/ledger/live.js');
  const { path } = index;
  // A database outlives the sandbox, whose people are invented: its next start reads what this one encrypts.
  const encryptionKey =
    databaseUrl === undefined ? index.encryptionKey : createHash('sha256').update(databaseUrl).digest('base64');
  const demo = demoSettings(url, isLive ? { liveSince: liveSince(Date.now()) } : {});
  const text = JSON.stringify({ ...demo, publicUrl, index: { encryptionKey, phoneSuffix: true } });
  const settings = parseSettings(text, {});
  const source = engineSource(databaseUrl, { path, isTemporary: true });
  return { settings, sandbox: { url, isLive, index }, index: indexOf(settings, source, true), close };
}

const engineSource = (
  databaseUrl: string | undefined,
  file: { readonly path: string; readonly isTemporary: boolean },
): EngineSource => (databaseUrl === undefined ? { name: 'SQLite', ...file } : { name: 'PostgreSQL', url: databaseUrl });

const indexOf = ({ index }: Settings, source: EngineSource, keepsAll: boolean): Source['index'] =>
  index === false || index.store === 'none' ? undefined : { source, keepsAll };

/** @param publicUrl where the server is, if that is known */
async function startSandbox(publicUrl: string | undefined): Promise<Sandbox & { readonly close: () => Promise<void> }> {
  const { [SANDBOX_URL]: already, [SANDBOX_INDEX]: index = '{}' } = process.env;
  // Who says how many orders there are wants no others.
  const isLive = process.env.SANDBOX_ORDERS === undefined;
  if (already !== undefined)
    return { url: already, isLive, index: JSON.parse(index) as SandboxIndex, close: async () => {} };
  // It brings its invented orders along, which nobody else has to wait for.
  const { url, close } = isLive
    ? await startLive(publicUrl)
    : await (await import('../sandbox/server.js')).startSandbox();
  console.log(`No ORDERGRAPH_CONFIG: serving invented orders from the sandbox gateways at ${url}`);
  return { url, isLive, index: createSandboxIndex(), close };
}

async function startLive(publicUrl: string | undefined) {
  const { startLiveSandbox } = await import('../sandbox/liveSandbox.js');
  const sandbox = await startLiveSandbox();
  if (publicUrl !== undefined) sandbox.postTo(publicUrl);
  return sandbox;
}

/** What tells a worker process of the sandbox. */
export const environmentOf = ({ url, index }: Pick<Sandbox, 'url' | 'index'>): Readonly<Record<string, string>> => ({
  [SANDBOX_URL]: url,
  [SANDBOX_INDEX]: JSON.stringify(index),
});
