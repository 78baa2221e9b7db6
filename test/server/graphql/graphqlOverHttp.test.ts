// GraphQL over HTTP, as the suite of its reference implementation audits servers.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { demoShops } from '../../../src/sandbox/demo.js';
import { type Graphql, startGraphql } from '../../support/graphql.js';

let graphql: Graphql;
beforeAll(async () => {
  graphql = await startGraphql({ settings: { shops: demoShops('http://127.0.0.1:9') } });
});
afterAll(() => graphql?.close());

async function failedAudits(fetchFn: typeof fetch): Promise<readonly string[]> {
  const results = await auditServer({ url: graphql.url, fetchFn });
  expect(results.length).toBeGreaterThan(60);
  return results.filter(({ status }) => status !== 'ok').map(({ status, id, name }) => `${status} ${id} ${name}`);
}

test('the server passes every audit of the GraphQL-over-HTTP suite', async () => {
  const failed = await failedAudits((address, init) => {
    const headers = new Headers(init?.headers);
    headers.set('apollo-require-preflight', 'yes');
    return fetch(address, { ...init, headers });
  });
  expect(failed).toEqual([]);
});

test('GETs without apollo-require-preflight are refused, which the specification permits', async () => {
  expect(await failedAudits(fetch)).toEqual([
    expect.stringMatching(/^notice .* MAY accept application\/x-www-form-urlencoded formatted GET requests$/),
    expect.stringMatching(/^notice .* MAY allow URL-encoded JSON string \{variables\} parameter in GETs/),
    expect.stringMatching(/^notice .* MAY allow URL-encoded JSON string \{variables\} parameter in GETs/),
  ]);
});
