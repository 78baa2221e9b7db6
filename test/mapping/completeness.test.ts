// A mapping states every field of the unified model: leaving one out does not compile. tsc checks this file.
import { expect, test } from '@jest/globals';
import { absent, type Fields, unknown } from '../../src/mapping/fieldTypes.js';
import { code, decimal, id, text, yuan } from '../../src/mapping/leaves.js';
import type { Refund } from '../../src/order/afterSales.js';
import type { Quote } from '../../src/order/extras.js';
import { order } from '../../src/platforms/1688/order.js';

const whole: Fields<Quote> = { name: text('name'), price: yuan('price'), quantity: decimal('count') };
const stated: Fields<Quote> = { name: text('name'), price: absent('it has no prices'), quantity: decimal('count') };

// @ts-expect-error -- quantity is left out
const gap: Fields<Quote> = { name: text('name'), price: yuan('price') };

// @ts-expect-error -- a price is money, not text
const mistyped: Fields<Quote> = { name: text('name'), price: text('price'), quantity: decimal('count') };

// @ts-expect-error -- Quote has no such field
const extra: Fields<Quote> = { ...whole, colour: text('colour') } satisfies Fields<Quote>;

const axis: Fields<Pick<Refund, 'status'>> = { status: unknown('it has no refunds') };

// @ts-expect-error -- a status always has a value: it cannot merely be absent
const missingAxis: Fields<Pick<Refund, 'status'>> = { status: absent('it has no refunds') };

// @ts-expect-error -- the codes of a table are codes of this axis, or it is no table of it
const otherAxis: Fields<Pick<Refund, 'status'>> = { status: code({ codes: { 1: ['PAID', 'paid'] } }, 'status') };

// @ts-expect-error -- an id that must be there needs something to stand in for it
const nullable: Fields<{ readonly id: string }> = { id: id('id') };

test('what compiles maps every field', () => {
  for (const fields of [whole, stated]) expect(Object.keys(fields)).toEqual(['name', 'price', 'quantity']);
  for (const wrong of [gap, mistyped, extra, axis, missingAxis, otherAxis, nullable]) expect(wrong).toBeDefined();
});

test('1688 states why it lacks what it lacks', () => {
  const absents = Object.values(order).filter((field) => field.kind === 'absent');
  expect(absents.length).toBeGreaterThan(0);
  for (const { why } of absents) expect(why.length).toBeGreaterThan(10);
});
