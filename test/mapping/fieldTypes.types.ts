// Type tests, checked by tsc: a mapping that leaves out a field of the unified model does not compile.
import { absent, type Fields, unknown } from '../../src/mapping/fieldTypes.js';
import { code, decimal, id, text, yuan } from '../../src/mapping/leaves.js';
import type { Refund } from '../../src/order/afterSales.js';
import type { Quote } from '../../src/order/extras.js';

export const whole: Fields<Quote> = { name: text('name'), price: yuan('price'), quantity: decimal('count') };
export const withAbsence: Fields<Quote> = { ...whole, price: absent('it has no prices') };

// @ts-expect-error -- quantity is left out
export const incomplete: Fields<Quote> = { name: text('name'), price: yuan('price') };

// @ts-expect-error -- a price is money, not text
export const mistyped: Fields<Quote> = { name: text('name'), price: text('price'), quantity: decimal('count') };

// @ts-expect-error -- Quote has no such field
export const extra: Fields<Quote> = { ...whole, colour: text('colour') } satisfies Fields<Quote>;

export const status: Fields<Pick<Refund, 'status'>> = { status: unknown('it has no refunds') };

// @ts-expect-error -- a status always has a value: it cannot merely be absent
export const absentStatus: Fields<Pick<Refund, 'status'>> = { status: absent('it has no refunds') };

const payments = { codes: { 1: ['PAID', 'paid'] } } as const;
// @ts-expect-error -- the codes of a table are those of this status, or the table belongs to another
export const otherStatus: Fields<Pick<Refund, 'status'>> = { status: code(payments, 'status') };

// @ts-expect-error -- an id that is never null needs a fallback
export const nullable: Fields<{ readonly id: string }> = { id: id('id') };
