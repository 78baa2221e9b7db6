// Why a synthetic trade is paid for and must not be sent yet.

import type { Document } from '../../document.js';
import type { Story, Traits } from './story.js';

type Hold = 'top_hold' | 'team_buy_hold' | 'share_group_hold' | 'ofp_hold' | 'forbid_consign';

const FORBIDDEN: readonly Hold[] = ['team_buy_hold', 'share_group_hold', 'forbid_consign'];

export const onHold = (traits: Traits): boolean => holdOf(traits) !== undefined;

/** Some held trades say PAID_FORBID_CONSIGN; others wait for the seller, and only a flag tells. */
function holdOf({ status, scene, every, turn }: Traits): Hold | undefined {
  if (status.code === 'PAID_FORBID_CONSIGN') return turn(FORBIDDEN);
  if (status.code !== 'WAIT_SELLER_SEND_GOODS') return undefined;
  if (scene === 'crossBorder' || every(11, 2)) return 'ofp_hold';
  return every(5, 3) ? 'top_hold' : undefined;
}

/** A trade that is not held says 0, or nothing. */
export function holdsOf(story: Story): Document {
  const hold = holdOf(story);
  const none = story.every(5, 1) ? undefined : 0;
  return {
    top_hold: none,
    team_buy_hold: none,
    share_group_hold: none,
    ofp_hold: none,
    forbid_consign: none,
    ...(hold && { [hold]: 1 }),
    is_sh_ship: hold ? true : story.every(5, 0) ? false : undefined,
  };
}
