import { conllUMessages } from '#shared/messages/en/formats/conll-u';

/**
 * A word as it stands in the text: where several are written as one, that one. `misc`: what the last columns of all of them say;
 * `before` and `after`: what those of words beside it say that are not in the text.
 */
export type Word = {
  form: string;
  line: number;
  hasSpace: boolean;
  misc: string[];
  before: string[];
  after: string[];
};
type Sentence = { words: Word[]; isNewParagraph: boolean; described: number; emptyNodes: number };
export type Section = { id: string | null; line: number; sentences: Sentence[]; fields: string[] };
export type Wrong = { line: number; reason: string };

const COLUMNS = 10;
const fieldsByDefault = ['eid', 'etype', 'head', 'other'];

/** Documents with their sentences. One with a line that does not fit is given as what is wrong with it. */
export function* parseSections(lines: Iterable<string>): Generator<Section | Wrong> {
  let section: Section | undefined;
  let wrong: Wrong | undefined;
  let open = new Draft();
  let fields = fieldsByDefault;
  let line = 0;
  const close = () => {
    const closed = wrong ?? section;
    [section, wrong] = [undefined, undefined];
    return closed;
  };
  for (const written of withEnd(lines)) {
    line += 1;
    if (written.startsWith('#')) {
      const newdoc = /^#\s*newdoc(?:\s+id\s*=\s*(.*\S))?\s*$/u.exec(written);
      if (newdoc) {
        const closed = close();
        if (closed) yield closed;
        section = { id: newdoc[1] ?? null, line, sentences: [], fields };
      }
      fields = /^#\s*global\.Entity\s*=\s*(\S+)/u.exec(written)?.[1]?.split('-') ?? fields;
      if (section) section.fields = fields;
      if (!open.isEmpty) wrong ??= { line, reason: conllUMessages.comment };
      open.comment(written, line);
    } else if (written.trim() === '') {
      if (open.isEmpty) continue;
      section ??= { id: null, line, sentences: [], fields };
      const closed = open.close();
      if ('reason' in closed) wrong ??= closed;
      else section.sentences.push(closed);
      open = new Draft();
    } else {
      const why = wrong ? undefined : open.row(written, line);
      if (why !== undefined) wrong = { line, reason: why };
    }
  }
  const closed = close();
  if (closed) yield closed;
}

/** The last sentence of a file may lack the empty line that ends it. */
function* withEnd(lines: Iterable<string>): Generator<string> {
  yield* lines;
  yield '';
}

/** A sentence that is being read. */
class Draft {
  readonly #words: Word[] = [];
  #said: { text: string; line: number } | undefined;
  #isNewParagraph = false;
  #described = 0;
  #emptyNodes = 0;
  #unseen: string[] = [];
  #next = 1;
  /** Up to which number words are part of the one before. */
  #within = 0;

  get isEmpty() {
    return this.#words.length === 0;
  }

  comment(written: string, line: number): void {
    const text = /^#\s*text\s*=\s?(.*)$/su.exec(written)?.[1];
    if (text !== undefined) this.#said = { text, line };
    if (/^#\s*newpar\b/u.test(written)) this.#isNewParagraph = true;
  }

  /** What is wrong with a row, if anything. */
  row(written: string, line: number): string | undefined {
    const cells = written.split('\t');
    if (cells.length !== COLUMNS) return conllUMessages.columns(cells.length);
    if (cells.includes('')) return conllUMessages.emptyColumn;
    const [id = '', form = ''] = cells;
    const misc = cells[9]!;
    if (cells.some((cell, n) => n > 1 && n < 9 && cell !== '_')) this.#described += 1;
    const hasSpace = findMisc(misc, 'SpaceAfter') !== 'No';
    if (id === String(this.#next) && form !== '') {
      if (this.#next <= this.#within) this.#words.at(-1)!.misc.push(misc);
      else this.#push({ form, line, hasSpace, misc: [misc] });
      this.#next += 1;
      return undefined;
    }
    if (/^\d+\.\d+$/u.test(id)) {
      this.#emptyNodes += 1;
      this.#unseen.push(misc);
      return undefined;
    }
    const [, first, last] = /^(\d+)-(\d+)$/u.exec(id)?.map(Number) ?? [];
    if (first !== this.#next || last! < first) return conllUMessages.order(id);
    this.#within = last!;
    this.#push({ form, line, hasSpace, misc: [misc] });
    return undefined;
  }

  #push(word: Omit<Word, 'before' | 'after'>): void {
    this.#words.push({ ...word, before: this.#unseen, after: [] });
    this.#unseen = [];
  }

  /** The text that is said has to be that of the words. */
  close(): Sentence | Wrong {
    this.#words.at(-1)!.after.push(...this.#unseen);
    const text = joinWords(this.#words).trimEnd();
    if (this.#said && collapse(this.#said.text) !== collapse(text))
      return { line: this.#said.line, reason: conllUMessages.text(this.#said.text, text) };
    return {
      words: this.#words,
      isNewParagraph: this.#isNewParagraph,
      described: this.#described,
      emptyNodes: this.#emptyNodes,
    };
  }
}

/** Where there is white space, how much of it says nothing. */
const collapse = (text: string) => text.replace(/\s+/gu, ' ').trim();

export const joinWords = (words: readonly Word[]) =>
  words.map(({ form, hasSpace }) => (hasSpace ? `${form} ` : form)).join('');

/** The value of a key in a last column; undefined where it is not there. */
export function findMisc(misc: string, key: string): string | undefined {
  if (!misc.includes(`${key}=`)) return undefined;
  const pair = misc.split('|').find((each) => each.startsWith(`${key}=`));
  return pair?.slice(key.length + 1);
}
