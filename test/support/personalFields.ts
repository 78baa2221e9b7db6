// The documented fields that carry personal data: what the marks are held against. Paths are those of a gateway's
// fields.tsv and platform.tsv, below the order.
import type { PersonalKind } from '../../src/order/personal.js';
import type { GatewayCase } from './gateway.js';

const folded = (path: string): string => path.replaceAll('_', '').toLowerCase();

/** The personal fields that a gateway documents, as it writes them. */
export function personalFieldsOf({ document: { personal }, fields, platformFields, below }: GatewayCase) {
  const kinds = new Map<string, PersonalKind>();
  for (const ofKinds of personal)
    for (const [kind, paths] of Object.entries(ofKinds))
      for (const path of paths.split(/\s+/)) kinds.set(folded(path), kind as PersonalKind);
  return [...fields, ...platformFields].flatMap((field) => {
    const kind = field.path.startsWith(below) ? kinds.get(folded(field.path.slice(below.length))) : undefined;
    return kind === undefined ? [] : [{ ...field, kind }];
  });
}

/** All of them by name, of whichever gateway of the platform. */
export const namesIn = ({ document: { personal } }: GatewayCase): readonly string[] =>
  personal.flatMap((fields) => Object.values(fields).flatMap((paths) => paths.split(/\s+/).map(folded)));

export const foldedPath = ({ below }: GatewayCase, path: string): string => folded(path.slice(below.length));
