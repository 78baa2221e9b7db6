// Tests `ordergraph migrate` on a file of SQLite.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import Database from 'libsql';
import { migrate } from '../../src/cli/commands/migrate.js';
import { demoShops } from '../../src/sandbox/demo.js';
import { run } from '../support/commandLine.js';

const folder = mkdtempSync(join(tmpdir(), 'migrate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function settingsFile(index: unknown): string {
  const path = join(folder, 'settings.yaml');
  writeFileSync(path, JSON.stringify({ shops: demoShops('http://127.0.0.1:1'), index }));
  return path;
}

test('a database is created and brought up to date once, and --check changes nothing', async () => {
  const path = join(folder, 'deep', 'index.db');
  const config = settingsFile({ path });
  expect(await run(migrate, ['--config', config, '--check'])).toMatchObject({ code: 1, output: '' });
  expect(existsSync(path)).toBe(false);
  const first = await run(migrate, ['--config', config]);
  expect(first).toMatchObject({ code: 0, errors: '' });
  expect(first.output).toMatch(/^SQLite: brought up to date: 001-tables, 002-credentials/);
  const done = { code: 0, output: 'SQLite: up to date\n', errors: '' };
  expect(await run(migrate, ['--config', config, '--check'])).toEqual(done);
  expect(await run(migrate, ['--config', config])).toEqual(done);
});

test('a database that a later version has changed is named, and left as it is', async () => {
  const path = join(folder, 'later.db');
  const config = settingsFile({ path });
  expect(await run(migrate, ['--config', config])).toMatchObject({ code: 0 });
  const database = new Database(path);
  database.prepare("insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01')").run();
  database.close();
  for (const options of [[], ['--check']]) {
    const { code, output, errors } = await run(migrate, ['--config', config, ...options]);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toContain(
      'SQLite: a later version of OrderGraph has changed it: 999-later. This version cannot use it',
    );
  }
  const { errors } = await run(migrate, ['--config', config, '--check'], { language: 'zh' });
  expect(errors).toContain('已被更新的 OrderGraph 版本改动：999-later');
});

test.each([
  ['no settings and no database', []],
  ['settings without an index', ['--config', settingsFile(false)]],
])('with %s there is nothing to migrate, which is told', async (_what, args) => {
  settingsFile(false);
  const { code, errors } = await run(migrate, args);
  expect(code).toBe(1);
  expect(errors).toContain('nothing to migrate');
});
