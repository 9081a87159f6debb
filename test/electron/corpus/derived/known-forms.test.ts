import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { rebuildTable } from '../../../../electron/corpus/derived/all-derived.ts';
import { knownForms, rebuildKnownForms } from '../../../../electron/corpus/derived/known-forms.ts';
import { removeAnnotations, updateAnnotation } from '../../../../electron/services/annotate.ts';
import { addLabel } from '../../../../electron/services/codebook.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { linkAnnotations } from '../../../../electron/services/entities/link-entities.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
import { tagHits } from '../../../../electron/services/search/tag-hits.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

const listRows = ({ corpus }: TestCorpus) =>
  corpus.read.prepare('SELECT * FROM known_form ORDER BY form, written, label, entity').all();
const listProblems = ({ corpus }: TestCorpus) => [...knownForms.listProblems!(corpus.read)];
const rebuild = ({ corpus }: TestCorpus) => Array.from(rebuildTable(corpus.writer!.db, knownForms));

const uidsOf = ({ corpus }: TestCorpus, table: string) =>
  corpus.read.prepare<[], string>(`SELECT uid FROM ${table} ORDER BY uid`).pluck().all();
const pickUid = (made: TestCorpus, table: string, which: number): string => {
  const uids = uidsOf(made, table);
  return uids[which % Math.max(1, uids.length)] ?? 'nothing';
};

const places = [
  { start: 4, end: 11 },
  { start: 0, end: 15 },
  { start: 50, end: 61 },
  { start: 16, end: 90 },
];
const LABELS = ['actor', 'location', 'claim'];
type Act = (made: TestCorpus, which: number) => unknown;

/** What changes which words are tagged as what; a number chooses among what is there. */
const acts: readonly Act[] = [
  (made, which) => {
    const { start, end } = places[which % places.length]!;
    return made.tag(pickUid(made, 'article', which), LABELS[which % 3]!, start, end, which % 2 ? 'Sara' : 'Omar');
  },
  (made, which) => removeAnnotations(made.corpus, made.sara, [pickUid(made, 'annotation', which)], true),
  (made, which) =>
    updateAnnotation(made.corpus, made.sara, pickUid(made, 'annotation', which), {
      ...(which % 3 === 0 && { label: LABELS[which % 2]! }),
      ...(which % 3 === 1 && { spans: [places[which % places.length]!] }),
      ...(which % 3 === 2 && { spans: places.slice(0, 1).concat({ start: 62, end: 70 }) }),
    }),
  (made, which) =>
    createEntity(made.corpus, made.sara, {
      label: 'actor',
      name: `Entity ${which}`,
      aliases: [],
      annotations: [pickUid(made, 'annotation', which)],
    }),
  (made, which) =>
    linkAnnotations(
      made.corpus,
      made.sara,
      [pickUid(made, 'annotation', which)],
      which % 3 ? pickUid(made, 'entity', which) : null,
    ),
  (made, which) =>
    mergeEntities(made.corpus, made.sara, pickUid(made, 'entity', which), pickUid(made, 'entity', which + 1)),
  (made, which) => addLabel(made.corpus, made.sara, { name: `label ${which}` }),
  (made, which) =>
    tagHits(
      made.corpus,
      which % 2 ? made.sara : made.person('Omar'),
      {
        hits: places.map((place) => ({ article: pickUid(made, 'article', which), ...place })),
        label: LABELS[which % 3]!,
        query: 'council',
      },
      noJob,
    ),
  ({ corpus, sara }) => undo(corpus, sara, true),
  ({ corpus, sara }) => redo(corpus, sara, true),
  (made) => undo(made.corpus, made.person('Omar'), true),
];

async function doAct(made: TestCorpus, [act, which]: readonly [number, number]): Promise<void> {
  try {
    await acts[act]!(made, which);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error; // refusals are part of it
  }
}

const anyActs = fc.array(fc.tuple(fc.nat({ max: acts.length - 1 }), fc.nat({ max: 30 })), {
  minLength: 8,
  maxLength: 25,
});

test('after any acts, also between the slices of a rebuild, each form is counted as it is tagged', async () => {
  await fc.assert(
    fc.asyncProperty(anyActs, anyActs, async (before, meanwhile) => {
      const made = createTestCorpus();
      try {
        await made.importText(SAMPLE_TEXT);
        for (const each of before) await doAct(made, each);
        expect(listProblems(made)).toEqual([]);

        const { db } = made.corpus.writer!;
        const slices = rebuildKnownForms(db, 2);
        const next = () => db.transaction(() => slices.next()).immediate() as IteratorResult<unknown>;
        db.prepare('DELETE FROM derived WHERE name = ?').run(knownForms.name);
        for (const each of meanwhile) {
          next();
          await doAct(made, each);
        }
        while (!next().done);
        expect(listProblems(made)).toEqual([]);
        const followed = listRows(made);
        rebuild(made);
        expect(listRows(made)).toEqual(followed);
      } finally {
        made.remove();
      }
    }),
    { numRuns: 4, seed: 4 },
  );
}, 60_000);

test('a form is there as it is written, by its words, in the moment that it is tagged', async () => {
  const made = createTestCorpus();
  const article = await made.importText('The Reef Front struck. Reef Front fighters left; REEF FRONT denied it.\n');
  made.tag(article, 'actor', 4, 14);
  made.tag(article, 'actor', 23, 33);
  made.tag(article, 'actor', 49, 59);
  const label = made.corpus.read.prepare(`SELECT uid FROM label WHERE name = 'actor'`).pluck().get();
  expect(listRows(made)).toEqual([
    { first_word: 'reef', form: 'reef front', written: 'REEF FRONT', label, entity: '', n: 1 },
    { first_word: 'reef', form: 'reef front', written: 'Reef Front', label, entity: '', n: 2 },
  ]);
});

test('a difference from the annotations is a problem', async () => {
  const made = createTestCorpus();
  made.tag(await made.importText(SAMPLE_TEXT), 'actor', 0, 15);
  made.corpus.writer!.db.exec('UPDATE known_form SET n = 2');
  expect(listProblems(made)).toHaveLength(1);
});
