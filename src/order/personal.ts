// The mark of fields that carry personal data, which the schema prints as a directive.

import { DirectiveLocation, GraphQLDirective, GraphQLEnumType, GraphQLNonNull } from 'graphql';
import { ID } from 'type-graphql';

/** Kinds of personal data, and what is left of each without the scope pii:read. */
const KINDS = {
  NAME: 'A person’s or a company’s name. Masked: its first character, 张*.',
  PHONE: 'A telephone or fax number. Masked: 138****8888, 021-****9999.',
  EMAIL: 'An e-mail address. Masked: its first character and its domain, a***@example.com.',
  ADDRESS: 'An address, or a part of one below the city. Masked: province and city where it names them.',
  ID_NUMBER: 'A number of a paper, a bank account, a taxpayer or a car. Masked: its last characters.',
  BIRTHDAY: 'A date of birth. Masked: its year.',
  ACCOUNT: 'Who someone is on the platform: id, sign-in name, nick. Masked: its first character.',
  TEXT: 'Words that people chose, and whatever they wrote in them. Masked: wholly.',
  HANDLE: 'What someone’s data is decrypted or found again by, on the platform: caid, ccid, oaid. Masked: null.',
} as const;

export type PersonalKind = keyof typeof KINDS;
export const personalKinds = Object.keys(KINDS) as readonly PersonalKind[];

export interface Personal {
  readonly kind: PersonalKind;
}

/** Marks a field as carrying personal data. */
export const personal = (kind: PersonalKind): Personal => ({ kind });

/** Whether nothing is left of a marked field: caches keep objects by their ids, and two people may share a masked one. */
export const isWithheld = ({ kind }: Personal, type: unknown): boolean => kind === 'HANDLE' || type === ID;

/** The sentence added to a marked field's description, for documentation that prints no directives. */
export const sentenceFor = (mark: Personal, type: unknown): string =>
  ` Personal data (${mark.kind}): ${isWithheld(mark, type) ? 'null' : 'masked'} without the scope pii:read.`;

export const personalDirective = new GraphQLDirective({
  name: 'personal',
  description:
    'The field carries personal data: for callers without the scope pii:read it is masked, or null where it is an ID.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    kind: {
      type: new GraphQLNonNull(
        new GraphQLEnumType({
          name: 'PersonalKind',
          description: 'What of a person a field tells, and what a caller without the scope pii:read sees of it.',
          values: Object.fromEntries(Object.entries(KINDS).map(([kind, description]) => [kind, { description }])),
        }),
      ),
    },
  },
});

/** The directive as it is written on a field. */
export const directiveOf = ({ kind }: Personal): string => `@${personalDirective.name}(kind: ${kind})`;
