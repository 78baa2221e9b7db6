// The coverage table: for every field and gateway the names on the wire, their unit and the subtree they arrive in, or
// why there is none. Computed from the fields that reading is compiled from.
import type { Document, Subtrees } from './document.js';
import type { AnyField, AnyFields } from './fieldTypes.js';
import { isWithin, spelledWithLists, withoutListMarks } from './path.js';
import type { Spelling } from './spelling.js';
import { type FieldsPlace, fieldsInside, sourcesOf } from './walk.js';

/** What the table needs to know of a gateway. */
interface CoveredGateway {
  readonly type: string;
  readonly document: Document;
  readonly spellings: readonly Spelling[];
  readonly undocumented: readonly string[];
  readonly documents?: {
    /** Paths that its platform lists now and that it does not. */
    readonly ofPlatform?: readonly string[];
  };
  /** Where they are not the document's. */
  readonly subtrees?: Subtrees;
}

/** A field where it stands: a list of several sources puts one field in several places. */
interface FieldPlace {
  readonly field: AnyField;
  /** The path that its own paths start from, every list in it marked. */
  readonly from: string;
}

type Row = readonly [name: string, ...cells: string[]];

/** The mark of what a gateway's own pages lack and its platform's list. */
const OF_PLATFORM = '‡';

const UNDOCUMENTED = 'not documented by this gateway';

const PREAMBLE = `<!-- Printed by npm run gen. -->

# Coverage

Every field of the schema, and where each gateway has it: the name on the wire in that gateway's own spelling, \`[]\`
after a list (a lone object counts as a list of one), then its unit or form unless it is plain text, then after ← the
subtree that has to be requested. *else*: the first that is there is read. *with*: computed from all. *and*: one list
after the other. ${OF_PLATFORM}: the gateway's own pages lack it, and its platform's pages list it now: it is read where it comes. Of
them only Taobao is asked, which leaves out what it does not know; a gateway to 1688 might refuse, so that 1688's own
alone is asked by name, and AliExpress comes whole. Words in italics say why a gateway has nothing; — stands below a field that is itself absent. Fields of
\`Order\` that are not here, such as \`id\` and \`shop\`, come from the query or from the reply's envelope.`;

/** The whole page, in Markdown. */
export function coverage(gateways: { readonly [type: string]: CoveredGateway }): string {
  const all = Object.values(gateways);
  const documents = [...new Set(all.map(({ document }) => document))];
  const platforms = documents.map(({ platformOrder }) =>
    section(
      platformOrder.name,
      all.filter(({ document }) => document.platformOrder === platformOrder),
      ({ document }) => document.platformOrder.fields,
    ),
  );
  return `${[PREAMBLE, section('Order', all, ({ document }) => document.order), ...platforms].join('\n\n')}\n`;
}

/** A table of the fields that hold no others, then one for each field that does. */
function section(
  title: string,
  gateways: readonly CoveredGateway[],
  fieldsOf: (gateway: CoveredGateway) => AnyFields,
): string {
  const placed = gateways.map((gateway) => [{ fields: fieldsOf(gateway), from: '' }]);
  const groups = namesIn(placed).map((name) => ({ name, rows: rowsOf(name, fieldNamed(name, placed), gateways) }));
  const table = (rows: readonly Row[]): string =>
    [['field', ...gateways.map(({ type }) => type)], ['---', ...gateways.map(() => '---')], ...rows]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
  return [
    `## ${title}`,
    table(groups.filter(({ rows }) => rows.length === 1).flatMap(({ rows }) => rows)),
    ...groups.filter(({ rows }) => rows.length > 1).map(({ name, rows }) => `### ${name}\n\n${table(rows)}`),
  ].join('\n\n');
}

/** The row of a field and of all that is in it; what only gathers other fields has no row of its own. */
function rowsOf(
  name: string,
  placed: readonly (readonly FieldPlace[])[],
  gateways: readonly CoveredGateway[],
): readonly Row[] {
  const inner = placed.map((places) => places.flatMap(({ field, from }) => fieldsInside(field, from)));
  const isList = placed.flat().some(({ field }) => field.kind === 'list');
  const cells = placed.map((places, index) => cell(places, gateways[index] as CoveredGateway));
  const rows = namesIn(inner).flatMap((child) =>
    rowsOf(`${name}${isList ? '[]' : ''}.${child}`, fieldNamed(child, inner), gateways),
  );
  return cells.every((text) => text === '') ? rows : [[`\`${name}\``, ...cells.map((text) => text || '—')], ...rows];
}

const namesIn = (placed: readonly (readonly FieldsPlace[])[]): readonly string[] => [
  ...new Set(placed.flat().flatMap(({ fields }) => Object.keys(fields))),
];

const fieldNamed = (name: string, placed: readonly (readonly FieldsPlace[])[]): readonly (readonly FieldPlace[])[] =>
  placed.map((places) =>
    places.flatMap(({ fields, from }) => {
      const field = fields[name];
      return field ? [{ field, from }] : [];
    }),
  );

/** The cell of a field and a gateway; empty where the field only gathers others. */
function cell(placed: readonly FieldPlace[], gateway: CoveredGateway): string {
  const texts = placed.map(({ field, from }) =>
    field.kind === 'absent' ? `*${field.why}*` : sourceNames(field, from, gateway),
  );
  return [...new Set(texts.filter((text) => text !== ''))].join('; ').replaceAll('|', '\\|');
}

/** How several sources make one field: the first that is there, all of them together, one list after the other. */
const JOINTS = { leaf: ' else ', computed: ' with ', object: '', list: ' and ' } as const;

function sourceNames(field: Exclude<AnyField, { kind: 'absent' }>, from: string, gateway: CoveredGateway): string {
  const sources = sourcesOf(field, from);
  if (sources.length === 0) return '';
  const documented = sources.filter(({ path }) => homeOf(withoutListMarks(path), gateway) !== 'nowhere');
  if (documented.length === 0) return `*${UNDOCUMENTED}*`;
  const names = documented.map(({ path }) => {
    const mark = homeOf(withoutListMarks(path), gateway) === 'platform' ? ` ${OF_PLATFORM}` : '';
    return `\`${spelledWithLists(path, gateway)}\`${mark}`;
  });
  const units = new Set(documented.map(({ unit }) => unit).filter((unit) => unit !== 'text'));
  const subtrees = new Set(documented.flatMap(({ path }) => subtreesOf(gateway).of(withoutListMarks(path)) ?? []));
  return [
    names.join(JOINTS[field.kind]),
    [...units].join(' or '),
    subtrees.size > 0 ? `← ${[...subtrees].join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const subtreesOf = ({ subtrees, document }: CoveredGateway): Subtrees => subtrees ?? document.subtrees;

/** Where a path is documented: on the gateway's own pages, or on its platform's alone. Some rows name a whole part. */
function homeOf(path: string, { undocumented, documents }: CoveredGateway): 'gateway' | 'platform' | 'nowhere' {
  if (documents?.ofPlatform?.some((outer) => isWithin(path, outer))) return 'platform';
  return undocumented.some((outer) => isWithin(path, outer)) ? 'nowhere' : 'gateway';
}
