// What may go wrong between a ledger's orders and whoever reads them. Each can be switched on alone.

/** Parts are from 0 to 1: of how many changes, calls or messages it happens to. */
export interface Chaos {
  /** Changes that lists show late, while details show them at once; and how late at most, in milliseconds. */
  readonly lateRows: number;
  readonly lateMs: number;
  /** Pages before which an order of their window changes, and so leaves it. */
  readonly movingTotals: number;
  /** Whether many things happen within one second. */
  readonly ties: boolean;
  /** Whether things happen in the seconds where windows usually begin and end. */
  readonly boundarySeconds: boolean;
  /** Calls that are refused as too many. */
  readonly throttled: number;
  /** Calls that 1688 refuses for their token. */
  readonly unauthorized: number;
  /** Orders of whom the receiver's fields are empty. */
  readonly emptyReceivers: number;
  /** Which of the two a time is taken for that Pacific clocks show twice. */
  readonly repeatedHour: 'EARLIER' | 'LATER';
  /** Whether the list for buyers ignores the ids that it is given. */
  readonly ignoredIds: boolean;
  readonly lostMessages: number;
  readonly doubledMessages: number;
  /** Messages that are delivered after the one that follows them. */
  readonly reversedMessages: number;
  /** Messages that somebody else adds, about orders that there are or are not. */
  readonly forgedMessages: number;
  /** Whether messages of 1688 have ids that were rounded. */
  readonly roundedIds: boolean;
}

export const NO_CHAOS: Chaos = {
  lateRows: 0,
  lateMs: 0,
  movingTotals: 0,
  ties: false,
  boundarySeconds: false,
  throttled: 0,
  unauthorized: 0,
  emptyReceivers: 0,
  repeatedHour: 'EARLIER',
  ignoredIds: false,
  lostMessages: 0,
  doubledMessages: 0,
  reversedMessages: 0,
  forgedMessages: 0,
  roundedIds: false,
};

export const ALL_CHAOS: Chaos = {
  lateRows: 0.05,
  lateMs: 300_000,
  movingTotals: 0.2,
  ties: true,
  boundarySeconds: true,
  throttled: 0.02,
  unauthorized: 0.01,
  emptyReceivers: 0.1,
  repeatedHour: 'LATER',
  ignoredIds: true,
  lostMessages: 0.2,
  doubledMessages: 0.1,
  reversedMessages: 0.1,
  forgedMessages: 0.05,
  roundedIds: true,
};
