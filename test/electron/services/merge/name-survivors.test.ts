import { expect, test } from 'vitest';
import { getCodebook } from '../../../../electron/corpus/repositories/codebook-repository.ts';
import { listOfArticle } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { listPeople } from '../../../../electron/corpus/repositories/person-repository.ts';
import { ArticleId } from '#shared/domain/ids';
import { addAttribute } from '../../../../electron/services/codebook-attributes.ts';
import { addLabel } from '../../../../electron/services/codebook.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { undo } from '../../../../electron/services/undo.ts';
import type { TestCorpus } from '../../../helpers/corpus.ts';
import { contentsOf, forkCorpora, merge, preview, problemsOf, refusalOf } from '../../../helpers/merge.ts';

const plain = { isList: false, isRequired: false, guideline: '', options: [], fields: [] };

/** Both made a label “ship” with an attribute “flag”, and know a Zaid, each by themselves. */
async function fork() {
  const { copies, article } = await forkCorpora(2);
  for (const [n, copy] of copies.entries()) {
    addLabel(copy.corpus, copy.sara, { name: 'ship', key: 'S' });
    addAttribute(copy.corpus, copy.sara, { label: 'ship', attribute: { name: 'flag', type: 'text', ...plain } });
    copy.tag(article, 'ship', 10 * n, 10 * n + 7, 'Zaid');
    markArticle(copy.corpus, copy.person('Zaid'), article, n ? 'done' : 'tagging');
  }
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  return { mine, theirs, article: ArticleId.parse(article) };
}

test('one name under two uids is said, and nothing is merged before somebody says that they are one', async () => {
  const { mine, theirs } = await fork();
  const before = contentsOf(mine);
  const { sameNames } = await preview(mine, theirs);
  expect(sameNames.map(({ kind, name, of }) => [kind, name, of])).toEqual([
    ['annotator', 'Zaid', null],
    ['label', 'ship', null],
  ]);
  expect(await refusalOf(merge(mine, theirs))).toBe('merge-same-names');
  expect(contentsOf(mine)).toBe(before);
});

test('said to be one, the smaller uid stays, what named the other names it, and both copies are alike', async () => {
  const { mine, theirs, article } = await fork();
  const before = contentsOf(mine);
  const { sameNames } = await merge(mine, theirs, { sameNames: true });
  expect(sameNames.map(({ kind }) => kind)).toEqual(['annotator', 'label', 'attribute']);
  await merge(theirs, mine);
  for (const { corpus } of [mine, theirs]) {
    const ship = getCodebook(corpus.read).labels.filter(({ name }) => name === 'ship');
    expect(ship.map(({ attributes }) => attributes.map(({ name }) => name))).toEqual([['flag']]);
    expect(listPeople(corpus.read).filter(({ name }) => name === 'Zaid')).toMatchObject([{ tags: 2 }]);
    const tags = listOfArticle(corpus.read, article, 'own').filter(({ label }) => label === 'ship');
    expect(tags.map(({ annotator }) => annotator)).toEqual(['Zaid', 'Zaid']);
    expect(corpus.read.prepare('SELECT state FROM article_work').pluck().all()).toEqual(['done']);
  }
  expect(contentsOf(theirs)).toBe(contentsOf(mine));
  for (const copy of [mine, theirs]) expect(await problemsOf(copy)).toEqual([]);
  expect((await merge(mine, theirs)).same).toBe(true);

  // what is made with the other uid meanwhile goes the same way
  const later = theirs.tag(article, 'ship', 30, 33, 'Zaid');
  await merge(mine, theirs);
  expect(listOfArticle(mine.corpus.read, article, 'own').map(({ uid }) => uid)).toContain(later.uid);
  undo(mine.corpus, mine.sara, false);
  undo(mine.corpus, mine.sara, false);
  expect(contentsOf(mine)).toBe(before);
  expect(await problemsOf(mine)).toEqual([]);
});
