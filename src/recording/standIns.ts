// Stand-ins for what fixtures must not hold: the same text has the same one, of the same length and the same kinds of
// characters. What they are drawn by is never stored, so that nobody can try out whose stand-in one is.
import { createHmac, randomBytes } from 'node:crypto';

export interface StandIns {
  /** Its letters and digits replaced, word by word; marks, blanks and asterisks stay. */
  readonly of: (text: string) => string;
}

/** Letters that stand for others of their script; what has none here becomes a Latin letter. */
const ALPHABETS: readonly (readonly [of: RegExp, letters: string])[] = [
  [/\d/, '0123456789'],
  [/[a-z]/, 'abcdefghijklmnopqrstuvwxyz'],
  [/[A-Z]/, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [/\p{Script=Han}/u, '安北春东方高海和华江金开林龙明南宁平清秋山石松泰天文西喜新星兴学雪阳一永玉元远云长正之中洲子'],
  [/\p{Script=Cyrillic}/u, 'абвгдежзиклмнопрстуфхцчшэюя'],
  [/\p{Script=Hangul}/u, '가나다라마바사아자차카타파하'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'あいうえおかきくけこさしすせそ'],
  [/\p{N}/u, '0123456789'],
  [/[\p{L}\p{M}]/u, 'abcdefghijklmnopqrstuvwxyz'],
];

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** What platforms put before the digits of a member's id names nobody. */
const PREFIXES: ReadonlySet<string> = new Set(['b2b']);

/** A word of one character may have only itself to choose. */
const ATTEMPTS = 16;

/** @param key other texts have other stand-ins under each */
export function createStandIns(key: Buffer = randomBytes(32)): StandIns {
  const known = new Map<string, string>();

  function draw(word: string): string {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const drawn = replaced(word, numbersFrom(key, `${attempt} ${word}`));
      if (drawn !== word) return drawn;
    }
    return '*'.repeat(word.length);
  }

  function standInOf(word: string): string {
    if (PREFIXES.has(word)) return word;
    const standIn = known.get(word) ?? draw(word);
    known.set(word, standIn);
    return standIn;
  }

  return { of: (text) => text.replace(WORD, standInOf) };
}

function replaced(word: string, next: () => number): string {
  const letters = [...word].map((character) => {
    const alphabet = ALPHABETS.find(([of]) => of.test(character))?.[1] ?? '*';
    const choice = [...alphabet][next() % [...alphabet].length] ?? '*';
    // As long in the text as it was: some letters are two units of it.
    return choice.padEnd(character.length, choice);
  });
  return withFirstDigit(word, letters.join(''));
}

/** A mobile number stays one, and a number does not begin with a zero that was none. */
function withFirstDigit(word: string, drawn: string): string {
  if (/^1[3-9]\d{9}$/.test(word)) return `1${3 + (Number(drawn[1]) % 7)}${drawn.slice(2)}`;
  return /^[1-9]\d*$/.test(word) && drawn.startsWith('0') ? `${1 + (word.length % 9)}${drawn.slice(1)}` : drawn;
}

/** Numbers that follow from a text, as many as are wanted. */
function numbersFrom(key: Buffer, text: string): () => number {
  let block = Buffer.alloc(0);
  let at = 0;
  let blocks = 0;
  return () => {
    if (at + 2 > block.length) {
      block = createHmac('sha256', key).update(`${blocks++} ${text}`).digest();
      at = 0;
    }
    at += 2;
    return block.readUInt16BE(at - 2);
  };
}
