import type { Reading } from '../found.ts';
import { stateBodies } from './lists/institution-words.ts';
import { toWords } from './lists/list.ts';

/** A word as names are made of. `key`: in lower case, with straight apostrophes. Unit: UTF-16 of the text, half-open, without a closing 's. */
export type Word = {
  text: string;
  key: string;
  start: number;
  end: number;
  /** What stands between it and the word before it in its line; '' before the first one, '-' where both are parts of one word. */
  gap: string;
  isCapital: boolean;
  /** Capitals only, two or more. */
  isUpper: boolean;
  /** First in a sentence or after a quotation mark that opens: a capital says nothing. */
  isFirst: boolean;
  isPossessive: boolean;
};

/** `headline`: capitals on most words. `capitals`: nothing but capitals. There a capital says nothing. */
export type Line = { words: Word[]; style: 'plain' | 'headline' | 'capitals' };

const PART = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD]*`;
const wordPattern = new RegExp(
  String.raw`(?:\p{Lu}\.){2,}(?:[-‐‑]\p{L}+)*|${PART}(?:(?:['’ʼ‘\x60‐‑&-]|(?<=\p{N})[.,](?=\p{N}))${PART})*`,
  'gu',
);
const possessive = /['’ʼ][sS]$/u;
/** These make a name with what they own: People's Protection Units. */
const owners = toWords(
  "people's peoples' women's men's children's workers' workers's farmers's citizens's students's king's queen's lloyd's moody's jane's",
);
/** The Arabic article, with which a name may begin small: al-Sham, ash-Shaddadi, ez-Zor. */
export const articlePattern = /^[ae](?:l|dh|th|sh|[dnrstz])[-‐‑]/iu;
/** "anti-RF", "pro-Varr". */
const prefixPattern = /^(?:anti|pro|non|ex|post|pre|neo|ultra)[-‐‑](?=\p{Lu}|[ae]l-\p{Lu})/iu;
/** "US-backed", "Arabic-language". */
const suffixPattern =
  /(?<=[\p{L}.])[-‐‑](?:\p{Ll}+(?:ed|ing)|held|led|run|born|made|wide|style|era|like|type|bound|built|owned|only|\p{Ll}{5,})$/u;
const firstGap = /[.!?…:;•–—|\n]|[“«"‘]|(?:^|\s)['-]\s*$/u;
const abbreviated =
  /^(?:\p{Lu}|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Brig|Adm|Gov|Sen|Rep|Dr|Mr|Mrs|Ms|Prof|St|Mt|Rev|Pvt|Cmdr|Hon|No|vs|Jr|Sr)$/u;
/** What a gap holds beyond this is not looked at. Unit: UTF-16. */
const LONGEST_GAP = 8;

/** The lines of a text with their words, without what is the page's own. */
export function readLines({ text, blocks }: Reading): Line[] {
  const whole = [{ kind: 'paragraph', start: 0, end: text.length }];
  return (blocks.length > 0 ? blocks : whole)
    .filter(({ kind }) => kind !== 'boilerplate')
    .flatMap(({ start, end }) => listLines(text, start, end));
}

function listLines(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  let from = start;
  for (const line of text.slice(start, end).split('\n')) {
    const words = readWords(line, from);
    if (words.length > 0) lines.push({ words, style: findStyle(words, endsSentence.test(line)) });
    from += line.length + 1;
  }
  return lines;
}

/** The words of a line that starts at `from`. */
function readWords(line: string, from: number): Word[] {
  const words: Word[] = [];
  let rest = 0;
  for (const { 0: match, index } of line.matchAll(wordPattern)) {
    let start = index;
    for (const [n, part] of splitCompound(match).entries()) {
      const gap = n > 0 ? '-' : words.length === 0 ? '' : line.slice(rest, start).slice(-LONGEST_GAP);
      if (n > 0) start += 1;
      words.push(toWord(part, from + start, gap, words.at(-1)));
      start += part.length;
    }
    rest = start;
  }
  return words.flatMap((word, n) => splitPair(word, words.slice(n + 1, n + 1 + MOST_TO_PATH)));
}

/** Unit: words. */
const MOST_TO_PATH = 3;
const pairPattern = /(?<=\p{Ll})[-‐‑](?=\p{Lu}|[ae]l-\p{Lu})/u;

/** "the Varn-Muran road": both ends of it are names. */
function splitPair(word: Word, behind: readonly Word[]): Word[] {
  const at = pairPattern.exec(word.text)?.index;
  if (at === undefined || !word.isCapital || articlePattern.test(word.text)) return [word];
  if (!behind.some(({ key }) => /^(?:roads?|highway|motorway|route|axis|railway|line|pipeline|border)$/u.test(key)))
    return [word];
  const first = toWord(word.text.slice(0, at), word.start, word.gap, undefined);
  const second = toWord(word.text.slice(at + 1), word.start + at + 1, '-', first);
  return [{ ...first, isFirst: word.isFirst }, second];
}

/** A name within a word is a word of its own: "US" in "US-backed", "RF" in "anti-RF". */
function splitCompound(word: string): string[] {
  const prefix = prefixPattern.exec(word)?.[0].length ?? 0;
  const suffix = suffixPattern.exec(word)?.index ?? word.length;
  const name = word.slice(prefix, suffix);
  const isName =
    /^\p{Lu}/u.test(name.replace(articlePattern, '')) &&
    !/^(?:anti|pro|non|ex|post|pre|neo|ultra|multi|self|semi)$/iu.test(name);
  if (!isName && !stateBodies.has(name)) return [word];
  return [word.slice(0, Math.max(0, prefix - 1)), name, word.slice(suffix + 1)].filter((part) => part !== '');
}

function toWord(match: string, start: number, gap: string, last: Word | undefined): Word {
  const isPossessive = possessive.test(match) && !isOwner(match);
  const text = isPossessive ? match.slice(0, -2) : match;
  return {
    text,
    key: toKey(text),
    start,
    end: start + text.length,
    gap,
    isCapital: /^\p{Lu}/u.test(text.replace(articlePattern, '')),
    isUpper: /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text),
    isFirst: last === undefined || (gap !== '-' && firstGap.test(gap) && !isAbbreviation(last, gap)),
    isPossessive,
  };
}

const toKey = (word: string) => word.toLowerCase().replace(/[’ʼ‘`]/gu, "'");
const isOwner = (word: string) => owners.has(toKey(word));

const isAbbreviation = (last: Word, gap: string) => /^\.\s?$/u.test(gap) && abbreviated.test(last.text);

/** Whether nothing but a blank, or the point of an abbreviation, parts a word from the one before it. */
export const isJoined = (word: Word, last: Word) =>
  (isBlank(word.gap) || isAbbreviation(last, word.gap)) && !last.isPossessive;

export const isBlank = (gap: string) => /^[ \u00A0]+$/u.test(gap);

/** Words shorter than this are small in headlines. Unit: UTF-16. */
const SMALL_WORD = 4;
const MOST_HEADLINE_WORDS = 40;

const endsSentence = /[.!?]["”’')\]]*\s*$/u;
/** So much of a line without a full stop begins with a capital that capitals say nothing in it. */
const MOST = 0.7;

function findStyle(words: readonly Word[], isSentence: boolean): Line['style'] {
  const long = words.filter(({ text }) => text.length >= SMALL_WORD && /\p{L}/u.test(text));
  if (words.length < 3 || long.length < 2) return 'plain';
  const share = (test: (word: Word) => boolean) => long.filter(test).length / long.length;
  if (share(({ isUpper }) => isUpper) > MOST) return 'capitals';
  const mayBe = !isSentence && words.length <= MOST_HEADLINE_WORDS && long.length >= 4;
  return mayBe && share(({ isCapital }) => isCapital) > MOST ? 'headline' : 'plain';
}
