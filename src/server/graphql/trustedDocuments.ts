// Trusted documents: the queries of our own clients, written down when they are built and named by their hash.
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { isObject } from '../../common/object.js';
import { ConfigError } from '../../config/index.js';
import type { TrustedDocumentSettings } from '../../config/settings.js';

export interface TrustedDocuments {
  readonly mode: 'log' | 'enforce';
  /** The text that a hash or id stands for. */
  readonly textOf: (id: string) => string | undefined;
  readonly has: (text: string) => boolean;
  readonly close: () => void;
}

interface DocumentLog {
  readonly info: (details: object, message: string) => void;
  readonly error: (details: object, message: string) => void;
}

/** fs.watch loses a file that is replaced, as deployments do; asking for its time once a second does not. */
const POLL_MS = 1_000;

/**
 * Reads the manifest, and again whenever it changes; one that cannot be read leaves the last good one in force.
 * @throws ConfigError when the first cannot be read.
 */
export function createTrustedDocuments(
  settings: TrustedDocumentSettings | undefined,
  log: DocumentLog,
): TrustedDocuments | undefined {
  if (settings === undefined || settings.mode === 'off') return undefined;
  const { manifest, mode } = settings;
  let texts: ReadonlyMap<string, string>;
  try {
    texts = readManifest(manifest);
  } catch (error) {
    throw new ConfigError([`trustedDocuments.manifest: ${reasonOf(error)}`]);
  }
  let trusted = new Set(texts.values());

  const read = (): void => {
    try {
      texts = readManifest(manifest);
      trusted = new Set(texts.values());
      log.info({ manifest, documents: texts.size }, 'trusted documents read again');
    } catch (error) {
      log.error({ manifest, reason: reasonOf(error) }, 'trusted documents not read, the last ones stay');
    }
  };
  watchFile(manifest, { interval: POLL_MS, persistent: false }, read);
  return {
    mode,
    textOf: (id) => texts.get(bareHash(id)),
    has: (text) => trusted.has(text),
    close: () => unwatchFile(manifest, read),
  };
}

/** codegen writes sha256:HASH; links of clients send either. */
const bareHash = (id: string): string => id.replace(/^sha256:/, '');

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Two forms: hash → text, as graphql-codegen's client preset writes it, and Apollo's list of operations. */
function readManifest(path: string): ReadonlyMap<string, string> {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const pairs = pairsIn(content);
  if (!pairs?.every(isPairOfTexts)) throw new Error('must be hashes and their query texts, or a list of operations');
  return new Map(pairs.map(([id, text]) => [bareHash(id), text]));
}

function pairsIn(content: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  if (!isObject(content)) return undefined;
  if (!Array.isArray(content.operations)) return Object.entries(content);
  return content.operations.map((operation: unknown) =>
    isObject(operation) ? [operation.id, operation.body] : [undefined, undefined],
  );
}

const isPairOfTexts = (pair: readonly [unknown, unknown]): pair is readonly [string, string] =>
  typeof pair[0] === 'string' && typeof pair[1] === 'string';
