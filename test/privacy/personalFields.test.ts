// Tests the marks of personal data: every documented personal field has one, and the schema shows all of them.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, type DirectiveNode, type GraphQLNamedType, isObjectType } from 'graphql';
import type { PersonalKind } from '../../src/order/personal.js';
import { gateways } from '../../src/platforms/index.js';
import { mappedPathsOf } from '../../src/privacy/maskRaw.js';
import { schema } from '../../src/query/schema.js';
import type { GatewayCase } from '../support/gateway.js';
import { GATEWAYS } from '../support/gateways.js';
import { foldedPath, namesIn, personalFieldsOf } from '../support/personalFields.js';

/** A path as personalFields.ts folds it, lists unmarked. */
const bare = (path: string): string => path.replace(/\[\]/g, '').replaceAll('_', '').toLowerCase();

/** orders[order].title → orders.order.title */
const unwrapped = (path: string): string => path.replace(/\[(\w+)\]/g, '.$1').replace(/\[\]/g, '');

describe.each(GATEWAYS)('$type', (gateway) => {
  const own = gateways[gateway.type as keyof typeof gateways];
  const kinds = new Map<string, Set<PersonalKind | undefined>>();
  for (const { path, kind } of mappedPathsOf(own)) {
    const at = bare(unwrapped(path));
    kinds.set(at, (kinds.get(at) ?? new Set()).add(kind));
  }

  test('every documented personal field is marked with its kind', () => {
    const unmarked = personalFieldsOf(gateway).filter(
      ({ path, kind }) => !isMarked(bare(foldedPath(gateway, path)), kind),
    );
    expect(unmarked.map(({ path, kind }) => `${path} ${kind}`)).toEqual([]);
  });

  /** A mark on a part of the document covers all that is in it. */
  function isMarked(path: string, kind: PersonalKind): boolean {
    const end = path.lastIndexOf('.');
    return kinds.get(path)?.has(kind) || (end > 0 && isMarked(path.slice(0, end), kind));
  }

  test('every marked field is on the list of personal fields', () => {
    const listed = new Set(namesIn(gateway).map(bare));
    const marked = [...kinds]
      .filter(([, found]) => [...found].some((kind) => kind !== undefined))
      .map(([path]) => path);
    const isListed = (path: string) => listed.has(path) || [...listed].some((one) => one.startsWith(`${path}.`));
    expect(marked.filter((path) => !isListed(path))).toEqual([]);
  });

  test('a value that is mapped to several fields is marked in all of them', () => {
    const torn = [...kinds].filter(([, found]) => found.size > 1).map(([path]) => path);
    // Where there is no city, the district stands for it.
    expect(torn).toEqual(gateway.type === 'TAOBAO_TOP' ? ['receiverdistrict'] : []);
  });
});

test('every name on the lists of personal fields is documented by some gateway of the platform', () => {
  const onPlatform = ({ type }: GatewayCase, path: string): string =>
    `${gateways[type as keyof typeof gateways].document.platform} ${path}`;
  const documented = new Set(
    GATEWAYS.flatMap((gateway) =>
      [...gateway.fields, ...gateway.platformFields].map(({ path }) => onPlatform(gateway, foldedPath(gateway, path))),
    ),
  );
  const unknown = GATEWAYS.flatMap((gateway) =>
    namesIn(gateway).filter((name) => !documented.has(onPlatform(gateway, name))),
  );
  expect(unknown).toEqual([]);
});

describe('marks of personal data in the schema', () => {
  const printed = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
  const isMark = ({ name }: DirectiveNode): boolean => name.value === 'personal';
  const markedIn = (type: GraphQLNamedType): readonly string[] =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap(({ name, description, astNode }) => {
          const marks = (astNode?.directives ?? []).filter(isMark);
          const [, kind] =
            / Personal data \((\w+)\): (?:masked|null) without the scope pii:read\.$/.exec(description ?? '') ?? [];
          const values = marks
            .flatMap((mark) => mark.arguments ?? [])
            .map(({ value }) => 'value' in value && value.value);
          expect(values).toEqual(kind === undefined ? [] : [kind]);
          return values.map((value) => `${type.name}.${name} ${value}`);
        })
      : [];
  const all = (of: typeof schema) => Object.values(of.getTypeMap()).flatMap(markedIn);

  test('every mark is a directive and part of the description', () => {
    expect(all(schema)).toContain('Receiver.mobile PHONE');
    expect(all(schema)).toContain('Alibaba1688ReceiverInfo.fullName NAME');
    expect(all(schema).length).toBeGreaterThan(100);
  });

  test('every marked ID is null without the scope, and says so', () => {
    const marked = Object.values(schema.getTypeMap())
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
      .filter(({ type, astNode }) => String(type) === 'ID' && astNode?.directives?.some(isMark));
    expect(marked.length).toBeGreaterThan(5);
    expect(marked.filter(({ description }) => !description?.endsWith(': null without the scope pii:read.'))).toEqual(
      [],
    );
  });

  test('the printed schema has every mark', () => {
    expect(all(printed)).toEqual(all(schema));
  });
});
