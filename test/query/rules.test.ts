// The rules looked up once say of every object what class-validator itself says.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  AttributesArguments,
  brokenRulesOf,
  NodeArguments,
  NodesArguments,
  OrderArguments,
  OrderRef,
  OrdersArguments,
} from '../../src/query/arguments.js';
import { keepsRules } from '../../src/query/rules.js';

const text = fc.oneof(
  fc.constantFrom('mill', '7', '2198111437768747370', '', 'ü', 'a'.repeat(64), '1'.repeat(33), 'a'.repeat(513)),
  fc.string(),
);
const absent = fc.constantFrom(null, undefined);
const age = fc.oneof(fc.integer(), absent);
const ref = fc.record({ shop: text, orderId: text, outOrderId: fc.oneof(text, absent) });
const as =
  <Made extends object>(type: new () => Made) =>
  (given: object): Made =>
    Object.assign(new type(), given);

const made = fc.oneof(
  ref.map(as(OrderRef)),
  fc.record({ shop: text, orderId: text, outOrderId: fc.oneof(text, absent), maxAge: age }).map(as(OrderArguments)),
  fc.record({ refs: fc.array(ref.map(as(OrderRef))), maxAge: age }).map(as(OrdersArguments)),
  fc.record({ id: text }).map(as(NodeArguments)),
  fc.record({ ids: fc.array(text) }).map(as(NodesArguments)),
  fc.record({ keys: fc.oneof(fc.array(text, { maxLength: 60 }), absent) }).map(as(AttributesArguments)),
);

test('of anything that could be given', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(made, (object) => {
      const keeps = keepsRules(object);
      seen.add(keeps);
      expect(keeps).toBe(brokenRulesOf(object).length === 0);
    }),
    { numRuns: 2_000 },
  );
  expect(seen.size).toBe(2);
});
