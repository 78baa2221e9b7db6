// The places of a gateway's own document: which of them a field reads, how, and what personal data it carries there.
import { memoize } from '../common/memoize.js';
import { type Codec, CURRENCY, type ReadContext } from '../mapping/codec.js';
import type { Document } from '../mapping/document.js';
import type { AnyField } from '../mapping/fieldTypes.js';
import { parseSegment } from '../mapping/path.js';
import { type FieldsPlace, fieldsInside, sourcesOf } from '../mapping/walk.js';
import { membersOf } from '../order/decorators.js';
import { Order } from '../order/order.js';
import type { PersonalKind } from '../order/personal.js';
import type { GatewayDefinition } from '../platforms/gateway.js';
import { isPersonal } from './personalFields.js';

type Type = new () => object;

/** A path of the document in the reference spelling, and what the field that reads it carries. */
interface MappedPath {
  readonly path: string;
  readonly kind: PersonalKind | undefined;
  /** How the field reads it; undefined: together with others. */
  readonly codec: Codec<unknown> | undefined;
}

export type RawGateway = Pick<GatewayDefinition, 'document' | 'spellings'>;

/** Every path that the mapping reads, once for each field that reads it. */
export const mappedPathsOf = ({ document }: Pick<RawGateway, 'document'>): readonly MappedPath[] => [
  ...pathsIn({ fields: document.order, from: '' }, Order),
  ...pathsIn({ fields: document.platformOrder.fields, from: '' }, document.platformOrder.type),
  ...sourcesOf(document.orderId, '').map((source) => ({ ...source, kind: undefined })),
  ...(document.currency.path ? [{ path: document.currency.path, kind: undefined, codec: CURRENCY }] : []),
];

const pathsIn = ({ fields, from }: FieldsPlace, type: Type | undefined): readonly MappedPath[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const member = type && membersOf(type).get(name);
    return pathsOf(field, from, member?.type(), member?.personal?.kind);
  });

function pathsOf(field: AnyField, from: string, type: unknown, kind: PersonalKind | undefined): readonly MappedPath[] {
  if (field.kind === 'object' || field.kind === 'list') {
    return fieldsInside(field, from).flatMap((inner) => [
      ...(kind ? [{ path: inner.from, kind, codec: undefined }] : []),
      ...pathsIn(inner, type as Type),
    ]);
  }
  // A text that holds others, of which one carries personal data, carries it.
  const carried = kind ?? (isPersonal(type) ? 'TEXT' : undefined);
  return sourcesOf(field, from).map(({ path, codec }) => ({ path, kind: carried, codec }));
}

/** A place of the document, under every spelling of its name. */
export interface PathNode {
  kind: PersonalKind | undefined;
  /** How fields read the value itself; undefined: together with others. */
  readonly codecs: (Codec<unknown> | undefined)[];
  readonly members: Map<string, PathNode>;
}

const createPathNode = (): PathNode => ({ kind: undefined, codecs: [], members: new Map() });

/** The root of a gateway's document. */
export const documentPathsOf: (gateway: RawGateway) => PathNode = memoize(({ document, spellings }) => {
  const root = createPathNode();
  for (const { path, kind, codec } of mappedPathsOf({ document })) {
    const node = path.split('.').reduce(nodeBelow, root);
    node.codecs.push(codec);
    node.kind ??= kind;
  }
  return root;

  /** The node under a segment of a path; a wrapper around a list leads to the list itself. */
  function nodeBelow(parent: PathNode, segment: string): PathNode {
    const { name, wrapper } = parseSegment(segment);
    const keys = spellings.map((spelling) => spelling(name));
    const node = keys.map((key) => parent.members.get(key)).find((known) => known !== undefined) ?? createPathNode();
    for (const key of keys) parent.members.set(key, node);
    if (wrapper) for (const spelling of spellings) node.members.set(spelling(wrapper), node);
    return node;
  }
});

/**
 * Whether a value is what the fields of its place read; words where a time or an amount should be may be anyone's. What is
 * read together with others says nothing of the value's form where another field reads the value itself.
 */
export function createReadableCheck({ currency, zone }: Document): (value: unknown, node: PathNode) => boolean {
  const context: ReadContext = { currency: currency.fallback, zone, place: 1, warn: () => {} };
  return (value, { codecs }) => {
    const own = codecs.filter((codec) => codec !== undefined);
    if (own.length === 0) return codecs.length > 0;
    return own.some((codec) =>
      [value, [value]].some((form) => (codec.decode(form, context) ?? undefined) !== undefined),
    );
  };
}
