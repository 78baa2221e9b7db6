// Tests what a gateway's reply tells of an order's row, where its gateway has several views.
import { expect, test } from '@jest/globals';
import { VIEWS } from '../../../src/orderIndex/codes.js';
import { readReply } from '../../../src/orderIndex/record/readReply.js';
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
