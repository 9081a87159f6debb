import { mergeMessages } from '#shared/messages/en/merge';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { sha256Hex } from '../../corpus/journal/hash.ts';
import { kinds, type Columns, type KindName } from '../../corpus/model/kinds.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import { findTextOf } from '../../corpus/repositories/merge-repository.ts';
import type { Fields } from './evaluate.ts';
import type { Reckoning } from './reckoning.ts';
import { TrialTables } from './trial-tables.ts';

type Span = { start_offset: number; end_offset: number; quote: string };

/** Texts are remembered, since annotations of one article come together. Unit: UTF-16 code units. */
const MOST_TEXT = 16e6;

/** Fields that name a row of the same kind, and must not lead back to it. */
const chains: readonly [KindName, string][] = [
  ['attribute', 'parent'],
  ['article', 'version_of'],
  ['annotation', 'revises'],
  ['relation', 'revises'],
];

/** Checks what another copy's journal says before any of it is written. Each refuses with merge-unsound. */
export class RecordCheck {
  readonly #mine: ReadDb;
  readonly #theirs: ReadDb;
  readonly #outcomes: Reckoning;
  #remembered = 0;
  readonly #trial = new TrialTables();
  readonly #texts = new Map<string, string | null>();

  constructor(mine: ReadDb, theirs: ReadDb, outcomes: Reckoning) {
    this.#mine = mine;
    this.#theirs = theirs;
    this.#outcomes = outcomes;
  }

  checkRecord(kind: KindName, uid: string, record: Fields): void {
    const what = `${kind} ${uid}`;
    const { columns, lists } = kinds[kind];
    this.#checkFields(what, record, { ...columns, ...lists });
    for (const [field, list] of Object.entries(lists)) {
      const items: unknown = record[field];
      if (!Array.isArray(items)) throw this.#refuse(mergeMessages.unsound.fields(what, field));
      for (const item of items) {
        if (typeof item !== 'object' || item === null) throw this.#refuse(mergeMessages.unsound.fields(what, field));
        this.#checkFields(what, item as Fields, list.columns);
      }
    }
    const problem = this.#trial.check(kind, record);
    if (problem !== null) throw this.#refuse(mergeMessages.unsound.row(problem));
    if (kind === 'article') this.#checkArticle(what, record);
    else if (typeof record['article'] === 'string' && Array.isArray(record['spans']))
      this.#checkSpans(what, record['article'], record['spans'] as Span[]);
    for (const value of (kind === 'annotation' ? record['values'] : []) as (Span & { article: string | null })[])
      if (value.article !== null) this.#checkSpans(what, value.article, [value]);
  }

  #checkFields(what: string, fields: Fields, known: Columns | object): void {
    for (const [field, value] of Object.entries(fields)) {
      const column = (known as Columns)[field];
      const isPlain = value === null || typeof value === 'string' || (column === 'value' && typeof value === 'number');
      if (!column || (typeof column === 'object' && 'table' in column ? !Array.isArray(value) : !isPlain))
        throw this.#refuse(mergeMessages.unsound.fields(what, field));
    }
  }

  #checkArticle(what: string, record: Fields): void {
    const text = this.#readText(record['text'] as string);
    if (text === undefined || !this.#hasSource(record['source'] as string))
      throw this.#refuse(mergeMessages.unsound.text(what));
    if (text === null) return; // erased
    let covered = 0;
    for (const { start_offset: start, end_offset: end } of record['blocks'] as Span[]) {
      if (start < covered || end <= start || end > text.length) throw this.#refuse(mergeMessages.unsound.span(what));
      covered = end;
    }
  }

  #checkSpans(what: string, article: string, spans: readonly Span[]): void {
    const text = this.#textOfArticle(article);
    if (text === undefined) throw this.#refuse(mergeMessages.unsound.missing(what, `article ${article}`));
    if (text === null) return;
    for (const { start_offset: start, end_offset: end, quote } of spans)
      if (start < 0 || end <= start || end > text.length || text.slice(start, end) !== quote)
        throw this.#refuse(mergeMessages.unsound.span(what));
  }

  #textOfArticle(article: string): string | null | undefined {
    const known = this.#texts.get(article);
    if (known !== undefined) return known;
    const hash = findTextOf(this.#mine, article) ?? this.#outcomes.stateOf(article, 'article')?.record?.['text'];
    const text = typeof hash === 'string' ? this.#readText(hash) : undefined;
    if (text === undefined) return undefined;
    this.#remembered += text?.length ?? 0;
    if (this.#remembered > MOST_TEXT) this.#texts.clear();
    if (this.#texts.size === 0) this.#remembered = text?.length ?? 0;
    this.#texts.set(article, text);
    return text;
  }

  /** Null where it was erased, undefined where neither copy has it, or theirs is not what its hash says. */
  #readText(hash: string): string | null | undefined {
    const find = (db: ReadDb) =>
      statement<[string], { text: string | null }>(db, 'SELECT text FROM article_text WHERE sha256 = unhex(?)').get(
        hash,
      );
    const here = find(this.#mine);
    if (here) return here.text;
    const there = find(this.#theirs)?.text;
    return typeof there === 'string' && sha256Hex(there) !== hash ? undefined : there;
  }

  #hasSource(hash: string): boolean {
    const find = (db: ReadDb) =>
      statement<[string], unknown>(db, 'SELECT 1 FROM source WHERE sha256 = unhex(?)').get(hash);
    return (find(this.#mine) ?? find(this.#theirs)) !== undefined;
  }

  close(): void {
    this.#trial.close();
  }

  /** Nothing is its own group, version or correction, by way of whatever others. */
  checkCircles(): void {
    for (const [kind, field] of chains)
      for (const [uid, outcome] of this.#outcomes.outcomes) {
        if (outcome.kind !== kind || !outcome.exists || !outcome.record?.[field]) continue;
        const seen = new Set([uid]);
        for (let at = outcome.record[field] as string | null | undefined; at;) {
          if (seen.has(at)) throw this.#refuse(mergeMessages.unsound.circle(`${kind} ${uid}`));
          seen.add(at);
          const next = this.#outcomes.outcomes.has(at)
            ? this.#outcomes.recordOf(at)
            : (findRecord(this.#mine, kind, at) as Fields | undefined);
          at = next?.[field] as string | null | undefined;
        }
      }
  }

  #refuse(detail: string): Error {
    return this.#outcomes.refuse(detail);
  }
}
