import type { Span } from '../domain/span.ts';
import { APOSTROPHES, foldWord } from './fold.ts';

/** A word of a text, as it is searched for. Unit: UTF-16, half-open. */
export type Token = Span & { token: string };

/** Scripts that are written without blanks between words. */
const SPACELESS = String.raw`[\p{L}&&[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]`;
const LETTER = String.raw`[[\p{L}\p{N}]--${SPACELESS}]`;
const ALPHA = `[\\p{L}--${SPACELESS}]`;
const MARK = String.raw`[\p{M}\u200C\u200D]`;
/** What may stand unseen in the middle of a word. */
const UNSEEN = String.raw`[\u00AD\u2060\uFEFF\u200E\u200F\u061C]`;
const RUN = `${LETTER}(?:${UNSEEN}*${LETTER}|${MARK})*`;
const APOSTROPHE = `[${APOSTROPHES.replaceAll('`', '\\`')}״]`;

/** In this order at each place: a figure, an abbreviation, a letter of a script without blanks, a word, the rest of `C++`. */
const tokenPattern = new RegExp(
  [
    String.raw`\p{Nd}+(?:[.,٫٬]\p{Nd}+)+`,
    `${ALPHA}(?:\\.${ALPHA})+(?![\\p{L}\\p{N}\\p{M}])\\.?`,
    `${SPACELESS}${MARK}*`,
    `${RUN}(?:${APOSTROPHE}${RUN})*`,
    String.raw`(?<=\p{L})[+#]+`,
  ].join('|'),
  'gv',
);
const apostrophe = new RegExp(APOSTROPHE, 'gv');
const anyApostrophe = new RegExp(APOSTROPHE, 'v');
const unsearched = /[^\p{L}\p{N}\p{M}.,+#]|[ʼʻʽʿʾʹ]/gu;
const isPlain = /^[A-Za-z0-9]+$/;

/** What is joined to a word by an apostrophe and is none of its letters: `Assad's`, `they've`; `l'armée`, `qu'il`. */
const endings = new Set(['s', 'll', 're', 've', 'd', 'm']);
const beginnings = new Set(['l', 'd', 'j', 'm', 'n', 's', 't', 'c', 'qu']);

/**
 * The words of a text in order, folded: what the index holds, what a query is made of, and where its hits are.
 *
 * Parts that a hyphen joins are words of their own, so that `al-Sukhnah` is found by the whole, by `al Sukhnah` and by `Sukhnah`.
 * An apostrophe within a word is left out (`Dara'a`, `Dara’a` and `Daraa` are one), but parts `Assad's` and `l'armée`. `U.S.` and
 * `10,000` are one word each; `C++` is `c` and `++`. In scripts without blanks each letter is a word, since how these are cut
 * into words depends on what stands around them: so a query finds what it says wherever it stands.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const kind = kinds[text.charCodeAt(at)] ?? OTHER;
    if (kind === BLANK) at += 1;
    else if (kind === PLAIN || kind === TO_FOLD) at = addPlain(tokens, text, at) ?? addByPattern(tokens, text, at);
    else if (kind === HAN && !isOther(text, at + 1)) {
      tokens.push({ token: text[at]!, start: at, end: at + 1 });
      at += 1;
    } else at = addByPattern(tokens, text, at);
  }
  return tokens;
}

/** What `tokenise` gives, by the pattern alone and in twice the time: what the plain words of a text are held to. */
export function tokeniseByPattern(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) at = addByPattern(tokens, text, at);
  return tokens;
}

const [OTHER, PLAIN, TO_FOLD, BLANK, POINT, HAN] = [0, 1, 2, 3, 4, 5];
/**
 * Characters that most of a text is made of, by their code: letters and digits that are folded by case alone, those of the other
 * alphabets up to Arabic, Han, and blanks and signs, which part words and mean nothing else.
 */
const kinds = new Uint8Array(0xa000);
const kindsBySign: readonly (readonly [RegExp, number])[] = [
  [/[a-z0-9]/i, PLAIN],
  [/(?![\u02B0-\u02FF])[[\0-\u06FF]&&[\p{L}\p{N}]]/v, TO_FOLD],
  [/[.,]/, POINT],
  [/[[\0-\x7F]--['`+#]]|[\u2010-\u2017\u201C-\u2027\u3001-\u3003]/v, BLANK],
  [/[\u4E00-\u9FFF]/, HAN],
];
for (let code = 0; code < kinds.length; code += 1) {
  const sign = String.fromCharCode(code);
  kinds[code] = kindsBySign.find(([pattern]) => pattern.test(sign))?.[1] ?? OTHER;
}

/** What stands there may be a mark, and so a part of what stands before it. */
const isOther = (text: string, at: number) => at < text.length && (kinds[text.charCodeAt(at)] ?? OTHER) === OTHER;

/** Adds the word that begins here, where it is a plain one; gives where it ends, or undefined where the pattern has to tell. */
function addPlain(tokens: Token[], text: string, start: number): number | undefined {
  let end = start;
  let isAscii = true;
  let hasUpper = false;
  let code = text.charCodeAt(end);
  let kind = kinds[code];
  while (kind === PLAIN || kind === TO_FOLD) {
    if (kind === TO_FOLD) isAscii = false;
    else if (code >= 0x41 && code <= 0x5a) hasUpper = true;
    end += 1;
    code = text.charCodeAt(end); // NaN at the end
    kind = kinds[code];
  }
  const after = end === text.length ? BLANK : (kind ?? OTHER);
  if (after !== BLANK && !(after === POINT && kinds[text.charCodeAt(end + 1)] === BLANK)) return undefined;
  const word = text.slice(start, end);
  const token = !isAscii ? toToken(word) : hasUpper ? word.toLowerCase() : word;
  if (token !== '') tokens.push({ token, start, end });
  return end;
}

/** Adds the next word by the pattern; gives where it ends, or the end of the text where there is none. */
function addByPattern(tokens: Token[], text: string, from: number): number {
  tokenPattern.lastIndex = from;
  const match = tokenPattern.exec(text);
  if (!match) return text.length;
  const [word] = match;
  if (isPlain.test(word))
    tokens.push({ token: word.toLowerCase(), start: match.index, end: match.index + word.length });
  else addParts(tokens, word, match.index);
  return match.index + word.length;
}

/** Adds a word, or the parts of it: a text may be one word with a hundred thousand apostrophes. */
function addParts(tokens: Token[], word: string, start: number): void {
  const add = (from: number, to: number) => {
    const token = toToken(word.slice(from, to));
    if (token !== '') tokens.push({ token, start: start + from, end: start + to });
  };
  const places = anyApostrophe.test(word) ? Array.from(word.matchAll(apostrophe), ({ index }) => index) : [];
  let [from, to] = [0, word.length];
  let [first, last] = [0, places.length - 1];
  for (; first <= last && isBeginning(word, from, places[first]!); first += 1) {
    add(from, places[first]!);
    from = places[first]! + 1;
  }
  for (; first <= last && isEnding(word, places[last]! + 1, to); last -= 1) to = places[last]!;
  add(from, to);
  for (last += 1; last < places.length; last += 1) add(places[last]! + 1, places[last + 1] ?? word.length);
}

/** Folded words by what they are written as: a text repeats its words, and folding costs more than finding them. */
const folded = new Map<string, string>();
const MOST_FOLDED = 50_000;

function toToken(word: string): string {
  let token = folded.get(word);
  if (token === undefined) {
    token = foldWord(word).replace(unsearched, '').replace(/\.$/, '');
    if (folded.size >= MOST_FOLDED) folded.clear();
    folded.set(word, token);
  }
  return token;
}

const isBeginning = (word: string, from: number, to: number) => beginnings.has(word.slice(from, to).toLowerCase());
const isEnding = (word: string, from: number, to: number) => endings.has(word.slice(from, to).toLowerCase());
