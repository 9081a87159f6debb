import { describe, expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { listAnnotations, listOfArticle } from '../../../electron/corpus/repositories/annotation-repository.ts';
import { getArticleSummary } from '../../../electron/corpus/repositories/article-repository.ts';
import { createAnnotation, removeAnnotations, updateAnnotation } from '../../../electron/services/annotate.ts';
import { addLabel } from '../../../electron/services/codebook.ts';
import { markArticle } from '../../../electron/services/edit-article.ts';
import { ArticleId } from '#shared/domain/ids';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

async function createTagged(): Promise<{ made: TestCorpus; article: string }> {
  const made = createTestCorpus();
  return { made, article: await made.importText(SAMPLE_TEXT) };
}
const all = { offset: 0, limit: 100 };
const list = ({ corpus }: TestCorpus) => listAnnotations(corpus.read, {}, all).annotations;
const at = (words: string) => ({
  start: SAMPLE_TEXT.indexOf(words),
  end: SAMPLE_TEXT.indexOf(words) + words.length,
});
const rows = ({ corpus }: TestCorpus) => corpus.read.prepare('SELECT count(*) FROM journal').pluck().get() as number;

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof ExpectedError) return error.code;
    throw error;
  }
}

describe('a tag', () => {
  test('keeps label, person, layer, origin and the words that it was put on', async () => {
    const { made, article } = await createTagged();
    const { start, end } = at('Mayor Ann Dell');
    const tagged = made.tag(article, 'Actor', start, end);
    expect(list(made)).toEqual([tagged]);
    expect(tagged).toEqual({
      uid: tagged.uid,
      article,
      label: 'actor',
      spans: [{ start, end, quote: 'Mayor Ann Dell' }],
      entity: null,
      entityUid: null,
      entityLink: null,
      attributes: {},
      kept: {},
      toFill: [],
      annotator: 'Sara',
      layer: 'own',
      state: 'unchecked',
      revises: null,
      correctedBy: null,
      origin: 'hand',
      note: '',
    });
  });

  test('may hold the whole text, to the last character', async () => {
    const { made, article } = await createTagged();
    expect(made.tag(article, 'claim', 0, SAMPLE_TEXT.length).spans[0]!.quote).toBe(SAMPLE_TEXT);
    expect(codeOf(() => made.tag(article, 'actor', 0, SAMPLE_TEXT.length + 1))).toBe('span-past-end');
  });

  test('is one transaction: its rows and its journal rows, or nothing', async () => {
    const { made, article } = await createTagged();
    const before = rows(made);
    made.tag(article, 'actor', 0, 7);
    expect(rows(made)).toBe(before + 2); // the step and the annotation
    expect(codeOf(() => made.tag(article, 'actor', 0, 9999))).toBe('span-past-end');
    expect(rows(made)).toBe(before + 2);
  });

  test('may overlap and hold others, and have several parts, in reading order', async () => {
    const { made, article } = await createTagged();
    made.tag(article, 'claim', 0, 40);
    made.tag(article, 'actor', 8, 15);
    made.tag(article, 'location', 10, 45);
    const spans = [at('reopen the ferry'), at('The council')];
    const parted = createAnnotation(made.corpus, made.sara, { article, label: 'claim', spans });
    expect(parted.spans.map(({ quote }) => quote)).toEqual(['The council', 'reopen the ferry']);
    expect(list(made).map(({ label }) => label)).toEqual(['claim', 'actor', 'location', 'claim']);
  });

  test.each([
    ['past the end', [{ start: 3, end: 9999 }], 'span-past-end'],
    ['inside an emoji', [{ start: at('👩‍👩‍👧‍👦').start + 2, end: at('👩‍👩‍👧‍👦').end }], 'span-splits-character'],
    ['between a letter and its mark', [{ start: 0, end: at('cafe\u0301').end - 1 }], 'span-splits-character'],
    [
      'on parts that overlap',
      [
        { start: 0, end: 9 },
        { start: 8, end: 12 },
      ],
      'spans-overlap',
    ],
  ])('%s is refused and leaves nothing', async (_, spans, code) => {
    const { made, article } = await createTagged();
    const before = rows(made);
    expect(codeOf(() => createAnnotation(made.corpus, made.sara, { article, label: 'actor', spans }))).toBe(code);
    expect([rows(made), list(made)]).toEqual([before, []]);
  });

  test('with a label that is not in the codebook is refused by name', async () => {
    const { made, article } = await createTagged();
    expect(() => made.tag(article, 'weapon', 0, 7)).toThrow(/no label “weapon”; it has actor, location, claim/u);
  });

  test('names its article by the beginning of a uid, which must be the only one', async () => {
    const { made, article } = await createTagged();
    expect(made.tag(article.slice(0, 8), 'actor', 0, 7).article).toBe(article);
    expect(codeOf(() => made.tag('ffffffff', 'actor', 0, 7))).toBe('article-unknown');
  });

  test('remembers the codebook that it was made by', async () => {
    const { made, article } = await createTagged();
    const { uid } = made.tag(article, 'actor', 0, 7);
    addLabel(made.corpus, made.sara, { name: 'weapon', key: 'W', excludes: 'all' });
    made.tag(article, 'weapon', 0, 7);
    const versions = () =>
      made.corpus.read.prepare('SELECT codebook_version_id FROM annotation ORDER BY id').pluck().all();
    expect(new Set(versions()).size).toBe(2);
    updateAnnotation(made.corpus, made.sara, uid, { note: 'seen' });
    expect(new Set(versions()).size).toBe(2);
    updateAnnotation(made.corpus, made.sara, uid, { attributes: { 'loaded term': true } });
    expect(new Set(versions()).size).toBe(1);
  });
});

describe('a change', () => {
  test('sets what is given, and keeps the words of the new place', async () => {
    const { made, article } = await createTagged();
    const { uid } = made.tag(article, 'actor', 0, 7);
    const changed = updateAnnotation(made.corpus, made.sara, uid, {
      label: 'claim',
      spans: [at('the ferry')],
      note: 'n',
    });
    expect(changed).toMatchObject({ label: 'claim', note: 'n', spans: [{ quote: 'the ferry' }] });
    expect(list(made)).toEqual([changed]);
  });

  test('that changes nothing leaves no step', async () => {
    const { made, article } = await createTagged();
    const { uid } = made.tag(article, 'actor', 0, 7);
    const before = rows(made);
    updateAnnotation(made.corpus, made.sara, uid, { label: 'actor', spans: [{ start: 0, end: 7 }], note: '' });
    expect(rows(made)).toBe(before);
  });

  test('journals before and after of the changed fields alone', async () => {
    const { made, article } = await createTagged();
    const { uid } = made.tag(article, 'actor', 0, 7);
    updateAnnotation(made.corpus, made.sara, uid, { note: 'seen' });
    const payload = made.corpus.read.prepare('SELECT payload FROM journal ORDER BY id DESC LIMIT 1').pluck().get();
    expect(JSON.parse(payload as string)).toEqual({ before: { note: '' }, after: { note: 'seen' } });
  });
});

test('several are removed as one step; one that is not there leaves all', async () => {
  const { made, article } = await createTagged();
  const uids = [0, 8, 16].map((start) => made.tag(article, 'actor', start, start + 2).uid);
  expect(codeOf(() => removeAnnotations(made.corpus, made.sara, [...uids, 'ffffffff']))).toBe('annotation-unknown');
  expect(list(made)).toHaveLength(3);
  expect(removeAnnotations(made.corpus, made.sara, [uids[0]!, uids[0]!, uids[2]!])).toBe(2);
  expect(list(made).map(({ uid }) => uid)).toEqual([uids[1]]);
});

describe('two people', () => {
  test('tag in layers of their own, and neither changes the other’s', async () => {
    const { made, article } = await createTagged();
    const { uid } = made.tag(article, 'actor', 0, 7, 'Sara');
    made.tag(article, 'claim', 0, 7, 'Omar');
    const omar = made.person('Omar');
    expect(codeOf(() => updateAnnotation(made.corpus, omar, uid, { note: 'x' }))).toBe('annotation-of-another');
    expect(() => removeAnnotations(made.corpus, omar, [uid])).toThrow(/Sara's/u);
    expect(list(made).map(({ annotator }) => annotator)).toEqual(['Sara', 'Omar']);
  });

  test('give an article one result: of whoever said done before others', async () => {
    const { made, article } = await createTagged();
    const uid = ArticleId.parse(article);
    made.tag(article, 'actor', 0, 7, 'Sara');
    made.tag(article, 'claim', 0, 7, 'Omar');
    made.tag(article, 'claim', 8, 15, 'Omar');
    markArticle(made.corpus, made.person('Omar'), article, 'done');
    expect(listOfArticle(made.corpus.read, uid, 'result').map(({ annotator }) => annotator)).toEqual(['Omar', 'Omar']);
    expect(listOfArticle(made.corpus.read, uid, 'own')).toHaveLength(3);
    expect(listAnnotations(made.corpus.read, { layer: 'result' }, all).total).toBe(2);
    expect(
      listAnnotations(made.corpus.read, { layer: 'result', articles: [article.slice(0, 8) as never] }, all).total,
    ).toBe(2);
    expect(getArticleSummary(made.corpus.read, uid)).toMatchObject({ annotations: 2, byLabel: { claim: 2 } });
  });
});

test('annotations are found by label, person and article, labels in any case', async () => {
  const { made, article } = await createTagged();
  made.tag(article, 'actor', 0, 7, 'Sara');
  made.tag(article, 'claim', 0, 7, 'Omar');
  const find = (filter: Parameters<typeof listAnnotations>[1]) => listAnnotations(made.corpus.read, filter, all).total;
  expect(find({ labels: ['ACTOR'] })).toBe(1);
  expect(find({ annotators: ['Omar'] })).toBe(1);
  expect(find({ labels: ['actor'], annotators: ['Omar'] })).toBe(0);
  expect(find({ layer: 'settled' })).toBe(0);
  expect(find({ outlets: ['nobody'] })).toBe(0);
});
