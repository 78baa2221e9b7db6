// What buyer and seller said of each other once a synthetic order was complete.

import type { Document } from '../../document.js';
import type { Party, People } from '../../invented/people.js';
import type { Story } from './story.js';

const RATED = 4;
const NOT_RATED = 5;
const NOT_NEEDED = 6;

export function ratingsOf(story: Story, { buyer, seller }: People): Document {
  const rateable = story.reached('completed');
  const bySeller = rateable && !story.every(3, 2);
  const byBuyer = rateable && !story.every(7, 1);
  const unrated = story.business === 'f2f' ? NOT_NEEDED : NOT_RATED;
  // The buyer's list holds what the seller said of the buyer, and the seller's the reverse.
  return {
    buyerRateStatus: byBuyer ? RATED : unrated,
    sellerRateStatus: bySeller ? RATED : unrated,
    buyerRateList: bySeller ? [ratingOf(story, seller, buyer, ['好买家,付款及时', '合作愉快'])] : undefined,
    sellerRateList: byBuyer
      ? [ratingOf(story, buyer, seller, ['质量很好,发货快', '包装有破损', '与描述一致'])]
      : undefined,
  };
}

const ratingOf = (story: Story, poster: Party, receiver: Party, words: readonly string[]): Document => ({
  starLevel: story.faker.number.int({ min: 1, max: 5 }),
  content: story.turn(words),
  receiverNick: receiver.loginId,
  posterNick: poster.loginId,
  publishTime: story.stamp(story.at.completed + 3_600_000),
});
