// What the contract suite must know of a platform's document: which selection needs which subtrees.
import type { Part } from '../json.js';

export interface SubtreeCase {
  readonly what: string;
  /** Selected on Order. $yes is true, $no is false, $absent has no value. */
  readonly selection: string;
  readonly fragments?: string;
  /** What must be asked for, empty where nothing is needed. */
  readonly subtrees: readonly string[];
}

export interface DocumentCase {
  readonly subtreeCases: readonly SubtreeCase[];
  /** What is asked where nothing is needed. */
  readonly least: readonly string[];
  /** A small document of an order, in the platform's reference spelling. */
  readonly small: (orderId: string, itemId: string) => Part;
}
