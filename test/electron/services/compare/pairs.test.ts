import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { PairsInput } from '#shared/domain/article-pair';
import { ArticleRef } from '#shared/domain/ids';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { offerPairs } from '../../../../electron/services/compare/pairs.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { importMarked } from '../../../helpers/marked-text.ts';

let made: TestCorpus;
const uids: Record<string, string> = {};

beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  const add = async (name: string, outlet: string, marked: string, date?: string) =>
    (uids[name] = await importMarked(made, outlet, marked, date));
  await add(
    'jetty',
    'Post',
    'Fourteen dead at jetty\n\nThe [Reef Front|Reef Front] and the [Guard|Guard].',
    '2024-03-12',
  );
  await add('fair', 'Post', 'Book fair opens\n\nA [mayor|Mayor] spoke.', '2024-03-12');
  await add('undated', 'Post', 'Guard sails again\n\nThe [Guard|Guard] left.');
  await add('same day', 'Wire', 'Nine dead at jetty\n\nThe [pirates|Reef Front] and the [Guard|Guard].', '2024-03-12');
  await add('next day', 'Wire', 'Reefs searched\n\nThe [Reef Front|Reef Front].', '2024-03-13');
  await add('later', 'Wire', 'Reefs once more\n\nThe [Reef Front|Reef Front] and the [Guard|Guard].', '2024-05-01');
  for (const name of ['jetty', 'same day'])
    createAnnotation(made.corpus, made.sara, {
      article: uids[name]!,
      label: 'claim',
      spans: [{ start: 0, end: 8 }],
      attributes: { figures: [{ what: 'boats', min: 2, max: 2 }] },
    });
});
afterAll(() => made.remove());

type Asked = z.input<typeof PairsInput>;
const names = new Map<string, string>();
const ask = async (asked: Asked = {}) => {
  for (const [name, uid] of Object.entries(uids)) names.set(uid, name);
  const input = PairsInput.parse({ a: { outlets: ['Post'] }, b: { outlets: ['Wire'] }, ...asked });
  return offerPairs(made.corpus.read, input, noJob);
};
const pairsOf = ({ pairs }: Awaited<ReturnType<typeof ask>>) =>
  pairs.map(({ a, b }) => [names.get(a.uid), names.get(b.uid)]);

test('what shares most on the same and the next days comes first, with the reasons', async () => {
  const { pairs, undated } = await ask();
  expect(pairs[0]).toEqual({
    a: { uid: uids['jetty'], title: 'Fourteen dead at jetty', outlet: 'Post', date: '2024-03-12' },
    b: { uid: uids['same day'], title: 'Nine dead at jetty', outlet: 'Wire', date: '2024-03-12' },
    ...{ days: 0, entities: 2, titleWords: 0, figures: 1, events: 0 },
  });
  expect(undated).toEqual({ a: 1, b: 0 });
});

test('an article without a date is paired by what it names alone', async () => {
  expect(pairsOf(await ask())).toEqual([
    ['jetty', 'same day'],
    ['jetty', 'next day'],
    ['undated', 'later'], // of what is worth the same, the newer
    ['undated', 'same day'],
  ]);
});

test('pairs of one article are given on either side, and only so many as asked for', async () => {
  expect(pairsOf(await ask({ article: ArticleRef.parse(uids['later']) }))).toEqual([['undated', 'later']]);
  expect(pairsOf(await ask({ article: ArticleRef.parse(uids['jetty']) }))).toHaveLength(2);
  expect((await ask({ limit: 1 })).pairs).toHaveLength(1);
});

test('the other way round the same pairs are offered', async () => {
  const back = await ask({ a: { outlets: ['Wire'] }, b: { outlets: ['Post'] } });
  expect(pairsOf(back).map(([b, a]) => [a, b])).toEqual(pairsOf(await ask()));
});

test('an article that is on both sides is not paired with itself', async () => {
  const { pairs } = await ask({ a: {}, b: {} });
  expect(pairs.every(({ a, b }) => a.uid !== b.uid)).toBe(true);
  expect(pairs.length).toBeGreaterThan(4);
});

test('where hardly anything is tagged the words of titles speak for a pair', async () => {
  const untagged = createTestCorpus();
  const add = (outlet: string, title: string) => importMarked(untagged, outlet, `${title}\n\nText.`, '2024-03-12');
  await add('Post', 'Fourteen dead at jetty');
  await add('Post', 'Book fair opens');
  await add('Wire', 'Nine dead at the jetty');
  const { pairs } = await offerPairs(
    untagged.corpus.read,
    PairsInput.parse({ a: { outlets: ['Post'] }, b: { outlets: ['Wire'] } }),
    noJob,
  );
  expect(pairs).toMatchObject([{ a: { title: 'Fourteen dead at jetty' }, days: 0, entities: 0, titleWords: 2 }]);
});
