// What AliExpress adds to orders and child orders: JSON in a text.
import { type Codec, TEXT } from '../../../mapping/codec.js';
import { leaf } from '../../../mapping/fieldTypes.js';
import { text } from '../../../mapping/leaves.js';
import { extensionOf } from '../codecs.js';

/** A member of the JSON; what is no JSON has none, and is readable as sent. */
const memberOf = (name: string): Codec<string> => ({
  ...TEXT,
  unit: `JSON: ${name}`,
  decode: (value) => {
    const member = extensionOf(value)?.[name];
    return typeof member === 'string' ? member : null;
  },
});

export const EXTENSION = {
  extensionText: text('extend_map', 'What AliExpress adds, JSON as sent: codes of the business.'),
  businessModelCode: leaf(
    memberOf('orderBusinessModel'),
    'extend_map',
    'Who sells and ships it, such as SEMI_CHOICE_SELF: semi-managed.',
  ),
  siteLanguage: leaf(memberOf('siteLang'), 'extend_map', 'The language of the site it was bought on.'),
};
