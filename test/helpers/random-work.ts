import fc from 'fast-check';
import { ExpectedError } from '#shared/errors';
import type { ReadDb } from '../../electron/corpus/connection.ts';
import { deriveUid } from '../../electron/corpus/derive-uid.ts';
import type { KindName, Records } from '../../electron/corpus/model/kinds.ts';
import { findRecord, iterateUids } from '../../electron/corpus/model/rows.ts';
import type { Corpus } from '../../electron/corpus/open-corpus.ts';
import { createAnnotation, removeAnnotations, updateAnnotation } from '../../electron/services/annotate.ts';
import { removeAssignments, setAssignments } from '../../electron/services/assignments.ts';
import { createCluster, updateCluster } from '../../electron/services/clusters.ts';
import { addLabel, updateLabel } from '../../electron/services/codebook.ts';
import { editArticle, markArticle } from '../../electron/services/edit-article.ts';
import { createEntity, removeEntity, updateEntity } from '../../electron/services/entities/edit-entity.ts';
import { linkAnnotations } from '../../electron/services/entities/link-entities.ts';
import { mergeEntities, unmergeEntity } from '../../electron/services/entities/merge-entities.ts';
import { updateOutlet } from '../../electron/services/outlets.ts';
import { createRelation, removeRelations } from '../../electron/services/relations.ts';
import { commentReview, createReview, removeReview } from '../../electron/services/reviews.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import type { TestCorpus } from './corpus.ts';

const acts = [
  'tag',
  'tag',
  'tag',
  'note',
  'note',
  'move',
  'remove',
  'relabel',
  'claim',
  'add entity',
  'link',
  'rename entity',
  'merge entities',
  'split entities',
  'remove entity',
  'relate',
  'unrelate',
  'review',
  'correct',
  'comment',
  'take review back',
  'assign',
  'take away',
  'mark',
  'add label',
  'rename label',
  'outlet',
  'rename outlet',
  'card',
  'date card',
  'import',
  'undo',
  'undo',
  'redo',
  'undo and redo',
  'reopen',
] as const;

/** Zaid is known in no copy before: each makes him known by itself. */
const people = ['Sara', 'Sara', 'Omar', 'Omar', 'Zaid'] as const;

/** One act of one person in one of several copies; `which` chooses what it is about, and `other` what with. */
export type Work = {
  copy: number;
  by: (typeof people)[number];
  act: (typeof acts)[number];
  which: number;
  other: number;
};

export const anyWork = (copies: number): fc.Arbitrary<Work> =>
  fc.record({
    copy: fc.nat({ max: copies - 1 }),
    by: fc.constantFrom(...people),
    act: fc.constantFrom(...acts),
    which: fc.nat({ max: 30 }),
    other: fc.nat({ max: 30 }),
  });

function pick(db: ReadDb, kind: KindName, which: number): string {
  const uids = [...iterateUids(db, kind, { seen: true })];
  return uids[which % Math.max(1, uids.length)] ?? '00000000-0000-7000-8000-000000000000';
}

function pickAnnotation(db: ReadDb, which: number, fits: (record: Records['annotation']) => boolean): string {
  const uids = [...iterateUids(db, 'annotation', { seen: true })].filter((uid) =>
    fits(findRecord(db, 'annotation', uid)!),
  );
  return uids[which % Math.max(1, uids.length)] ?? '00000000-0000-7000-8000-000000000000';
}

const labels = ['actor', 'location', 'claim'] as const;

/** Does it where it can be done; what is refused changes nothing. `name` tells what this copy writes from what others do. */
export async function perform(made: TestCorpus, name: string, work: Work): Promise<void> {
  const { corpus } = made;
  const person = made.person(work.by);
  try {
    if (work.act === 'import')
      await made.import({ [`${work.which % 4}.txt`]: `Ferry ${work.which % 4}\n\nIt sails again.\n` }, { by: work.by });
    else if (work.act === 'reopen') made.reopen();
    else performOne(corpus, person, name, work);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
  }
}

function performOne(corpus: Corpus, person: string, name: string, { act, which, other, by }: Work): void {
  const db = corpus.read;
  const own = (n: number) => pickAnnotation(db, n, ({ annotator, layer }) => annotator === person && layer === 'own');
  const claim = (n: number) => pickAnnotation(db, n, ({ label }) => label === deriveUid('label', 'claim'));
  const others = () => pickAnnotation(db, which, ({ annotator }) => annotator !== person);
  const spans = [{ start: which, end: which + 4 + (other % 3) }];
  const article = pick(db, 'article', other);
  switch (act) {
    case 'tag':
      return void createAnnotation(corpus, person, { article, label: labels[which % 3]!, spans });
    case 'claim':
      return void createAnnotation(corpus, person, { article, label: 'claim', spans });
    case 'note':
      return void updateAnnotation(corpus, person, own(which), { note: `${name} ${other}` });
    case 'move':
      return void updateAnnotation(corpus, person, own(other), { spans });
    case 'relabel':
      return void updateAnnotation(corpus, person, own(which), { label: labels[other % 3]! });
    case 'remove':
      return void removeAnnotations(corpus, person, [own(which)], other % 2 === 0);
    case 'add entity': {
      const fields = { aliases: [], description: '', refs: [], latitude: null, longitude: null };
      const made = {
        ...fields,
        label: labels[which % 2]!,
        name: `${name} ${which}`,
        kind: null,
        annotations: [own(other)],
      };
      return void createEntity(corpus, person, made);
    }
    case 'link':
      return void linkAnnotations(corpus, person, [own(which)], pick(db, 'entity', other));
    case 'rename entity':
      return void updateEntity(corpus, person, pick(db, 'entity', which), { name: `${name} called ${other}` });
    case 'merge entities':
      return void mergeEntities(corpus, person, pick(db, 'entity', which), pick(db, 'entity', other));
    case 'split entities':
      return void unmergeEntity(corpus, person, pick(db, 'entity', which));
    case 'remove entity':
      return removeEntity(corpus, person, pick(db, 'entity', which));
    case 'relate':
      return void createRelation(corpus, person, {
        kind: 'contradicts',
        from: claim(which),
        to: claim(other),
        note: name,
      });
    case 'unrelate':
      return void removeRelations(corpus, person, [pick(db, 'relation', which)], false);
    case 'review': {
      const decision = (['accepted', 'rejected', 'unsure'] as const)[other % 3]!;
      return void createReview(corpus, person, {
        annotation: others(),
        decision,
        reason: `${name} ${other}`,
        comment: '',
      });
    }
    case 'correct': {
      const opinion = {
        decision: 'corrected' as const,
        reason: name,
        comment: '',
        correction: { label: labels[other % 3]! },
      };
      return void createReview(corpus, person, { annotation: others(), ...opinion });
    }
    case 'comment':
      return void commentReview(corpus, person, pick(db, 'review', which), `${name} ${other}`);
    case 'take review back':
      return removeReview(corpus, person, pick(db, 'review', which));
    case 'assign':
      return void setAssignments(corpus, person, { articles: [article], people: [by], blind: which % 2 === 0 });
    case 'take away':
      return void removeAssignments(corpus, person, { articles: [article], people: ['Sara', 'Omar'] });
    case 'mark':
      return void markArticle(corpus, person, article, which % 2 ? 'done' : 'tagging');
    case 'add label':
      return void addLabel(corpus, person, { name: `${name} ${which}`, key: which % 2 ? 'X' : null });
    case 'rename label':
      return void updateLabel(corpus, person, `${name} ${which}`, {
        guideline: `${name} ${other}`,
        retired: other % 3 === 0,
      });
    case 'outlet':
      return void editArticle(corpus, person, article, { outlet: `${name} Post ${other % 2}` });
    case 'rename outlet':
      return void updateOutlet(corpus, person, pick(db, 'outlet', 0), { name: `${name} Times ${other}` });
    case 'card':
      return void createCluster(corpus, person, { title: `${name} ${which}`, claims: [own(which)] });
    case 'date card':
      return void updateCluster(corpus, person, pick(db, 'cluster', which), { note: `${name} ${other}` });
    case 'undo':
      return void undo(corpus, person, which % 2 === 0);
    case 'undo and redo':
      undo(corpus, person, which % 2 === 0);
      return void redo(corpus, person, true);
    case 'redo':
      return void redo(corpus, person, which % 2 === 0);
    case 'import':
    case 'reopen':
  }
}
