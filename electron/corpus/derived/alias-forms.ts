import { verifyMessages } from '#shared/messages/en/verify';
import { listWrittenForms, toNameForm } from '#shared/text/name-forms';
import { statement, type WriteDb } from '../connection.ts';
import type { Derived, RowChange } from './derived.ts';

type Alias = { uid: string; form: string };

/** Unit: words; an alias that is longer is not sought in texts. */
export const MOST_WORDS_OF_ALIAS = 16;
/** So many aliases are entered in one transaction of a rebuild: about 20 ms. */
const SLICE = 2000;

const listFirstWords = (form: string): string[] =>
  listWrittenForms(form).flatMap((written) => toNameForm(written, MOST_WORDS_OF_ALIAS)?.firstWord ?? []);

function enter(db: WriteDb, { uid, form }: Alias): void {
  for (const word of listFirstWords(form))
    statement(db, 'INSERT OR IGNORE INTO alias_form (first_word, alias) VALUES (?, ?)').run(word, uid);
}

/** Aliases that are deleted, or have another form now. */
export const forgetAlias = (db: WriteDb, uid: string): void =>
  void statement(db, 'DELETE FROM alias_form WHERE alias = ?').run(uid);

const tells = ({ kind, op, after }: RowChange) => kind === 'entity_alias' && (op !== 'update' || 'form' in after!);

/**
 * The aliases by the words that they begin with, also without the Arabic article, so that those which may stand in a text are
 * found by its words. Aliases of batches that are not published are in it too: who reads it joins what is seen.
 */
export const aliasForms: Derived = {
  name: 'alias_form',
  version: 1,
  isQuick: false,

  follow(db, changes) {
    for (const uid of new Set(changes.filter(tells).map((change) => change.uid))) {
      forgetAlias(db, uid);
      const form = statement<[string], string>(db, 'SELECT form FROM entity_alias WHERE uid = ?').pluck().get(uid);
      if (form !== undefined) enter(db, { uid, form });
    }
  },

  *listProblems(db) {
    const there = new Set(
      statement<[], Record<'word' | 'alias', string>>(db, 'SELECT first_word AS word, alias FROM alias_form')
        .all()
        .map(({ word, alias }) => `${alias} ${word}`),
    );
    let n = 0;
    for (const { uid, form } of db.prepare<[], Alias>('SELECT uid, form FROM entity_alias').iterate())
      for (const word of new Set(listFirstWords(form))) if (!there.delete(`${uid} ${word}`)) n += 1;
    n += there.size;
    if (n > 0) yield verifyMessages.derivedDiffers('alias_form', n);
  },

  *rebuild(db) {
    db.exec('DELETE FROM alias_form');
    const total = statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM entity_alias').get()!.n;
    const next = statement<[string, number], Alias>(
      db,
      'SELECT uid, form FROM entity_alias WHERE uid > ? ORDER BY uid LIMIT ?',
    );
    let last = '';
    for (let done = 0; ; done += SLICE) {
      const slice = next.all(last, SLICE);
      for (const alias of slice) enter(db, alias);
      if (slice.length < SLICE) return;
      last = slice.at(-1)!.uid;
      yield { done: done + SLICE, total };
    }
  },
};
