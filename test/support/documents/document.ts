// What the contract suite must know of a platform's document.
import type { PersonalKind } from '../../../src/order/personal.js';
import type { Part } from '../json.js';
import type { JsonPath } from '../jsonPath.js';

/** Which subtrees a selection needs. */
export interface SubtreeCase {
  readonly what: string;
  /** Selected on Order. $yes is true, $no is false, $absent has no value. */
  readonly selection: string;
  readonly fragments?: string;
  /** What must be asked for, empty where nothing is needed. */
  readonly subtrees: readonly string[];
}

/** A malformed value in the place of another, and what is read. */
export interface MalformedValue {
  readonly what: string;
  /** A path into the small document, in the reference spelling. */
  readonly at: JsonPath;
  readonly value: unknown;
  readonly selection: string;
  readonly read: unknown;
  /** The path of the warning, in the reference spelling; none where the value says nothing. */
  readonly warning?: string;
}

/** Paths with blanks between, by what they hold. */
export type PersonalFields = { readonly [kind in PersonalKind]?: string };

export interface DocumentCase {
  readonly subtreeCases: readonly SubtreeCase[];
  /** What is asked where nothing is needed. */
  readonly least: readonly string[];
  /** What the ids of items need. */
  readonly itemIds: readonly string[];
  /** A small document of an order, in the platform's reference spelling: one coat that waits for shipping. */
  readonly small: (orderId: string, itemId: string) => Part;
  /** Whether the platform has attributes; the small document then has channel, traceCode and other. */
  readonly hasAttributes: boolean;
  /** Where the small document says when the order was placed. */
  readonly createdAt: JsonPath;
  /** Paths that a document names its own order by. */
  readonly ownId: RegExp;
  readonly malformedValues: readonly MalformedValue[];
  readonly personal: readonly PersonalFields[];
}
