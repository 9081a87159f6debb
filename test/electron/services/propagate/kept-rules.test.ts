import { expect, test } from 'vitest';
import { ArticleId } from '#shared/domain/ids';
import { PropagationOptions, type PropagationScope } from '#shared/domain/propagation';
import { createFormFinder } from '#shared/text/find-forms';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { getArticleText } from '../../../../electron/corpus/repositories/article-repository.ts';
import { listRules } from '../../../../electron/corpus/repositories/propagation-repository.ts';
import { updateLabel } from '../../../../electron/services/codebook.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { applyPlaces, type PlacesToTag } from '../../../../electron/services/propagate/apply-places.ts';
import { findPlaces } from '../../../../electron/services/propagate/find-places.ts';
import { setRetired } from '../../../../electron/services/propagate/keep-rule.ts';
import { listRuleForms } from '../../../../electron/services/propagate/rule-forms.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';

type More = { scope?: PropagationScope; options?: Partial<PropagationOptions>; limit?: number };

/** Articles of outlets, each with a text; and what is looked for and tagged by the first tag in the first. */
async function createOutlets(texts: readonly [outlet: string, text: string, date?: string][]) {
  const made = createTestCorpus();
  const articles: string[] = [];
  for (const [n, [outlet, text, date]] of texts.entries()) {
    const article = await made.importText(text, `${n}.txt`);
    editArticle(made.corpus, made.sara, ArticleId.parse(article), { outlet, ...(date !== undefined && { date }) });
    articles.push(article);
  }
  const annotation = made.tag(articles[0]!, 'actor', 0, texts[0]![1].indexOf(' ')).uid;
  const asked = ({ scope = 'corpus', options = {} }: More) => ({
    ...{ annotation, scope, options: PropagationOptions.parse(options) },
  });
  return {
    ...{ made, articles, annotation },
    look: async (more: More = {}) =>
      findPlaces(made.corpus.read, made.sara, { ...asked(more), context: 5, limit: more.limit ?? 100 }, noJob),
    apply: (hits: PlacesToTag['hits'], more: More = {}) =>
      applyPlaces(made.corpus, made.sara, { ...asked(more), hits, keepRule: true }, noJob),
    /** What the kept rules find in an article. */
    ruled: (article: string) => {
      const text = getArticleText(made.corpus.read, ArticleId.parse(article));
      return listRuleForms(made.corpus.read, article).flatMap((rule) =>
        createFormFinder(rule.forms, rule)(text).map(({ start, end }) => text.slice(start, end)),
      );
    },
  };
}

test('rules that hold elsewhere, or look in another way, are rules of their own; one out of use is put to use again', async () => {
  const { made, apply } = await createOutlets([['Tide', 'Zorn met zorn.']]);
  const keep = async (more: More = {}) => (await apply([], more)).rule!;
  const rule = await keep();
  const others = [
    await keep({ scope: 'outlet' }),
    await keep({ options: { matchCase: true } }),
    await keep({ options: { matchMarks: true } }),
    await keep({ options: { matchLetters: true } }),
    await keep({ options: { wholeWord: false } }),
    await keep({ options: { withAliases: false } }),
  ];
  expect(new Set([rule, ...others]).size).toBe(7);
  setRetired(made.corpus, made.sara, rule, true);
  expect(await keep()).toBe(rule);
  expect(listRules(made.corpus.read).map(({ retired }) => retired)).toEqual(Array(7).fill(false));
});

test('a rule finds the other names of its entity, each where it is used and as it has to be written', async () => {
  const { made, articles, annotation, apply, ruled, look } = await createOutlets([
    ['Tide', 'Zorn met.'],
    ['Lamp', 'It is said that IS and the Ship and the Lord met.'],
    ['Tide', 'It is said that the ship met.'],
  ]);
  const alias = (form: string, outlet: string | null = null) => ({ form, outlet, neverAlone: false });
  createEntity(made.corpus, made.sara, {
    ...{ label: 'actor', name: 'Zorn', annotations: [annotation] },
    // the last two are one name: anybody's, since one of them is
    aliases: [alias('IS'), alias('Ship', 'Tide'), alias('the lord', 'Tide'), alias('The Lord')],
  });
  await apply([]);
  expect(articles.slice(1).map(ruled)).toEqual([['IS', 'the Lord'], ['ship']]);
  const { hits } = await look();
  expect(hits.map(({ match }) => match).sort()).toEqual(['IS', 'ship', 'the Lord']);
});

test('what is written like a common word is looked for in its case, unless something else is asked for', async () => {
  const { look } = await createOutlets([['Tide', 'IS said that it is there; IS left.']]);
  const matches = async (options: Partial<PropagationOptions>) =>
    (await look({ options })).hits.map(({ match }) => match);
  expect(await matches({})).toEqual(['IS']);
  expect(await matches({ matchCase: false })).toEqual(['is', 'IS']);
});

test('the newest article comes first, and what lies behind as many as are asked for is said to be there', async () => {
  const { articles, look } = await createOutlets([
    ['Tide', 'Zorn met.', '2019-01-01'],
    ['Tide', 'They met Zorn.', '2017-01-01'],
    ['Tide', 'There was Zorn.', '2018-01-01'],
  ]);
  const { hits } = await look();
  expect(hits.map(({ article }) => article)).toEqual([articles[2], articles[1]]);
  expect(await look({ limit: 1 })).toMatchObject({ isWhole: false, articles: 1, hits: [{ article: articles[2] }] });
  expect(await look({ limit: 2 })).toMatchObject({ hits: { length: 2 } });
});

test('a place that is named twice is tagged once, and one that another label holds only where that is wanted', async () => {
  const { made, articles, look, apply } = await createOutlets([['Tide', 'Zorn, zorn, Zorn and Zorn met.']]);
  const [article] = articles as [string];
  const { hits } = await look();
  made.tag(article, 'location', hits[1]!.start, hits[1]!.end);
  expect(await apply([hits[0]!, hits[0]!, hits[1]!])).toMatchObject({ tagged: 1, alreadyTagged: 2 });
  expect(await apply([hits[0]!, hits[1]!], { options: { skipTagged: false } })).toMatchObject({ tagged: 1 });
  const { annotations } = listAnnotations(made.corpus.read, {}, { offset: 0, limit: 10 });
  expect(annotations.map(({ label, spans }) => `${label} ${spans[0]!.start}`).sort()).toEqual([
    ...['actor 0', `actor ${hits[0]!.start}`, `actor ${hits[1]!.start}`, `location ${hits[1]!.start}`].sort(),
  ]);
});

test('nothing is tagged with a label that is out of use', async () => {
  const { made, look, apply } = await createOutlets([['Tide', 'Zorn met Zorn.']]);
  const { hits } = await look();
  updateLabel(made.corpus, made.sara, 'actor', { retired: true });
  await expect(apply(hits)).rejects.toMatchObject({ code: 'label-retired' });
  expect(listRules(made.corpus.read)).toEqual([]);
});
