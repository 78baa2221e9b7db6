// Replies built from the gateways' lists of documented fields: every field set, and one of them flipped at a time.
import type { WireField } from './wireFields.js';

/** Parts of an AliExpress amount, which have to agree with each other. */
const AMOUNT_PARTS: Readonly<Record<string, readonly [value: string, flipped: string]>> = {
  cent: ['2100', '2200'],
  cent_factor: ['100', '1000'],
  default_fraction_digits: ['2', '3'],
  currency_code: ['USD', 'EUR'],
  settlement_currency: ['USD', 'EUR'],
};

/** JSON in a text. */
const SKU_JSON = /(product_attributes|tp_open_order_product_info_dto\[\]\.sku)$/;

/** A value for a field; the two variants of one field differ, and mean something different. */
export function wireValue({ path, type }: WireField, flipped: boolean): unknown {
  const part = AMOUNT_PARTS[path.split('.').at(-1) ?? '']?.[flipped ? 1 : 0];
  if (part !== undefined) return type === 'number' ? Number(part) : part;
  if (SKU_JSON.test(path)) return JSON.stringify({ sku: [{ pName: flipped ? '22' : '21' }] });
  const isTime = /(time|gmt_?|Time|gmt|created|modified)(?![a-z]*(out|_type))/.test(path.split('.').at(-1) ?? '');
  if (type === 'array') return flipped ? ['two'] : ['one'];
  if (type === 'boolean') return flipped;
  if (type === 'number') return flipped ? 12 : 11;
  if (type === 'date') return flipped ? '2021-02-03 04:05:06' : '2020-01-02 03:04:05';
  if (isTime) return flipped ? '20210203040506000+0800' : '20200102030405000+0800';
  return flipped ? '22' : '21';
}

/** The other of two; of anything else another than is usual. */
const flippedValue = (field: WireField, given: unknown): unknown =>
  typeof given === 'boolean' ? !given : wireValue(field, true);

type Node = { [name: string]: unknown };

/** A document with all the fields set; fixed gives the values that a good reply cannot do without. */
export function wireDocument(
  fields: readonly WireField[],
  fixed: Readonly<Record<string, unknown>>,
  flipped?: string,
): unknown {
  const root: Node = {};
  for (const field of fields) {
    const { [field.path]: given = wireValue(field, false) } = fixed;
    place(root, field.path.split('.'), flipped === field.path ? flippedValue(field, given) : given);
  }
  return root;
}

function place(node: Node, [segment = '', ...rest]: readonly string[], value: unknown): void {
  const isList = segment.endsWith('[]');
  const name = isList ? segment.slice(0, -2) : segment;
  if (rest.length === 0) {
    node[name] = value;
    return;
  }
  node[name] ??= isList ? [{}] : {};
  place((isList ? (node[name] as Node[])[0] : node[name]) as Node, rest, value);
}
