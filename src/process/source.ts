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
  const { url, index, close } = await startSandbox();
  // Like the sandbox itself, nothing that a server with a settings file has to load.
  const { demoSettings } = await import('../sandbox/demo.js');
  const { path } = index;
  // A database outlives the sandbox, whose people are invented: its next start reads what this one encrypts.
  const encryptionKey =
    databaseUrl === undefined ? index.encryptionKey : createHash('sha256').update(databaseUrl).digest('base64');
  // Whatever port is free is not known yet.
  const publicUrl = port === 0 ? undefined : `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const { shops, ...demo } = demoSettings(url);
  const told = shops.map((shop) => ({ ...shop, sync: { push: true } }));
  const text = JSON.stringify({ ...demo, shops: told, publicUrl, index: { encryptionKey, phoneSuffix: true } });
  const settings = parseSettings(text, {});
  const source = engineSource(databaseUrl, { path, isTemporary: true });
  return { settings, sandbox: { url, index }, index: indexOf(settings, source, true), close };
}

const engineSource = (
  databaseUrl: string | undefined,
  file: { readonly path: string; readonly isTemporary: boolean },
): EngineSource => (databaseUrl === undefined ? { name: 'SQLite', ...file } : { name: 'PostgreSQL', url: databaseUrl });

const indexOf = ({ index }: Settings, source: EngineSource, keepsAll: boolean): Source['index'] =>
  index === false || index.store === 'none' ? undefined : { source, keepsAll };

async function startSandbox(): Promise<Sandbox & { readonly close: () => Promise<void> }> {
  const { [SANDBOX_URL]: already, [SANDBOX_INDEX]: index = '{}' } = process.env;
  if (already !== undefined) return { url: already, index: JSON.parse(index) as SandboxIndex, close: async () => {} };
  // It brings its invented orders along, which nobody else has to wait for.
  const { startSandbox: start } = await import('../sandbox/server.js');
  const { createLiveLedger } = await import('../sandbox/ledger/live.js');
  const { ledger, close: closeLedger } = createLiveLedger();
  const { url, close: closeSandbox } = await start({ ledger });
  const close = async (): Promise<void> => {
    closeLedger();
    await closeSandbox();
  };
  console.log(`No ORDERGRAPH_CONFIG: serving invented orders from the sandbox gateways at ${url}`);
  return { url, index: createSandboxIndex(), close };
}

/** What tells a worker process of the sandbox. */
export const environmentOf = ({ url, index }: Sandbox): Readonly<Record<string, string>> => ({
  [SANDBOX_URL]: url,
  [SANDBOX_INDEX]: JSON.stringify(index),
});
