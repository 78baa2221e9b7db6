// `npm run gen`: writes what is computed into schema/ and the READMEs.
import { readFileSync, writeFileSync } from 'node:fs';
import { printed } from './artifacts.js';
import { readmeNames, withGatewayRows } from './gatewayRows.js';

const ROOT = new URL('../../', import.meta.url);

for (const [name, text] of Object.entries(printed)) writeFileSync(new URL(`schema/${name}`, ROOT), text);

for (const name of readmeNames) {
  const file = new URL(name, ROOT);
  writeFileSync(file, withGatewayRows(readFileSync(file, 'utf8'), name));
}
