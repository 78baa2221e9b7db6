// Tests what the log says of keys at start.
import { expect, test } from '@jest/globals';
import { startupWarnings } from '../../src/auth/startupWarnings.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { shopOf } from '../support/gateway.js';
import { VV_TOOL } from '../support/gateways/vvTool.js';
import type { Part } from '../support/json.js';

const HASH = '2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90';

function warningsOf(...apiKeys: readonly Part[]): readonly string[] {
  const keys = apiKeys.map((key) => ({ shops: ['*'], scopes: [], ...key }));
  const settings = { shops: [shopOf(VV_TOOL, 'http://127.0.0.1')], auth: { apiKeys: keys } };
  return startupWarnings(parseSettings(JSON.stringify(settings), {}).auth, false);
}

test('a key of fewer than 16 characters is named by its place and its name, and not told', () => {
  const warnings = warningsOf({ key: 'sentinel-567890', name: 'office' });
  expect(warnings).toContain(
    'auth.apiKeys[0] (office) has fewer than 16 characters and can be guessed; npm run key makes a long one.',
  );
  expect(warnings.join()).not.toContain('sentinel');
});

test('a key of 16 characters is long enough, and nothing is said of a hash', () => {
  expect(warningsOf({ key: 'sentinel-5678901' }, { sha256: HASH })).toEqual([
    'auth.apiKeys[0] stands in the settings as it is; its SHA-256 would do, see npm run key.',
  ]);
});
