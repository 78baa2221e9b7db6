// Tests what a gateway's reply tells of an order's row, where its gateway has several views.
import { describe, expect, test } from '@jest/globals';
import {
  ANSWERS,
  FIELD_GROUPS,
  type FieldGroup,
  FULFILLMENT_STATUSES,
  hasBit,
  VIEWS,
} from '../../../src/orderIndex/codes.js';
import { readReply } from '../../../src/orderIndex/record/readReply.js';
import { ROW_SELECTION } from '../../../src/orderIndex/record/rows.js';
import { MISSING } from '../../../src/orderIndex/schema/tables.js';
import { compiledGatewayOf } from '../../../src/platforms/index.js';
import { fixture } from '../../support/fixture.js';

const read = (view: 'SELLER' | 'BUYER' | undefined) =>
  readReply(
    {
      shop: 'maker',
      orderId: '2198765432109876520',
      gateway: 'ALIBABA_1688',
      view,
      credential: 'account',
      subtrees: ['NativeLogistics'],
      status: 200,
      text: fixture('ALIBABA_1688', 'reply.json'),
      fetchedAt: 1_790_841_600_000,
    },
    { zones: new Map(), hasPhoneSuffix: true },
  );

const peopleIn = ({ people }: ReturnType<typeof read>): readonly string[] => people.map(({ value }) => value);

test('a row has the view that its reply was asked for in, and names the people of the other side', () => {
  const [seller, buyer] = [read('SELLER'), read('BUYER')];
  expect([seller, buyer].map(({ view }) => VIEWS[view])).toEqual(['SELLER', 'BUYER']);
  expect(peopleIn(seller)).not.toEqual(peopleIn(buyer));
  expect(peopleIn(buyer)).toContain('maker陶瓷');
});

test('a reply that does not say its view is in the one that is usual at its gateway', () => {
  expect(read(undefined)).toEqual(read('SELLER'));
});

describe('what a reply tells of shipping', () => {
  const tell = (trade: object) => {
    const whole = { trade_fullinfo_get_customization_response: { trade: { tid_str: '2231958349', ...trade } } };
    const { values, known } = readReply(
      {
        ...{ shop: 'flagship', orderId: '2231958349', gateway: 'TAOBAO_TOP', view: undefined, credential: 'account' },
        subtrees: compiledGatewayOf('TAOBAO_TOP').neededSubtrees(ROW_SELECTION.SELLER),
        ...{ status: 200, text: JSON.stringify(whole), fetchedAt: 1_790_841_600_000 },
      },
      { zones: new Map(), hasPhoneSuffix: true },
    );
    expect(['shipBy', 'fulfillment'].every((field) => hasBit(FIELD_GROUPS, known, field as FieldGroup))).toBe(true);
    const { ship_by, fulfillment, may_ship } = values;
    return [ship_by, FULFILLMENT_STATUSES[fulfillment ?? -1], ANSWERS[may_ship ?? -1]];
  };

  test.each([
    ['WAIT_SELLER_SEND_GOODS', '2026-05-02 10:00:00', [Date.UTC(2026, 4, 2, 2), 'OPEN', true]],
    ['WAIT_SELLER_SEND_GOODS', undefined, [undefined, 'OPEN', true]],
    ['PAID_FORBID_CONSIGN', '2026-05-02 10:00:00', [Date.UTC(2026, 4, 2, 2), 'ON_HOLD', false]],
    ['WAIT_BUYER_CONFIRM_GOODS', undefined, [MISSING, 'CLOSED', false]],
  ])('of a trade in %s to be shipped by %s is as its order says', (status, delivery_time, said) => {
    expect(tell({ status, delivery_time })).toEqual(said);
  });
});
