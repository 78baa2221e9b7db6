// A server whose shop can be connected at the sandbox's authorization server, and a browser's part in that.
import { createEngine } from '../../src/orderIndex/engine/source.js';
import { createOrderIndex } from '../../src/orderIndex/index.js';
import { openReading } from '../../src/orderIndex/read/reading.js';
import { startWriter } from '../../src/orderIndex/writer/writer.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { demoSettings } from '../../src/sandbox/demo.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { buildServer } from '../../src/server/index.js';
import { freePort } from './freePort.js';
import type { Part } from './json.js';
import { lineStream } from './lineStream.js';

export interface ConnectingServer {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly lines: readonly string[];
  readonly close: () => Promise<void>;
}

/** Keys of callers who may connect shops, and of one who may not. */
export const KEYS = { office: 'office-key', other: 'other-key', reader: 'reader-key' } as const;

const AUTH = {
  apiKeys: [
    { key: KEYS.office, name: 'office', shops: ['*'], scopes: ['orders:read', 'shops:connect'] },
    { key: KEYS.other, name: 'other', shops: ['*'], scopes: ['orders:read', 'shops:connect'] },
    { key: KEYS.reader, name: 'reader', shops: ['*'], scopes: ['orders:read'] },
  ],
};

interface ConnectingOptions {
  readonly now?: () => Date;
  /** Changes the settings of the gateway that is connected. */
  readonly gateway?: Part;
  /** The file of the index, and the key of what is in it; without it tokens are kept in memory. */
  readonly index?: { readonly path: string; readonly encryptionKey: string };
  readonly shop?: string;
  /** Where the other replicas of it play the platform, and by which address they are all reached. */
  readonly beside?: ConnectingServer;
}

export async function startConnecting({
  now = () => new Date(),
  gateway = {},
  index,
  shop = 'flagship',
  beside,
}: ConnectingOptions = {}): Promise<ConnectingServer> {
  const lines: string[] = [];
  const sandbox = beside?.sandbox ?? (await startSandbox());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const demo = demoSettings(sandbox.url);
  const shops = demo.shops
    .filter(({ id }) => id === shop)
    .map(({ gateways: [preferred], ...rest }) => ({ ...rest, gateways: [{ ...preferred, ...gateway }] }));
  const settings = parseSettings(
    JSON.stringify({
      shops,
      auth: AUTH,
      publicUrl: beside?.url ?? url,
      cache: { maxBytes: 0 },
      retries: 0,
      ...(index && { index }),
    }),
    {},
  );
  const source = { name: 'SQLite', path: index?.path ?? '' } as const;
  const engine = await createEngine(source);
  const server = await buildServer({
    settings,
    now,
    logger: { level: 'trace', stream: lineStream((line) => void lines.push(line)) },
    index:
      index &&
      ((log) =>
        createOrderIndex({
          ...{ settings, source, log, now, startWriter },
          startReading: (reading) => openReading({ ...reading, engine }),
        })),
  });
  await server.listen({ port, host: '127.0.0.1' });
  return {
    ...{ url, sandbox, lines },
    async close() {
      await server.close();
      if (beside === undefined) await sandbox.close();
    },
  };
}

/** Where an answer leads, and the cookie that comes with it. */
export interface Step {
  readonly status: number;
  readonly location: string;
  readonly cookie: string;
  readonly headers: Headers;
  readonly text: string;
}

export async function visit(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Step> {
  return stepOf(await fetch(url, { redirect: 'manual', headers }));
}

async function stepOf(response: Response): Promise<Step> {
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const location = response.headers.get('location') ?? '';
  return { status: response.status, location, cookie, headers: response.headers, text: await response.text() };
}

export const bearer = (key: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${key}` });

/** The shop's accounts at the sandbox's authorization server. */
export const MEMBER = '2200612345678';
export const OTHER_MEMBER = '2200687654321';

/** Presses a button of the platform's page; resolves to where that leads back to. */
export async function authorize(page: string, member = MEMBER): Promise<string> {
  const { origin, pathname, searchParams } = new URL(page);
  const { status } = await visit(page);
  if (status !== 200) throw new Error(`The page of the platform answers ${status}.`);
  searchParams.set('member', member);
  const answer = await fetch(`${origin}${pathname}`, { method: 'POST', redirect: 'manual', body: searchParams });
  return (await stepOf(answer)).location;
}
