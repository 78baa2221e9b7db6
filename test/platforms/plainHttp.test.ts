// Tests which gateways are named at start as called over plain http.
import { expect, test } from '@jest/globals';
import { plainHttpWarnings } from '../../src/platforms/plainHttp.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { shopOf } from '../support/gateway.js';
import { DAMAIJIA168 } from '../support/gateways/damaijia168.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import { GATEWAYS } from '../support/gateways.js';

const warningsOf = (shops: readonly object[]) => plainHttpWarnings(parseSettings(JSON.stringify({ shops }), {}).shops);

test.each(['http://gateway.example', 'http://10.0.0.7:8080'])('a gateway at %s is named by its place', (url) => {
  const shops = [shopOf(VV_TOOL, 'https://gateway.example'), { ...shopOf(DAMAIJIA168, url), id: 'depot' }];
  expect(warningsOf(shops)).toEqual([
    expect.stringMatching(/^shops\[1\]\.gateways\[0\] \(DAMAIJIA168\) is called over plain http: /),
  ]);
});

test.each(['https://gateway.example', 'http://127.0.0.1:4100', 'http://localhost', 'http://[::1]:1'])(
  'a gateway at %s is not named',
  (url) => {
    expect(warningsOf([shopOf(VV_TOOL, url)])).toEqual([]);
  },
);

test('of the public addresses, only those of gateways that document no other are named', () => {
  const shops = GATEWAYS.map(({ type, settings }) => ({ id: type, name: type, gateways: [settings] }));
  const named = warningsOf(shops).map((warning) => /\((\w+)\)/.exec(warning)?.[1]);
  expect(named).toEqual(['VV_TOOL', 'DAMAIJIA168']);
});
