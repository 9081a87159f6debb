import { expect, test } from 'vitest';
import { NewPrediction, type Suggestion } from '#shared/domain/suggestion';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { getLabel } from '../../../../electron/services/codebook.ts';
import { addPredictions } from '../../../../electron/services/suggestions/add-predictions.ts';
import {
  dismissSuggestions,
  restoreSuggestions,
} from '../../../../electron/services/suggestions/dismiss-suggestions.ts';
import { listDismissed, listSuggestions } from '../../../../electron/services/suggestions/list-suggestions.ts';
import { toSuggestionId } from '../../../../electron/services/suggestions/proposal.ts';
import { takeSuggestions, type TakenSuggestion } from '../../../../electron/services/suggestions/take-suggestions.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';
import { codeOf } from '../../../helpers/code-of.ts';

const TEXT = 'the glimmer of zorn and the mild xyzzy over plugh cafe\u0301\n';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

/** An article in small letters, of which a tool says what is given. */
async function createPredicted(predictions: Partial<NewPrediction>[], text = TEXT) {
  const made = createTestCorpus();
  const article = await made.importText(text);
  const full = predictions.map((each) => NewPrediction.parse({ article, label: 'actor', ...each }));
  await addPredictions(made.corpus, made.sara, { tool: 'a tool', predictions: full }, noJob);
  const { corpus } = made;
  return {
    ...{ made, article },
    list: (person = 'Sara') => listSuggestions(corpus.read, article, person),
    take: (...suggestions: TakenSuggestion[]) => takeSuggestions(corpus, made.sara, { article, suggestions }),
    tags: () =>
      listAnnotations(corpus.read, {}, { offset: 0, limit: 99 }).annotations.map(
        ({ label, spans }) => `${label}: ${spans.map(({ quote }) => quote).join('|')}`,
      ),
  };
}
const toTaken = ({ id, label, rule, spans }: Suggestion, more: Partial<TakenSuggestion> = {}): TakenSuggestion => ({
  ...{ id, label, rule, spans, attributes: {} },
  ...more,
});

test('of two that are taken at once and cannot stand together the second is left, also under another label', async () => {
  const whole = { start: 0, end: TEXT.indexOf(' plugh') };
  const { list, take, tags } = await createPredicted([{ spans: [at('zorn')] }, { spans: [whole], label: 'claim' }]);
  const [claim, zorn] = list();
  const { annotations, unfit } = take(toTaken(zorn!), toTaken(claim!, { as: 'location' }));
  expect([annotations.length, unfit, tags()]).toEqual([1, [claim!.id], ['actor: zorn']]);
  expect(take(toTaken(claim!)).annotations).toHaveLength(1);
});

test('one that is named twice is taken once', async () => {
  const { list, take, tags } = await createPredicted([{ spans: [at('zorn')] }]);
  const [zorn] = list();
  expect(take(toTaken(zorn!), toTaken(zorn!))).toMatchObject({ annotations: [{ label: 'actor' }], unfit: [] });
  expect(tags()).toEqual(['actor: zorn']);
});

test('one of an entity that is gone is left, and the others are taken', async () => {
  const { list, take, tags } = await createPredicted([{ spans: [at('zorn')] }, { spans: [at('plugh')] }]);
  const [zorn, plugh] = list();
  const { unfit } = take(toTaken(zorn!, { entity: 'ffffffff-0000-7000-8000-000000000000' }), toTaken(plugh!));
  expect([unfit, tags()]).toEqual([[zorn!.id], ['actor: plugh']]);
});

test('spans that cut a character, or lie over one another, are refused as that', async () => {
  const { made, article, take, tags } = await createPredicted([]);
  const label = getLabel(made.corpus.read, 'actor').uid;
  const codeFor = (spans: { start: number; end: number }[]) =>
    codeOf(() =>
      take({
        id: toSuggestionId(article, { rule: 'prediction', label, spans }),
        ...{ label: 'actor', rule: 'prediction', spans, attributes: {} },
      }),
    );
  expect(codeFor([{ ...at('cafe'), start: 0 }])).toBe('span-splits-character');
  expect(codeFor([at('the mild'), at('mild xyzzy')])).toBe('spans-overlap');
  expect(tags()).toEqual([]);
});

test('of two that are as sure the longer is proposed, and nothing over any part of what is', async () => {
  const { list } = await createPredicted([
    { spans: [at('zorn')], score: 0.5 },
    { spans: [at('zorn and'), at('over')], score: 0.5 },
    { spans: [at('over plugh')], score: 0.4, label: 'location' },
  ]);
  expect(list().map(({ spans }) => spans.map(({ quote }) => quote))).toEqual([['zorn and', 'over']]);
});

test('nothing is proposed within what stands over pages of text', async () => {
  const spans = (start: number, end: number) => ({ spans: [{ start, end }] });
  const long = 'zorn '.repeat(1000);
  const { list } = await createPredicted(
    [
      { ...spans(0, 3999), score: 0.9, label: 'location' },
      ...[spans(1000, 1004), spans(3995, 3999), spans(4000, 4004)].map((each) => ({ ...each, score: 0.5 })),
    ],
    long,
  );
  expect(list().map((each) => each.spans[0]!.start)).toEqual([0, 4000]);
});

test('each person dismisses for themselves, and restores what they name alone', async () => {
  const { made, article, list } = await createPredicted([{ spans: [at('plugh')] }, { spans: [at('zorn')] }]);
  const [zorn, plugh] = list() as [Suggestion, Suggestion];
  const dismiss = (who: string, ...suggestions: Suggestion[]) =>
    suggestions.map((each) => dismissSuggestions(made.corpus, made.person(who), { article, suggestions: [each] }));
  expect([dismiss('Sara', plugh, zorn), dismiss('Omar', zorn)]).toEqual([[1, 1], [1]]);
  const dismissed = (who: string) =>
    listDismissed(made.corpus.read, article, who).map(({ spans }) => TEXT.slice(spans[0]!.start, spans[0]!.end));
  expect([dismissed('Sara'), dismissed('Omar')]).toEqual([['zorn', 'plugh'], ['zorn']]);
  expect(restoreSuggestions(made.corpus, made.sara, { article, ids: [zorn.id] })).toBe(1);
  expect([dismissed('Sara'), dismissed('Omar')]).toEqual([['plugh'], ['zorn']]);
  expect([list().length, list('Omar').length]).toEqual([1, 1]);
});
