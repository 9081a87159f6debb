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
  before: readonly string[];
  after: readonly string[];
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
  const endSentence = () => {
    if (open.isEmpty) return;
    section ??= { id: null, line, sentences: [], fields };
    const closed = open.close();
    if ('reason' in closed) wrong ??= closed;
    else section.sentences.push(closed);
    open = new Draft();
  };
  for (const written of lines) {
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
    } else if (written.trim() === '') endSentence();
    else {
      const why = wrong ? undefined : open.row(written, line);
      if (why !== undefined) wrong = { line, reason: why };
    }
  }
  line += 1;
  endSentence(); // the last one may lack the empty line
  const closed = close();
  if (closed) yield closed;
}

/** The cells of a row that Galley reads, and whether others say something. */
type Row = { id: string; form: string; misc: string; isDescribed: boolean };

/** What stands between the word and the last column where nobody described it. */
const UNDESCRIBED = '\t_\t_\t_\t_\t_\t_\t_\t';

/** A row, or what is wrong with it. */
function parseRow(written: string): Row | string {
  const first = written.indexOf('\t');
  const second = written.indexOf('\t', first + 1);
  const last = second + UNDESCRIBED.length;
  const isBare = first > 0 && second > first + 1 && last < written.length && written.startsWith(UNDESCRIBED, second);
  if (isBare && !written.includes('\t', last))
    return {
      id: written.slice(0, first),
      form: written.slice(first + 1, second),
      misc: written.slice(last),
      isDescribed: false,
    };
  const cells = written.split('\t');
  if (cells.length !== COLUMNS) return conllUMessages.columns(cells.length);
  if (cells.includes('')) return conllUMessages.emptyColumn;
  const isDescribed = cells.some((cell, n) => n > 1 && n < 9 && cell !== '_');
  return { id: cells[0]!, form: cells[1]!, misc: cells[9]!, isDescribed };
}

/** Most words have nothing beside them. */
const NOTHING: readonly string[] = [];

/** A sentence that is being read. */
class Draft {
  readonly #words: Word[] = [];
  #said: { text: string; line: number } | undefined;
  #isNewParagraph = false;
  #described = 0;
  #emptyNodes = 0;
  #unseen = NOTHING;
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
    const row = parseRow(written);
    if (typeof row === 'string') return row;
    const { id, form, misc } = row;
    if (row.isDescribed) this.#described += 1;
    const hasSpace = findMisc(misc, 'SpaceAfter=') !== 'No';
    if (id === String(this.#next)) {
      if (this.#next <= this.#within) this.#words.at(-1)!.misc.push(misc);
      else this.#push({ form, line, hasSpace, misc: [misc] });
      this.#next += 1;
      return undefined;
    }
    if (/^\d+\.\d+$/u.test(id)) {
      this.#emptyNodes += 1;
      this.#unseen = [...this.#unseen, misc];
      return undefined;
    }
    const [, first, last] = /^(\d+)-(\d+)$/u.exec(id)?.map(Number) ?? [];
    if (first !== this.#next || last! < first) return conllUMessages.order(id);
    this.#within = last!;
    this.#push({ form, line, hasSpace, misc: [misc] });
    return undefined;
  }

  #push(word: Omit<Word, 'before' | 'after'>): void {
    const { form, line, hasSpace, misc } = word;
    this.#words.push({ form, line, hasSpace, misc, before: this.#unseen, after: NOTHING });
    this.#unseen = NOTHING;
  }

  /** The text that is said has to be that of the words. */
  close(): Sentence | Wrong {
    this.#words.at(-1)!.after = this.#unseen;
    const text = joinWords(this.#words).trimEnd();
    if (this.#said && this.#said.text !== text && collapse(this.#said.text) !== collapse(text))
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

/** The value of a key in a last column, which stands with its `=`; undefined where it is not there. */
export function findMisc(misc: string, key: `${string}=`): string | undefined {
  for (let at = misc.indexOf(key); at !== -1; at = misc.indexOf(key, at + 1)) {
    if (at > 0 && misc[at - 1] !== '|') continue;
    const end = misc.indexOf('|', at);
    return misc.slice(at + key.length, end === -1 ? undefined : end);
  }
  return undefined;
}
