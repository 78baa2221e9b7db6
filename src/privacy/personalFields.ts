// Finds the personal data of an order by the marks of the model.
import { memoize } from '../common/memoize.js';
import type { Encryption } from '../mapping/document.js';
import { EMPTY_SELECTION, type Selection } from '../mapping/selection.js';
import { membersOf } from '../order/decorators.js';
import type { Privacy } from '../order/enums.js';
import { isWithheld, type Personal, type PersonalKind } from '../order/personal.js';
import { isHidden } from './mask.js';

type Type = new () => object;

interface PersonalMark extends Personal {
  /** Whether it is null for whoever may not read it. */
  readonly isWithheld: boolean;
}

/** A member that carries personal data, or leads to members that do. */
interface PersonalField {
  readonly name: string;
  /** undefined: only its members do. */
  readonly mark: PersonalMark | undefined;
  /** undefined: the class of the value, as the type is one of several. */
  readonly type: Type | undefined;
}

const personalFieldsOf: (type: Type) => readonly PersonalField[] = memoize((type) =>
  [...membersOf(type)].flatMap(([name, { type: typeOf, personal }]): readonly PersonalField[] => {
    const inner = typeOf();
    if (personal) return [{ name, mark: { ...personal, isWithheld: isWithheld(personal, inner) }, type: undefined }];
    if (inner === undefined) return [{ name, mark: undefined, type: undefined }];
    const leads = typeof inner === 'function' && personalFieldsOf(inner as Type).length > 0;
    return leads ? [{ name, mark: undefined, type: inner as Type }] : [];
  }),
);

/** Whether the model marks anything in a type. */
export const isPersonal = (type: unknown): boolean =>
  typeof type === 'function' && personalFieldsOf(type as Type).length > 0;

/** The selection of all that is marked in a type. */
export const personalSelectionOf = (type: Type): Selection =>
  Object.fromEntries(
    personalFieldsOf(type).map(({ name, type: inner }) => [name, inner ? personalSelectionOf(inner) : EMPTY_SELECTION]),
  );

interface PersonalFieldSelection extends PersonalField {
  readonly selection: Selection;
}

/** The personal fields of a type that are selected; most selections have none. */
const personalFieldsIn: (selection: Selection) => (type: Type) => readonly PersonalFieldSelection[] = memoize(
  (selection) =>
    memoize((type) =>
      personalFieldsOf(type).flatMap((field) => {
        const inner = selection[field.name];
        const leads = inner && (field.type === undefined || personalFieldsIn(inner)(field.type).length > 0);
        return leads ? [{ ...field, selection: inner }] : [];
      }),
    ),
);

/** Called with a personal value, its mark and its path in the schema; returns what replaces it. */
type Visit = (value: unknown, mark: PersonalMark, path: string) => unknown;

/** What was read of an object, which the visitor may change. */
interface ReadObject {
  readonly object: object;
  readonly type: Type;
  readonly selection: Selection;
}

/** Visits every personal value that was read. */
export function visitPersonal({ object, type, selection }: ReadObject, visit: Visit, path = ''): void {
  const members = object as Record<string, unknown>;
  for (const { name, mark, type: inner, selection: within } of personalFieldsIn(selection)(type)) {
    const value = members[name];
    if (value === undefined || value === null) continue;
    const at = path === '' ? name : `${path}.${name}`;
    if (mark) members[name] = visit(value, mark, at);
    else {
      for (const one of Array.isArray(value) ? value : [value])
        if (typeof one === 'object' && one !== null)
          visitPersonal({ object: one, type: inner ?? one.constructor, selection: within }, visit, at);
    }
  }
}

type IsCiphertext = Encryption['isCiphertext'];

const isEncryptedText = (value: unknown, isCiphertext: IsCiphertext): boolean =>
  typeof value === 'string' && isCiphertext(value);

/** Free text may only look encrypted, and what decrypts is worth as much as what it decrypts. */
const NEVER_ENCRYPTED: ReadonlySet<PersonalKind> = new Set(['TEXT', 'HANDLE']);

/** Whether a value is someone’s data, readable. */
export const isPlain = (kind: PersonalKind, value: unknown, isCiphertext: IsCiphertext): boolean =>
  !isHidden(kind, value) && (NEVER_ENCRYPTED.has(kind) || !isEncryptedText(value, isCiphertext));

interface PrivacyContext {
  /** How ciphertext is recognised on the order’s platform. */
  readonly isCiphertext: IsCiphertext;
  /** Whether the gateway says that its personal data is encrypted. */
  readonly isEncrypted: boolean;
  /** Whether it is masked for the caller. */
  readonly isMasked: boolean;
}

/** How much of a selected object’s personal data its reader can see. */
export function privacyOf(
  selected: ReadObject | undefined,
  { isCiphertext, isEncrypted, isMasked }: PrivacyContext,
): Privacy {
  const found = new Set<Privacy>();
  if (selected) {
    visitPersonal(selected, (value, { kind }) => {
      // A handle tells nothing of the data itself.
      if (value === '' || kind === 'HANDLE') return value;
      if (isEncryptedText(value, isCiphertext)) found.add('ENCRYPTED');
      else found.add(isHidden(kind, value) ? 'MASKED' : 'PLAIN');
      return value;
    });
  }
  if (found.size === 0) return 'ABSENT';
  if (isEncrypted || found.has('ENCRYPTED')) return 'ENCRYPTED';
  return isMasked || found.has('MASKED') ? 'MASKED' : 'PLAIN';
}
