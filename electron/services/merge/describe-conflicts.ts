import { ArticleId } from '#shared/domain/ids';
import type { MergeChange, MergeConflict, MergeValue } from '#shared/domain/merge';
import type { ReadDb } from '../../corpus/connection.ts';
import { kinds, type Column, type KindName } from '../../corpus/model/kinds.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import { findName } from '../history.ts';
import type { Fields } from './evaluate.ts';
import { toChangeKind, type Effect, type FoundConflict, type Reckoning, type Said } from './reckoning.ts';

/** Longer values are cut where they are shown. Unit: UTF-16 code units. */
const LONGEST = 500;
/** Fields that say least of a row that comes or goes. */
const unsaid: readonly string[] = [
  'codebook_version',
  'batch',
  'layer',
  'origin',
  'origin_reference',
  'text',
  'source',
  'content',
  'folded',
  'script',
  'position',
];

/** Says in words what rows and values of two copies are. */
export class Describer {
  readonly #outcomes: Reckoning;
  readonly #theirs: ReadDb;

  constructor(outcomes: Reckoning, theirs: ReadDb) {
    this.#outcomes = outcomes;
    this.#theirs = theirs;
  }

  toConflict({ key, kind, target, field, mine, theirs, taken, isChosen }: FoundConflict): MergeConflict {
    const said = (side: Said): MergeValue => ({
      value: this.#toWords(kind, field ?? '', side.value),
      isRemoved: side.isRemoved,
      annotator: this.#nameOf('annotator', side.annotator),
      at: side.at,
    });
    const place = this.#placeOf(kind, target);
    return { key, kind, target, field, ...place, mine: said(mine), theirs: said(theirs), taken, isChosen };
  }

  toChange(effect: Effect): MergeChange {
    const { kind, target, op } = effect;
    const now = (op === 'insert' ? {} : (findRecord(this.#outcomes.mine, kind, target) ?? {})) as Fields;
    const then = op === 'delete' ? {} : op === 'update' ? effect.changes : this.#outcomes.recordOf(target);
    const whole = op === 'delete' ? now : then;
    const fields = Object.keys(whole).filter(
      (field) => (op === 'update' ? field !== 'content' : !unsaid.includes(field) && whole[field] !== 0), // zero: not retired
    );
    const words = (record: Fields, field: string) =>
      field in record ? this.#toWords(kind, field, record[field]) : null;
    const listed = fields
      .map((field) => ({ field, before: op === 'show' ? null : words(now, field), after: words(then, field) }))
      .filter(({ before, after }) => before !== after);
    return { change: toChangeKind(effect), kind, target, ...this.#placeOf(kind, target), fields: listed };
  }

  #placeOf(kind: KindName, target: string): { article: ArticleId | null; title: string; quote: string } {
    const record = this.#recordOf(kind, target) ?? {};
    const annotation = (record['annotation'] ?? record['from_annotation']) as string | undefined;
    const of = typeof annotation === 'string' ? (this.#recordOf('annotation', annotation) ?? {}) : record;
    const article = kind === 'article' ? target : ((of['article'] as string | undefined) ?? null);
    const quote = this.#toWords('annotation', 'spans', of['spans'] ?? []) ?? '';
    const title = article === null ? this.#nameOf(kind, target) : this.#nameOf('article', article);
    return { article: article === null ? null : ArticleId.parse(article), title, quote };
  }

  #recordOf(kind: KindName, uid: string): Fields | undefined {
    return findRecord(this.#outcomes.mine, kind, uid) ?? this.#outcomes.stateOf(uid, kind)?.record ?? undefined;
  }

  #nameOf(kind: KindName, uid: string): string {
    return findName(this.#outcomes.mine, kind, uid) ?? findName(this.#theirs, kind, uid) ?? '';
  }

  #toWords(kind: KindName, field: string, value: unknown): string | null {
    if (value === null || value === undefined || value === '') return null;
    const list = kinds[kind].lists[field];
    if (list && Array.isArray(value)) {
      const items = (value as Fields[]).map((item) => this.#itemToWords(list.columns, item));
      return cut(items.join('; ')) || null;
    }
    return this.#fieldToWords(kinds[kind].columns[field] ?? 'value', value);
  }

  #itemToWords(columns: Readonly<Record<string, Column>>, item: Fields): string {
    if (typeof item['quote'] === 'string' && !('attribute' in columns)) return item['quote'];
    return Object.entries(columns)
      .map(([field, column]) =>
        item[field] == null || item[field] === '' ? null : this.#fieldToWords(column, item[field]),
      )
      .filter((words) => words !== null)
      .join(' ');
  }

  #fieldToWords(column: Column, value: unknown): string {
    if (column !== 'value' && 'rowOf' in column && column.rowOf !== 'step' && typeof value === 'string')
      return cut(this.#nameOf(column.rowOf, value) || value);
    return cut(typeof value === 'string' ? value : JSON.stringify(value));
  }
}

const cut = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

export function describeConflicts(
  outcomes: Reckoning,
  theirs: ReadDb,
  conflicts: readonly FoundConflict[],
): MergeConflict[] {
  const describer = new Describer(outcomes, theirs);
  return conflicts.map((conflict) => describer.toConflict(conflict));
}

/** By article and place, so that a person goes through a text once. */
export const inReadingOrder = (a: MergeConflict, b: MergeConflict): number =>
  (a.article ?? '').localeCompare(b.article ?? '') || a.title.localeCompare(b.title) || a.key.localeCompare(b.key);
