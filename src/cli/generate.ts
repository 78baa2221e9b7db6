// `npm run gen`: writes what is computed into schema/.
import { writeFileSync } from 'node:fs';
import { printed } from './artifacts.js';

for (const [name, text] of Object.entries(printed))
  writeFileSync(new URL(`../../schema/${name}`, import.meta.url), text);
