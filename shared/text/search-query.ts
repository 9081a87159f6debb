import { ExpectedError } from '../errors.ts';
import { tokenise } from './tokens.ts';

/** Words in a row; of the last one perhaps only the beginning. */
export type Phrase = { words: string[]; isPrefix: boolean };

/** What an article has to hold. `near`: phrases with at most `distance` words between the first and the last. */
export type SearchQuery =
  | { type: 'phrase'; phrase: Phrase; isTitle: boolean }
  | { type: 'near'; phrases: Phrase[]; distance: number }
  | { type: 'all'; parts: SearchQuery[]; without: SearchQuery[] }
  | { type: 'any'; parts: SearchQuery[] };

/** How many words may lie between those of a NEAR that names no number. Source: FTS5's own. */
const USUAL_DISTANCE = 10;
const MOST_DISTANCE = 1000;
/** FTS5 takes expressions of a depth of 256; nobody types this many. */
const MOST_DEPTH = 20;
const MOST_WORDS = 200;

/** A minus sign, parentheses, NEAR, OR, a quoted phrase, or what else stands between blanks. */
const lexemePattern =
  /(?<not>[-−](?=[^\s)]))|(?<open>\()|(?<close>\))|(?<near>NEAR\()|(?<word>(?<title>title:)?(?:["“”„«»](?<quoted>[^"“”„«»]*)["“”„«»](?<star>\*)?|[^\s()"“”„«»]+))|(?<quote>["“”„«»])/gu;

type Lexeme = { text: string } & (
  | { kind: 'not' | 'open' | 'close' | 'near' | 'or' | 'and' }
  | { kind: 'phrase'; phrase: Phrase | null; isTitle: boolean }
);

/** Joins that stand alone; the first is said by standing beside one another too. */
const joins: Readonly<Record<string, 'and' | 'or'>> = { AND: 'and', OR: 'or', '|': 'or' };

function listLexemes(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let words = 0;
  for (const { 0: found, groups = {} } of text.matchAll(lexemePattern)) {
    if (groups['quote'] !== undefined) throw new ExpectedError('query-unclosed', { what: found });
    const kind = (['not', 'open', 'close', 'near'] as const).find((name) => groups[name] !== undefined) ?? joins[found];
    if (kind) lexemes.push({ kind, text: found });
    else if (found === 'NOT') lexemes.push({ kind: 'not', text: found });
    else {
      const phrase = toPhrase(groups);
      words += phrase?.words.length ?? 0;
      lexemes.push({ kind: 'phrase', text: found, phrase, isTitle: groups['title'] !== undefined });
    }
  }
  if (words > MOST_WORDS) throw new ExpectedError('query-too-long', { words: MOST_WORDS });
  return lexemes;
}

/** The words of a lexeme; null where it has none: a dash, an ellipsis. */
function toPhrase({ word = '', title = '', quoted, star }: Partial<Record<string, string>>): Phrase | null {
  const text = quoted ?? word.slice(title.length);
  const words = tokenise(text).map(({ token }) => token);
  return words.length === 0 ? null : { words, isPrefix: star !== undefined || text.trimEnd().endsWith('*') };
}

/**
 * Reads what a person looks for: words that an article must all hold, "phrases", pre*, NEAR(a b, n), OR, -word, (parentheses),
 * title:word.
 *
 * Errors: query-empty, query-only-excludes, query-unclosed, query-not-understood, query-too-long; nothing else whatever the text.
 */
export function parseSearchQuery(text: string): SearchQuery {
  const reader = new QueryReader(listLexemes(text));
  const query = reader.readAny(0);
  const left = reader.peek();
  if (left) throw new ExpectedError('query-not-understood', { part: left.text });
  if (!query) throw new ExpectedError('query-empty');
  return query;
}

/** Goes through lexemes from left to right; what holds no word at all is read as nothing. */
class QueryReader {
  readonly #lexemes: Lexeme[];
  #at = 0;

  constructor(lexemes: Lexeme[]) {
    this.#lexemes = lexemes;
  }

  peek(): Lexeme | undefined {
    return this.#lexemes[this.#at];
  }

  #skip(kind: Lexeme['kind']): boolean {
    const isThere = this.peek()?.kind === kind;
    if (isThere) this.#at += 1;
    return isThere;
  }

  readAny(depth: number): SearchQuery | null {
    if (depth > MOST_DEPTH) throw new ExpectedError('query-not-understood', { part: '(' });
    const parts: (SearchQuery | null)[] = [];
    do parts.push(this.#readAll(depth));
    while (this.#skip('or'));
    const said = parts.filter((part) => part !== null);
    if (said.length < parts.length && parts.length > 1) throw new ExpectedError('query-not-understood', { part: 'OR' });
    return said.length > 1 ? { type: 'any', parts: said } : (said[0] ?? null);
  }

  #readAll(depth: number): SearchQuery | null {
    const parts: SearchQuery[] = [];
    const without: SearchQuery[] = [];
    for (let next = this.peek(); next && next.kind !== 'or' && next.kind !== 'close'; next = this.peek()) {
      if (this.#skip('and')) continue;
      const isExcluded = this.#skip('not');
      const part = this.#readOne(depth);
      if (part) (isExcluded ? without : parts).push(part);
    }
    if (parts.length === 0 && without.length > 0) throw new ExpectedError('query-only-excludes');
    return parts.length === 1 && without.length === 0
      ? parts[0]!
      : parts.length === 0
        ? null
        : { type: 'all', parts, without };
  }

  #readOne(depth: number): SearchQuery | null {
    const next = this.peek();
    if (next?.kind === 'near') return this.#readNear();
    if (this.#skip('open')) {
      const inner = this.readAny(depth + 1);
      if (!this.#skip('close')) throw new ExpectedError('query-unclosed', { what: '(' });
      return inner;
    }
    if (next?.kind !== 'phrase') throw new ExpectedError('query-not-understood', { part: next?.text ?? '-' });
    this.#at += 1;
    return next.phrase && { type: 'phrase', phrase: next.phrase, isTitle: next.isTitle };
  }

  #readNear(): SearchQuery | null {
    const inside: Lexeme[] = [];
    this.#at += 1;
    for (let next = this.peek(); !this.#skip('close'); next = this.peek()) {
      if (!next) throw new ExpectedError('query-unclosed', { what: 'NEAR(' });
      if (next.kind !== 'phrase' || next.isTitle) throw new ExpectedError('query-not-understood', { part: next.text });
      inside.push(next);
      this.#at += 1;
    }
    const distance = takeDistance(inside);
    const phrases = inside.flatMap((lexeme) => (lexeme.kind === 'phrase' && lexeme.phrase ? [lexeme.phrase] : []));
    if (phrases.length === 0) return null;
    return phrases.length === 1
      ? { type: 'phrase', phrase: phrases[0]!, isTitle: false }
      : { type: 'near', phrases, distance };
  }
}

/** Takes `n` of `NEAR(a b, n)` away from what was read between the parentheses; without a comma it is a word. */
function takeDistance(inside: Lexeme[]): number {
  const [before, last] = [inside.at(-2)?.text ?? '', inside.at(-1)?.text ?? ''];
  const digits = /^(?:.*,)?(\d+)$/u.exec(last)?.[1];
  if (digits === undefined || !(last.includes(',') || before.endsWith(','))) return USUAL_DISTANCE;
  inside.pop();
  const word = last.slice(0, -digits.length - 1);
  if (word !== '') inside.push({ kind: 'phrase', text: word, phrase: toPhrase({ word }), isTitle: false });
  return Math.min(Number(digits), MOST_DISTANCE);
}

const toMatchPhrase = ({ words, isPrefix }: Phrase) =>
  `"${words.join(' ').replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`;

/** The query as FTS5 reads it. */
export function toMatch(query: SearchQuery): string {
  switch (query.type) {
    case 'phrase':
      return `${query.isTitle ? 'title : ' : ''}${toMatchPhrase(query.phrase)}`;
    case 'near':
      return `NEAR(${query.phrases.map(toMatchPhrase).join(' ')}, ${query.distance})`;
    case 'any':
      return `(${query.parts.map(toMatch).join(' OR ')})`;
    case 'all': {
      const parts = `(${query.parts.map(toMatch).join(' AND ')})`;
      return query.without.length === 0 ? parts : `(${parts} NOT (${query.without.map(toMatch).join(' OR ')}))`;
    }
  }
}
