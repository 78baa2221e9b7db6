// Tests the sandbox's authorization servers: as strict as the originals.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { alibaba1688 } from '../../src/sandbox/1688/endpoints/alibaba1688.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { taobaoTop } from '../../src/sandbox/taobao/endpoints/taobaoTop.js';
import { startCalendar, stopCalendar } from '../support/clock.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const REDIRECT_URI = 'http://127.0.0.1:4000/connect/callback';

describe.each([alibaba1688, taobaoTop])('$type', ({ account, authorization }) => {
  const { authorizePath, tokenPath, pageParameters, member, codeSeconds } = authorization;
  const client = { client_id: account.appKey, client_secret: account.appSecret };

  const page = (parameters: Readonly<Record<string, string>>) =>
    new URLSearchParams({ client_id: account.appKey, redirect_uri: REDIRECT_URI, ...pageParameters, ...parameters });

  const press = (parameters: URLSearchParams): Promise<Response> =>
    fetch(sandbox.url + authorizePath, { method: 'POST', body: parameters, redirect: 'manual' });

  async function codeFor(): Promise<string> {
    const { headers } = await press(page({ state: 's', member }));
    return new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  const exchange = async (form: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      redirect_uri: REDIRECT_URI,
      ...client,
      ...form,
    });
    const response = await fetch(sandbox.url + tokenPath, { method: 'POST', body });
    return { status: response.status, answer: (await response.json()) as Readonly<Record<string, string>> };
  };

  test('the page has a button for each account, and brings code and state back', async () => {
    const shown = await (await fetch(`${sandbox.url}${authorizePath}?${page({ state: 's' })}`)).text();
    expect(shown).toContain(`value="${member}"`);
    const { status, headers } = await press(page({ state: 'a b&c', member }));
    const back = new URL(headers.get('location') ?? '');
    expect([status, back.origin + back.pathname, back.searchParams.get('state')]).toEqual([303, REDIRECT_URI, 'a b&c']);
  });

  test.each([
    ['an address elsewhere', { redirect_uri: 'https://evil.example/connect/callback' }],
    ['another application', { client_id: '1' }],
  ])('the page refuses %s', async (_what, parameters) => {
    const shown = await fetch(`${sandbox.url}${authorizePath}?${page(parameters)}`, { redirect: 'manual' });
    const pressed = await press(page({ ...parameters, member }));
    expect([shown.status, pressed.status]).toEqual([400, 400]);
  });

  test('a code is good once', async () => {
    const code = await codeFor();
    expect(await exchange({ code })).toMatchObject({ status: 200, answer: { access_token: expect.any(String) } });
    expect(await exchange({ code })).toMatchObject({ status: 400, answer: { error: 'invalid_grant' } });
  });

  test('a code is good for a time alone', async () => {
    const code = await codeFor();
    stopCalendar();
    jest.setSystemTime(Date.now() + codeSeconds * 1000);
    const { status } = await exchange({ code });
    startCalendar();
    expect(status).toBe(400);
  });

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client'],
    ['another address than the page was told', { redirect_uri: 'http://127.0.0.1:4000/elsewhere' }, 'invalid_grant'],
    ['a code that it has not issued', { code: 'made-up' }, 'invalid_grant'],
    ['a refresh token that it has not issued', { grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant'],
  ])('tokens are refused for %s', async (_what, form, error) => {
    expect(await exchange({ code: await codeFor(), ...form })).toMatchObject({ status: 400, answer: { error } });
  });

  test('a refresh token is good for another access token', async () => {
    const { answer } = await exchange({ code: await codeFor() });
    const renewed = await exchange({ grant_type: 'refresh_token', refresh_token: answer.refresh_token ?? '' });
    expect(renewed.status).toBe(200);
    expect(renewed.answer.access_token).not.toBe(answer.access_token);
  });
});
