// How far a synthetic order has come, and when: what is known of it before its document is written.

/** Other: in a status that nobody has documented. */
export type Stage = 'unpaid' | 'held' | 'toShip' | 'shipped' | 'received' | 'completed' | 'closed' | 'other';

export interface Outline {
  readonly stage: Stage;
  /** Drawn when called, which takes far longer than to tell the stage. */
  readonly times: () => OutlineTimes;
}

export interface OutlineTimes {
  /** No event that the document tells of is later. */
  readonly lastEventAt: number;
  /** When the time for the next step runs out. */
  readonly dueAt: number;
}
