import { beforeEach, describe, expect, test } from 'vitest';
import type { Decision } from '#shared/domain/review';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { readMentions, type StoredMention } from '../../../../electron/corpus/repositories/mention-repository.ts';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
import { mergeOutlets, updateOutlet } from '../../../../electron/services/outlets.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { createTestCorpus, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { importTagged } from '../../../helpers/tagged-article.ts';

let made: TestCorpus;
beforeEach(() => {
  made = createTestCorpus();
  for (const name of ['Reef Front', 'Coast Guard', 'Harbour Daily', 'Gull TV']) addTestEntity(made, 'actor', name);
});

const idOf = (article: string) =>
  made.corpus.read.prepare<[string], number>('SELECT id FROM article WHERE uid = ?').pluck().get(article)!;
const read = (article: string) => readMentions(made.corpus.read, [idOf(article)])[0];
const list = (article: string): StoredMention[] => read(article)?.mentions ?? [];
const voicesOf = (article: string) =>
  Object.fromEntries(list(article).flatMap(({ form, voice, isClaim }) => (isClaim ? [] : [[form, voice]])));
const nameOf = (id: number | null | undefined) =>
  typeof id === 'number'
    ? made.corpus.read.prepare<[number], string>('SELECT name FROM annotator WHERE id = ?').pluck().get(id)
    : id;
const review = (by: string, annotation: string, decision: Decision, correction?: object) =>
  createReview(made.corpus, made.person(by), {
    annotation,
    decision,
    reason: 'because',
    comment: '',
    ...(correction && { correction }),
  });

describe('the voice', () => {
  const said = 'Coast Guard chief Ann Dell said that pirates had fled. “The rebels lost,” she added. Raiders left.';
  const actors = (words: string[]) => words.map((word): [string, null] => [word, null]);

  test('is the outlet’s own, but in quotation marks and in a claim of another’s', async () => {
    const { article } = await importTagged(made, {
      outlet: 'Harbour Daily',
      text: said,
      actors: actors(['Coast Guard', 'pirates', 'rebels', 'Raiders']),
      claims: [{ words: said.split('. ')[0]!, by: [['Coast Guard', 'Coast Guard chief Ann Dell', 'said']] }],
    });
    expect(voicesOf(article)).toEqual({
      'Coast Guard': 'own', // it says who makes the claim
      pirates: 'attributed',
      rebels: 'quoted',
      Raiders: 'own',
    });
  });

  test('is the outlet’s own in a claim of its own, or of nobody’s; another’s where words alone name who', async () => {
    const { article } = await importTagged(made, {
      outlet: 'Harbour Daily',
      text: 'We found pirates. There were raiders. A sailor spoke of rebels.',
      actors: actors(['pirates', 'raiders', 'rebels']),
      claims: [
        { words: 'We found pirates', by: [['the outlet', 'We']] },
        { words: 'There were raiders' },
        { words: 'A sailor spoke of rebels', by: [[null, 'A sailor', 'spoke']] },
      ],
    });
    expect(voicesOf(article)).toEqual({ pirates: 'own', raiders: 'own', rebels: 'attributed' });
  });

  test('is the outlet’s own where the speaker is what the outlet is, also by what it was merged into', async () => {
    const { article } = await importTagged(made, {
      outlet: 'The Daily',
      text: 'Gull TV saw pirates.',
      actors: actors(['pirates']),
      claims: [{ words: 'Gull TV saw pirates', by: [['Gull TV', 'Gull TV']] }],
    });
    const voice = () => voicesOf(article)['pirates'];
    expect(voice()).toBe('attributed');
    const { article: other } = await importTagged(made, { outlet: 'Gull', text: 'Nothing.' });
    expect(list(other)).toEqual([]);
    updateOutlet(made.corpus, made.sara, 'Gull', { entity: 'Harbour Daily' });
    mergeOutlets(made.corpus, made.sara, 'The Daily', 'Gull');
    expect(voice()).toBe('attributed');
    mergeEntities(made.corpus, made.sara, 'Harbour Daily', 'Gull TV');
    expect(voice()).toBe('own');
  });

  test('of words that name a speaker is another’s where they stand in a claim of yet another’s', async () => {
    const text = 'The Coast Guard said the mayor had called them pirates.';
    const { article } = await importTagged(made, {
      outlet: 'Harbour Daily',
      text,
      actors: actors(['the mayor', 'pirates']),
      claims: [
        { words: text.slice(0, -1), by: [['Coast Guard', 'The Coast Guard', 'said']] },
        { words: 'the mayor had called them pirates', by: [[null, 'the mayor', 'called']] },
      ],
    });
    expect(voicesOf(article)).toEqual({ 'the mayor': 'attributed', pirates: 'attributed' });
  });

  test('of a claim in several pieces holds in each', async () => {
    const text = 'Pirates, said the guard, burned the boats of rebels. Raiders slept.';
    const { article } = await importTagged(made, {
      outlet: 'Harbour Daily',
      text,
      actors: actors(['Pirates', 'the guard', 'rebels', 'Raiders']),
    });
    createAnnotation(made.corpus, made.sara, {
      article,
      label: 'claim',
      spans: [
        { start: 0, end: 7 },
        { start: 25, end: 51 },
      ],
      attributes: { attribution: [{ who: 'Coast Guard' }] },
    });
    expect(voicesOf(article)).toEqual({
      Pirates: 'attributed',
      'the guard': 'own',
      rebels: 'attributed',
      Raiders: 'own',
    });
  });
});

describe('what counts', () => {
  const text = 'Ann Dell slept.\n\nBo Ray woke.\n\nBo Ray woke.';
  const tagBoth = async () => {
    const article = await made.importText(text);
    return { article, ann: made.tag(article, 'actor', 0, 8), bo: made.tag(article, 'actor', 17, 23) };
  };
  const forms = (article: string) => list(article).map(({ form }) => form);

  test('is in reading order, with its words in all pieces, its entity as linked, and whether the word judges', async () => {
    const { article } = await tagBoth();
    const entity = made.corpus.read.prepare(`SELECT id FROM entity WHERE name = 'Reef Front'`).pluck().get();
    createAnnotation(made.corpus, made.sara, {
      article,
      label: 'actor',
      spans: [
        { start: 4, end: 8 },
        { start: 20, end: 23 },
      ],
      entity: 'Reef Front',
      attributes: { 'loaded term': true },
    });
    expect(list(article)).toMatchObject([
      { form: 'Ann Dell', entity: 0, isLoaded: false, start: 0 },
      { form: 'Dell … Ray', entity, isLoaded: true, start: 4 },
      { form: 'Bo Ray', entity: 0, isLoaded: false, start: 17 },
    ]);
  });

  test('is not what begins in boilerplate or in a repeat of an earlier block', async () => {
    const { article, ann } = await tagBoth();
    made.tag(article, 'actor', 31, 37);
    const mark = (kind: 'paragraph' | 'boilerplate', repeatOf: number | null) =>
      writeStep(made.corpus, made.sara, 'edit article', (step) =>
        step.update('article', article, {
          blocks: [
            { kind: 'paragraph', start_offset: 0, end_offset: 15, repeat_of: null, found_by: 'person' },
            { kind, start_offset: 17, end_offset: 29, repeat_of: null, found_by: 'person' },
            { kind: 'paragraph', start_offset: 31, end_offset: 43, repeat_of: repeatOf, found_by: 'person' },
          ],
        }),
      );
    mark('paragraph', null);
    expect(forms(article)).toEqual(['Ann Dell', 'Bo Ray', 'Bo Ray']);
    mark('paragraph', 1);
    expect(forms(article)).toEqual(['Ann Dell', 'Bo Ray']);
    mark('boilerplate', 1);
    expect(list(article)).toMatchObject([{ form: ann.spans[0]!.quote }]);
  });

  test('is one person’s of several, who is named: of those who are done before others', async () => {
    const { article } = await tagBoth();
    made.tag(article, 'actor', 17, 20, 'Omar');
    expect([nameOf(read(article)?.annotator), forms(article)]).toEqual(['Sara', ['Ann Dell', 'Bo Ray']]);
    markArticle(made.corpus, made.person('Omar'), article, 'done');
    expect([nameOf(read(article)?.annotator), forms(article)]).toEqual(['Omar', ['Bo ']]);
  });

  test('is a correction in place of the original, and not what was rejected; both are still the annotator’s', async () => {
    const { article, ann, bo } = await tagBoth();
    review('Omar', ann.uid, 'corrected', { spans: [{ start: 4, end: 8 }] });
    review('Omar', bo.uid, 'rejected');
    expect(list(article)).toMatchObject([{ form: 'Dell', isChecked: true }]);
    expect(nameOf(read(article)?.annotator)).toBe('Sara');
  });

  test('is unchecked until a checker accepts it, and again while checkers differ', async () => {
    const { article, ann } = await tagBoth();
    const isChecked = () => list(article)[0]!.isChecked;
    expect(isChecked()).toBe(false);
    review('Omar', ann.uid, 'accepted');
    expect(isChecked()).toBe(true);
    review('Lina', ann.uid, 'unsure');
    expect(isChecked()).toBe(true);
    review('Rami', ann.uid, 'rejected');
    expect(isChecked()).toBe(false);
  });

  test('is what people settled, where they did: checked, and nobody’s', async () => {
    const { article, ann } = await tagBoth();
    writeStep(made.corpus, made.sara, 'review', (step) => {
      const record = findRecord(step.db, 'annotation', ann.uid)!;
      const spans = [{ start_offset: 0, end_offset: 3, quote: 'Ann' }];
      step.insert('annotation', made.environment.newUid(), {
        ...record,
        layer: 'settled',
        origin: 'adjudication',
        spans,
      });
    });
    expect(read(article)).toMatchObject({ annotator: null, mentions: [{ form: 'Ann', isChecked: true }] });
  });

  test('is nothing of an article that nobody tagged', async () => {
    expect(read(await made.importText(text))).toBeUndefined();
  });
});
