// The recorded files of a gateway.
import { readFileSync } from 'node:fs';

/** request.json, reply.json or fields.tsv of a gateway, by its type. */
export const fixture = (type: string, name: string): string =>
  readFileSync(new URL(`../fixtures/${type}/${name}`, import.meta.url), 'utf8');
