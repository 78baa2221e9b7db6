// Masks a gateway's own document: every path that the mapping reads into a marked field carries personal data, and what
// no field reads may carry any.
import { memoize } from '../common/memoize.js';
import { createReadableCheck, documentPathsOf, type PathNode, type RawGateway } from './documentPaths.js';
import { HIDDEN, mask, maskedKey } from './mask.js';

export { mappedPathsOf } from './documentPaths.js';

const maskOf = memoize(compileMask);

/** A gateway's own document, masked: what no field reads is hidden whole. */
export const maskRaw = (gateway: RawGateway, raw: object): unknown => maskOf(gateway)(raw);

/** Deeper than any document, and shallower than the stack. */
const MAX_DEPTH = 64;

function compileMask(gateway: RawGateway): (raw: object) => unknown {
  const root = documentPathsOf(gateway);
  const isReadable = createReadableCheck(gateway.document);
  return (raw) => maskValue(raw, root, 0);

  function maskValue(value: unknown, node: PathNode | undefined, depth: number): unknown {
    if (value === null || value === '') return value;
    if (node === undefined || depth === MAX_DEPTH) return HIDDEN;
    if (node.kind) return mask(node.kind, value);
    if (Array.isArray(value)) return value.map((member) => maskValue(member, node, depth + 1));
    if (typeof value !== 'object') return isReadable(value, node) ? value : HIDDEN;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        maskedKey(name),
        maskValue(member, node.members.get(name), depth + 1),
      ]),
    );
  }
}
