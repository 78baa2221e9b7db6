// Who buys and who receives in a ledger: few people, all invented, named by the order's traits.
import { PLACES, type Place } from '../invented/places.js';
import type { LedgerOrder } from './orders.js';

const NAMES = ['陈示例', '林样本', '黄测试', '周范例', '吴试样', '郑模板', '孙演示', '马参考'];

export interface LedgerPerson {
  readonly name: string;
  readonly mobile: string;
  readonly street: string;
  readonly place: Place;
}

export const pick = <Member>(list: readonly Member[], number: number): Member => list[number % list.length] as Member;

/** Undefined where the platform leaves the receiver out. */
export const receiverOf = ({ trait, hasReceiver }: LedgerOrder): LedgerPerson | undefined =>
  hasReceiver
    ? {
        name: pick(NAMES, trait),
        mobile: `1380000${String(trait % 10_000).padStart(4, '0')}`,
        street: `示例路${1 + (trait % 300)}号`,
        place: pick(PLACES, trait),
      }
    : undefined;

/** The same buyer comes back a few times. */
export const buyerNumberOf = ({ trait }: LedgerOrder): number => trait % 2_000;
