// Personal data in a gateway's own document: every path that the mapping reads into a marked field carries it, and what
// no field reads may carry anything.

import { memoize } from '../common/memoize.js';
import { type Codec, CURRENCY, type ReadContext } from '../mapping/codec.js';
import type { AnyField } from '../mapping/fieldTypes.js';
import { parseSegment } from '../mapping/path.js';
import { BEIJING } from '../mapping/time.js';
import { type FieldsPlace, fieldsInside, sourcesOf } from '../mapping/walk.js';
import { membersOf } from '../order/decorators.js';
import { Order } from '../order/order.js';
import type { PersonalKind } from '../order/personal.js';
import type { GatewayDefinition } from '../platforms/gateway.js';
import { HIDDEN, mask, maskedKey } from './mask.js';
import { isPersonal } from './personalFields.js';

type Type = new () => object;

/** A path of the document in the reference spelling, and what the field that reads it carries. */
export interface MappedPath {
  readonly path: string;
  readonly kind: PersonalKind | undefined;
  /** How the field reads it; undefined: together with others. */
  readonly codec: Codec<unknown> | undefined;
}

type RawGateway = Pick<GatewayDefinition, 'document' | 'spellings'>;

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

interface PathNode {
  kind: PersonalKind | undefined;
  /** Fields that read the value itself. */
  readonly readings: MappedPath[];
  readonly members: Map<string, PathNode>;
}

const createPathNode = (): PathNode => ({ kind: undefined, readings: [], members: new Map() });

const maskOf = memoize(compile);

/** A gateway's own document, masked: what no field reads is hidden whole. */
export const maskRaw = (gateway: RawGateway, raw: object): unknown => maskOf(gateway)(raw);

function compile({ document, spellings }: RawGateway): (raw: object) => unknown {
  const root = createPathNode();
  for (const reading of mappedPathsOf({ document })) {
    const part = reading.path.split('.').reduce(partBelow, root);
    part.readings.push(reading);
    part.kind ??= reading.kind;
  }
  return (raw) => shown(raw, root, 0);

  /** The part under a name of a path; a wrapper around a list leads to the list itself. */
  function partBelow(parent: PathNode, segment: string): PathNode {
    const { name, wrapper } = parseSegment(segment);
    const keys = spellings.map((spelling) => spelling(name));
    const part = keys.map((key) => parent.members.get(key)).find((known) => known !== undefined) ?? createPathNode();
    for (const key of keys) parent.members.set(key, part);
    if (wrapper) for (const spelling of spellings) part.members.set(spelling(wrapper), part);
    return part;
  }
}

/** Deeper than any document, and shallower than the stack. */
const MAX_DEPTH = 64;

function shown(value: unknown, part: PathNode | undefined, depth: number): unknown {
  if (value === null || value === '') return value;
  if (part === undefined || depth === MAX_DEPTH) return HIDDEN;
  if (part.kind) return mask(part.kind, value);
  if (Array.isArray(value)) return value.map((member) => shown(member, part, depth + 1));
  if (typeof value !== 'object') return part.readings.some((reading) => isReadable(value, reading)) ? value : HIDDEN;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [maskedKey(name), shown(member, part.members.get(name), depth + 1)]),
  );
}

const ANYWHERE: ReadContext = { currency: 'CNY', zone: BEIJING, place: 1, warn: () => {} };

/** Words where a time or an amount should be are shown to nobody by their field, and may be anyone's. */
const isReadable = (value: unknown, { codec }: MappedPath): boolean =>
  codec === undefined || [value, [value]].some((form) => (codec.decode(form, ANYWHERE) ?? undefined) !== undefined);
