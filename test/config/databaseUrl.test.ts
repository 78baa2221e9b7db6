// Tests which addresses are those of a PostgreSQL database, what is secret in them, and what is told of them at start.
import { expect, test } from '@jest/globals';
import { databaseSecrets, databaseWarnings } from '../../src/config/databaseUrl.js';
import { readEnvironment } from '../../src/config/environment.js';

test.each([
  'postgres://orders:s3cret@db:5432/orders',
  'postgresql://localhost/orders?sslmode=require',
  'postgres:///orders?host=/var/run/postgresql',
  'postgres://o:p%40ss@[::1]:5433/orders',
])('DATABASE_URL «%s» is taken as it is', (DATABASE_URL) => {
  expect(readEnvironment({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
});

test.each(['db:5432/orders', 'mysql://o:s3cret@db/orders', 'postgres://o:%zz@db/orders', 'postgres://h:0/orders'])(
  'DATABASE_URL «%s» is a mistake, whose message does not repeat it',
  (DATABASE_URL) => {
    expect(() => readEnvironment({ DATABASE_URL })).toThrow(
      /^DATABASE_URL: must be a URL such as postgres:\/\/user:password@host:5432\/database$/,
    );
  },
);

test('the secrets of a database’s address are the whole of it and its passwords, encoded or not', () => {
  const url = 'postgres://me:p%40ss@h/orders?sslpassword=other';
  expect(databaseSecrets(url)).toEqual([url, 'p%40ss', 'p@ss', 'other']);
});

test.each([
  ['postgres://o@127.0.0.1/orders', []],
  ['postgres:///orders?host=/var/run/postgresql', []],
  ['postgres://o@db/orders?sslmode=require', []],
  ['postgres://o@db/orders?sslmode=prefer', [/without TLS/]],
  ['postgres://o@db/orders', [/without TLS/]],
])('of a database at %s it is told what it lacks (%#)', (url, warnings) => {
  expect(databaseWarnings(url)).toEqual(warnings.map((warning) => expect.stringMatching(warning)));
});
