import type { Span } from '../domain/span.ts';
import { APOSTROPHES, foldWord } from './fold.ts';

/** A word of a text, as it is searched for. Unit: UTF-16, half-open. */
export type Token = Span & { token: string };

/** Scripts that are written without blanks between words. */
const SPACELESS = String.raw`[\p{L}&&[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]`;
const LETTER = String.raw`[[\p{L}\p{N}]--${SPACELESS}]`;
const MARK = String.raw`[\p{M}\u200C\u200D]`;
/** What may stand unseen in the middle of a word. */
const UNSEEN = String.raw`[\u00AD\u2060\uFEFF\u200E\u200F\u061C]`;
const RUN = `${LETTER}(?:${UNSEEN}*${LETTER}|${MARK})*`;
const APOSTROPHE = `[${APOSTROPHES.replaceAll('`', '\\`')}״]`;

/** In this order at each place: a figure, an abbreviation, a letter of a script without blanks, a word, the rest of `C++`. */
const tokenPattern = new RegExp(
  [
    String.raw`\p{Nd}+(?:[.,٫٬]\p{Nd}+)+`,
    String.raw`\p{L}(?:\.\p{L})+(?![\p{L}\p{N}\p{M}])\.?`,
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
  tokenPattern.lastIndex = 0;
  for (let match = tokenPattern.exec(text); match; match = tokenPattern.exec(text)) {
    const [word] = match;
    if (isPlain.test(word))
      tokens.push({ token: word.toLowerCase(), start: match.index, end: match.index + word.length });
    else addParts(tokens, word, match.index);
  }
  return tokens;
}

function addParts(tokens: Token[], word: string, start: number): void {
  const at = anyApostrophe.test(word) ? findParting(word) : undefined;
  if (at !== undefined) {
    addParts(tokens, word.slice(0, at), start);
    addParts(tokens, word.slice(at + 1), start + at + 1);
    return;
  }
  const token = toToken(word);
  if (token !== '') tokens.push({ token, start, end: start + word.length });
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

/** Where an apostrophe parts a word, or undefined. */
function findParting(word: string): number | undefined {
  const places = Array.from(word.matchAll(apostrophe), ({ index }) => index);
  const [first] = places;
  if (first === undefined) return undefined;
  if (beginnings.has(word.slice(0, first).toLowerCase())) return first;
  const last = places.at(-1)!;
  return endings.has(word.slice(last + 1).toLowerCase()) ? last : undefined;
}
