// Prints a new API key, and the line that makes it known to the settings file.
import { randomBytes } from 'node:crypto';
import { sha256Of } from '../config/keyHash.js';

const key = `og_${randomBytes(32).toString('base64url')}`;

console.log(`The key, for whoever asks; it is shown this once:
  ${key}
Its line under auth.apiKeys, for the settings file:
  - { sha256: ${sha256Of(key)}, name: dashboard, shops: ["*"], scopes: ["orders:read"] }`);
