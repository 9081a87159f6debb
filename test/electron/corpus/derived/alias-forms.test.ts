import { expect, test } from 'vitest';
import { rebuildTable } from '../../../../electron/corpus/derived/all-derived.ts';
import { aliasForms } from '../../../../electron/corpus/derived/alias-forms.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { addAlias, removeAlias, updateAlias } from '../../../../electron/services/entities/entity-aliases.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { createTestCorpus } from '../../../helpers/corpus.ts';

test('aliases are found by the words that they begin with, through every change', () => {
  const { corpus, sara } = createTestCorpus();
  const list = () =>
    corpus.read
      .prepare<[], string>(
        `SELECT f.first_word || ': ' || k.form FROM alias_form f JOIN entity_alias k ON k.uid = f.alias ORDER BY 1`,
      )
      .pluck()
      .all();
  const check = (...expected: string[]) => {
    expect(list()).toEqual(expected);
    expect([...aliasForms.listProblems!(corpus.read)]).toEqual([]);
    Array.from(rebuildTable(corpus.writer!.db, aliasForms));
    expect(list()).toEqual(expected);
  };
  const { uid } = createEntity(corpus, sara, {
    label: 'location',
    name: 'al-Sukhnah',
    aliases: [{ form: 'السخنة', outlet: null, neverAlone: false }],
    annotations: [],
  });
  check('al: al-Sukhnah', 'sukhnah: al-Sukhnah', 'السخنه: السخنة', 'سخنه: السخنة');
  addAlias(corpus, sara, uid, { form: "People's Hill", outlet: null, neverAlone: false });
  updateAlias(corpus, sara, uid, 'السخنة', { form: 'Sukhna' });
  check('al: al-Sukhnah', "people: People's Hill", 'sukhna: Sukhna', 'sukhnah: al-Sukhnah');
  removeAlias(corpus, sara, uid, 'Sukhna');
  check('al: al-Sukhnah', "people: People's Hill", 'sukhnah: al-Sukhnah');
  undo(corpus, sara, false);
  undo(corpus, sara, false);
  undo(corpus, sara, false);
  check('al: al-Sukhnah', 'sukhnah: al-Sukhnah', 'السخنه: السخنة', 'سخنه: السخنة');
});
