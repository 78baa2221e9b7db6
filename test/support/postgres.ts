// A real PostgreSQL of a test's own, in a folder of its own: Debian's, on a port of 127.0.0.1. It ends by its process id.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './freePort.js';

export interface TestPostgres {
  /** Where it keeps all that it is given. */
  readonly folder: string;
  /** The address of a new, empty database; or of a copy of another, which nobody may be connected to. */
  readonly createDatabase: (template?: string) => Promise<string>;
  /** Ends it at once: connections break, and what was committed is there when it starts again. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Where Debian puts its versions. */
const VERSIONS = '/usr/lib/postgresql';
const OLDEST = 15;

/** Debian's user and group `nobody`: PostgreSQL refuses to be run by root. */
const NOBODY = 65_534;

const SUPERUSER = 'ordergraph';

/** What a test's data may do without: it need not outlive the machine. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

export async function startPostgres(settings: readonly string[] = SETTINGS): Promise<TestPostgres> {
  const programs = programFolder();
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  const port = await freePort();
  let server: ChildProcess | undefined;
  let databases = 0;

  const run = (program: string, parameters: readonly string[]) =>
    spawn(join(programs, program), parameters, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });

  // A collation of words rather than bytes, as most databases have one: no order may depend on it.
  const collation = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en'];
  await succeed(
    run('initdb', ['-D', data, '-U', SUPERUSER, '-A', 'trust', '--no-sync', '--no-instructions', ...collation]),
  );

  async function start(): Promise<void> {
    const place = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', ''];
    server = run('postgres', [...place, ...settings.flatMap((setting) => ['-c', setting])]);
    let said = '';
    const { stderr } = server;
    if (stderr === null) throw new Error('PostgreSQL has no log.');
    await new Promise<void>((resolve, reject) => {
      stderr.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes('ready to accept connections')) resolve();
      });
      server?.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    });
  }

  async function kill(): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGQUIT'); // its own children end with it, where SIGKILL would leave them
    await ended;
  }

  await start();
  return {
    folder: data,
    async createDatabase(template) {
      databases += 1;
      const name = `test_${databases}`;
      const client = new pg.Client(addressOf(port, 'postgres'));
      await client.connect();
      const from = template === undefined ? 'template0' : new URL(template).pathname.slice(1);
      await client.query(`create database ${name} template ${from}`);
      await client.end();
      return addressOf(port, name);
    },
    kill,
    start,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const addressOf = (port: number, database: string): string => `postgresql://${SUPERUSER}@127.0.0.1:${port}/${database}`;

function programFolder(): string {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).map(Number) : [];
  const newest = Math.max(0, ...versions.filter((version) => version >= OLDEST));
  const folder = join(VERSIONS, String(newest), 'bin');
  if (!existsSync(join(folder, 'initdb')))
    throw new Error(`There is no PostgreSQL ${OLDEST} or later in ${VERSIONS}: install Debian's package postgresql.`);
  return folder;
}

async function succeed(program: ChildProcess): Promise<void> {
  let said = '';
  program.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = (await once(program, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program.spawnfile} failed: ${said}`);
}
