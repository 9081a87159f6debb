import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { MentionLinesInput } from '#shared/domain/mention-line';
import { createCluster } from '../../../../electron/services/clusters.ts';
import { openComparison } from '../../../../electron/services/compare/comparison.ts';
import { listMentionLines } from '../../../../electron/services/compare/list-mention-lines.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { importMarked } from '../../../helpers/marked-text.ts';

const OLDER = `Boats of [pirates|Reef Front!] were seen

The [Pirates|Reef Front] went to sea. “The [pirates|Reef Front] left”, a sailor said. The [pirates|] of old are gone.`;
const NEWER =
  'Two [fighters|Reef Front] came. {All [pirates|Reef Front] fled|Coast Guard}. Some [pirates|Reef Front] stayed.';
const OTHER = 'The [pirates|Reef Front] again.';

let made: TestCorpus;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  await importMarked(made, 'Harbour Post', OLDER, '2019-01-02');
  await importMarked(made, 'Harbour Post', NEWER, '2019-01-05');
  await importMarked(made, 'Meridian Wire', OTHER, '2019-01-09');
});
afterAll(() => made.remove());

type Asked = Partial<z.input<typeof MentionLinesInput>>;
async function list(asked: Asked) {
  const sides = { a: { outlets: ['Harbour Post'] }, b: { outlets: ['Meridian Wire'] } };
  const input = MentionLinesInput.parse({ ...sides, of: 'mentions', side: 'a', context: 12, ...asked });
  return listMentionLines(await openComparison(made.corpus.read, input, noJob), input);
}
const contexts = ({ lines }: Awaited<ReturnType<typeof list>>) =>
  lines.map(({ left, match, right }) => `${left}<${match}>${right}`);

test('the mentions of a form, of the newest article first and in reading order, with whose words they stand in', async () => {
  const found = await list({ entity: 'Reef Front', form: 'PIRATES' });
  expect(found).toMatchObject({ total: 5, articles: 2 });
  expect(contexts(found)).toEqual([
    's came. All <pirates> fled. Some ',
    ' fled. Some <pirates> stayed.',
    'Boats of <pirates> were seen\n\n',
    'e seen\n\nThe <Pirates> went to sea',
    'o sea. “The <pirates> left”, a sa',
  ]);
  expect(found.lines.map(({ voice }) => voice)).toEqual(['attributed', 'own', 'own', 'own', 'quoted']);
  expect(found.lines.map(({ block }) => block)).toEqual(['paragraph', 'paragraph', 'title', 'paragraph', 'paragraph']);
  expect(found.lines.map(({ isLoaded }) => isLoaded)).toEqual([false, false, true, false, false]);
  expect(found.lines[0]).toMatchObject({
    outlet: 'Harbour Post',
    date: '2019-01-05',
    label: 'actor',
    isChecked: false,
  });
});

test('only those of a voice, of a side, or of a label are given', async () => {
  const voice = async (meant: Asked) => (await list({ entity: 'Reef Front', ...meant })).total;
  expect(await voice({ voice: 'quoted' })).toBe(1);
  expect(await voice({ voice: 'own', form: 'fighters' })).toBe(1);
  expect(await voice({ voice: 'attributed', form: 'fighters' })).toBe(0);
  expect((await list({ form: 'pirates', side: 'b' })).total).toBe(1);
  expect((await list({ form: 'pirates' })).total).toBe(6);
  expect((await list({})).total).toBe(7);
  expect((await list({ label: 'claim' })).lines.map(({ match }) => match)).toEqual(['All pirates fled']);
  expect((await list({ label: 'nothing' })).total).toBe(0);
});

test('a list goes on where a page ended', async () => {
  const all = await list({ entity: 'Reef Front' });
  const pages = [];
  for (let offset = 0; offset < all.total; offset += 2)
    pages.push(await list({ entity: 'Reef Front', offset, limit: 2 }));
  expect(pages.flatMap(({ lines }) => lines)).toEqual(all.lines);
});

test('lines are sorted by the words before and after them', async () => {
  const meant = { entity: 'Reef Front', form: 'pirates' };
  const after = await list({ ...meant, sort: 'right', limit: 3 });
  expect(after.lines.map(({ right }) => right.trim().split(' ')[0])).toEqual(['fled.', 'left”,', 'stayed.']);
  const before = await list({ ...meant, sort: 'left' });
  expect(before.lines.map(({ left }) => left.trim().split(/\s/u).at(-1))).toEqual(['All', 'of', 'Some', '“The', 'The']);
});

test('claims that stand on no event card are given, or those of them with such words', async () => {
  const matches = async (asked: Asked) => (await list(asked)).lines.map(({ match }) => match);
  expect(await matches({ unlinked: '' })).toEqual(['All pirates fled']);
  expect(await matches({ unlinked: ' PIRATES ' })).toEqual(['All pirates fled']);
  expect(await matches({ unlinked: 'boats' })).toEqual([]);
  const [claim] = (await list({ unlinked: '' })).lines;
  createCluster(made.corpus, made.sara, { title: 'The flight', claims: [claim!.annotation] });
  expect(await matches({ unlinked: '' })).toEqual([]);
});
