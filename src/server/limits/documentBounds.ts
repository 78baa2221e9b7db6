// The bounds on what a document looks like, checked before anything else reads it: how deep, how many aliases and so on.
import {
  type DocumentNode,
  GraphQLError,
  Kind,
  Lexer,
  parse,
  type SelectionSetNode,
  Source,
  type Token,
  TokenKind,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { turnForLongStep } from '../../common/eventLoop.js';
import { Fault } from '../../common/fault.js';
import type { MaybePromise } from '../../common/maybePromise.js';
import type { LimitSettings } from '../../config/settings.js';
import { fragmentsOf } from '../graphql/fragments.js';
import { comparisonsIn } from './comparisons.js';

/** Brackets of any kind inside one another. A parser recurses at each; fields may nest far less. */
const MAX_NESTING = 200;

/** Comparisons that validation makes of a document: a tenth of where it would give up, and some 50 ms. */
const MAX_COMPARISONS = 50_000;

/** Lines of a text. Each error counts them up to its place, and one answer may hold hundreds of errors. */
const MAX_LINES = 5_000;

/** Characters of a text that is checked in one turn: that takes a few milliseconds. */
const CHARACTERS_OF_TURN = 8_000;

/** Tokens that are looked at in one step. */
const TOKENS_OF_STEP = 2_000;

/** Waits for a turn to take a step with a text, where that takes long. */
export const turnForStep = (text: string): Promise<void> | undefined =>
  text.length > CHARACTERS_OF_TURN ? turnForLongStep() : undefined;

/** Characters of texts that are cached as within bounds. */
const CACHED_CHARACTERS = 4_000_000;

interface Shape {
  /** Fields inside one another. */
  readonly depth: number;
  readonly aliases: number;
}

type Bounds = Pick<LimitSettings, 'maxDepth' | 'maxAliases' | 'maxDirectives' | 'maxTokens'>;

/**
 * Checks a query text; a long one over several turns of the event loop, so that nobody waits for all of it.
 * @throws Fault COST_LIMIT that names the bound, what it is and what was found; a promise of one rejects with it.
 */
export function createDocumentBounds({
  maxDepth,
  maxAliases,
  maxDirectives,
  maxTokens,
}: Bounds): (text: string) => MaybePromise<void> {
  const known = new LRUCache<string, true>({
    maxSize: CACHED_CHARACTERS,
    sizeCalculation: (_, text) => text.length || 1,
  });
  const check = (what: string, found: number, limit: number): void => {
    if (found > limit) throw new Fault('COST_LIMIT', `${what}: ${found} found, at most ${limit} are allowed.`);
  };

  function* checkTokens(text: string): Generator<void, void> {
    let nesting = 0;
    let directives = 0;
    let count = 0;
    for (const { kind } of tokensOf(text, maxTokens)) {
      if (OPENING.has(kind)) check('Nested brackets', ++nesting, MAX_NESTING);
      else if (CLOSING.has(kind)) nesting--;
      else if (kind === TokenKind.AT) directives++;
      if (++count % TOKENS_OF_STEP === 0) yield;
    }
    check('Directives', directives, maxDirectives);
    yield;
  }

  function checkDocument(document: DocumentNode): void {
    for (const { depth, aliases } of shapesOf(document)) {
      check('Depth of fields', depth, maxDepth);
      check('Aliases', aliases, maxAliases);
    }
    check('Comparisons of fields and fragments', comparisonsIn(document, MAX_COMPARISONS), MAX_COMPARISONS);
  }

  /** One step after another; what they throw is left to whoever takes them. */
  function* steps(text: string): Generator<void, void> {
    check('Lines', linesIn(text), MAX_LINES);
    try {
      yield* checkTokens(text);
      const document = parse(text, { maxTokens, noLocation: true });
      yield;
      checkDocument(document);
    } catch (error) {
      // What is no GraphQL, or longer than allowed, is refused by the server's own parser in its own words.
      if (error instanceof GraphQLError) return;
      throw error;
    }
    known.set(text, true);
  }

  async function checkInTurns(text: string): Promise<void> {
    await turnForLongStep();
    for (const _step of steps(text)) await turnForLongStep();
  }

  return (text) => {
    if (known.has(text)) return;
    if (text.length > CHARACTERS_OF_TURN) return checkInTurns(text);
    for (const _step of steps(text));
  };
}

function linesIn(text: string): number {
  let lines = 1;
  for (const _end of text.matchAll(/\r\n|[\n\r]/g)) lines += 1;
  return lines;
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** The tokens of a text, as far as it is read: not beyond what is no GraphQL, nor beyond the limit. */
export function tokensIn(text: string, maxTokens: number): number {
  let count = 0;
  try {
    for (const _token of tokensOf(text, maxTokens)) count += 1;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return Math.max(1, count);
}

function* tokensOf(text: string, maxTokens: number): Generator<Token> {
  const lexer = new Lexer(new Source(text));
  for (let count = 0; count <= maxTokens && lexer.advance().kind !== TokenKind.EOF; count++) yield lexer.token;
}

/** The shape of each operation. Nothing is valid yet: fragments may be missing, or contain themselves. */
function* shapesOf(document: DocumentNode): Generator<Shape> {
  const fragments = fragmentsOf(document);
  // Each fragment is looked at once, however often it is spread. While it is, it counts as empty: that ends cycles.
  const shapes = new Map<string, Shape>();
  const EMPTY: Shape = { depth: 0, aliases: 0 };

  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) yield shapeOf(definition.selectionSet);

  function shapeOf(set: SelectionSetNode): Shape {
    let depth = 0;
    let aliases = 0;
    for (const node of set.selections) {
      const inner =
        node.kind === Kind.FRAGMENT_SPREAD
          ? shapeOfFragment(node.name.value)
          : node.selectionSet
            ? shapeOf(node.selectionSet)
            : EMPTY;
      const isField = node.kind === Kind.FIELD;
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      aliases += inner.aliases + (isField && node.alias ? 1 : 0);
    }
    return { depth, aliases };
  }

  function shapeOfFragment(name: string): Shape {
    const known = shapes.get(name);
    if (known) return known;
    shapes.set(name, EMPTY);
    const fragment = fragments.get(name);
    const shape = fragment ? shapeOf(fragment.selectionSet) : EMPTY;
    shapes.set(name, shape);
    return shape;
  }
}
