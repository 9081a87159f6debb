import { afterAll, beforeAll, expect, test } from 'vitest';
import { PairInput, toJoinOutcome, type ComparedPair } from '#shared/domain/article-pair';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { createCluster } from '../../../../electron/services/clusters.ts';
import { comparePair } from '../../../../electron/services/compare/pair.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { importMarked } from '../../../helpers/marked-text.ts';

const POST = `At least 14 people were killed at the jetty of [Murayn|Murayn Harbour].

The [Reef Front|Reef Front] lost two boats off the cape, a colonel said.

Nobody was arrested during the whole of that night, said a clerk.

Photographs may be used by those who name the agency in full.`;
const WIRE = `Nine people were killed at the terminal of [Mureyn|Murayn Harbour].

The [Reef Front|Reef Front] lost three boats, the [Coast Guard|Coast Guard] said.

Photographs may be used by those who name the agency in full.`;

let made: TestCorpus;
let post: string;
let wire: string;
/** Claims by their first words, and whose they are. */
const claims = new Map<string, string>();

beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  post = await importMarked(made, 'Harbour Post', POST, '2024-03-12');
  wire = await importMarked(made, 'Meridian Wire', WIRE, '2024-03-12');
  claim(post, POST, 'At least 14', { what: 'killed', min: 14 });
  claim(wire, WIRE, 'Nine people', { what: 'killed', min: 9, max: 9 });
  claim(post, POST, 'The [Reef', { what: 'boats', min: 2, max: 2 });
  claim(wire, WIRE, 'The [Reef', { what: 'boats', min: 3, max: 3 });
  claim(post, POST, 'Nobody was');
});
afterAll(() => made.remove());

/** Tags the paragraph that begins so as a claim. */
function claim(article: string, marked: string, begin: string, figure?: Record<string, string | number>): void {
  const plain = (text: string) => text.replace(/\[([^|]*)\|[^\]]*\]/g, '$1');
  const paragraph = plain(marked.split('\n\n').find((each) => each.startsWith(begin))!);
  const start = plain(marked).indexOf(paragraph);
  const { uid } = createAnnotation(made.corpus, made.sara, {
    article,
    label: 'claim',
    spans: [{ start, end: start + paragraph.length }],
    attributes: figure ? { figures: [figure] } : {},
  });
  claims.set(`${article === post ? 'a' : 'b'} ${begin}`, uid);
}

const ask = (a = post, b = wire) => comparePair(made.corpus.read, PairInput.parse({ a, b }), noJob);
const entity = (pair: ComparedPair, name: string) => pair.entities.find((each) => each.name === name)!;
const outcomes = ({ joins }: ComparedPair) =>
  joins.map((join) => [join.a.quote.slice(0, 8), join.cards.length, toJoinOutcome(join)]);

test('entities are in both articles or in one, with what they are called in one of them only', async () => {
  const pair = await ask();
  expect(entity(pair, 'Murayn Harbour')).toMatchObject({
    a: [{ quote: 'Murayn' }],
    b: [{ quote: 'Mureyn' }],
    onlyForms: { a: ['Murayn'], b: ['Mureyn'] },
  });
  expect(entity(pair, 'Reef Front')).toMatchObject({ onlyForms: { a: [], b: [] } });
  expect(entity(pair, 'Coast Guard')).toMatchObject({ a: [], onlyForms: { a: [], b: [] } });
});

test('claims that may be about one event are offered, others stand alone', async () => {
  const pair = await ask();
  expect(outcomes(pair)).toEqual([
    ['At least', 0, 'conflict'],
    ['The Reef', 0, 'conflict'],
  ]);
  expect(pair.alone.a.map(({ quote }) => quote.slice(0, 6))).toEqual(['Nobody']);
  expect(pair.alone.b).toEqual([]);
});

test('near copies are given by the places of their blocks', async () => {
  expect((await ask()).copies).toEqual([{ a: 3, b: 2, share: 1 }]);
});

test('the other way round everything is mirrored', async () => {
  const there = await ask();
  const back = await ask(wire, post);
  const flip = <T extends { a: unknown; b: unknown }>({ a, b, ...rest }: T) => ({ ...rest, a: b, b: a });
  const toEnds = ({ joins }: ComparedPair) =>
    joins.map(({ a, b, conflicts }) => [a.claim, b.claim, conflicts.map(({ gap }) => gap)]);
  expect(toEnds(back).map(([b, a, gaps]) => [a, b, gaps])).toEqual(toEnds(there));
  const toAlone = (claims: ComparedPair['alone']['a']) => claims.map(({ claim: uid }) => uid);
  expect([toAlone(back.alone.b), toAlone(back.alone.a)]).toEqual([toAlone(there.alone.a), toAlone(there.alone.b)]);
  expect(back.copies.map(flip)).toEqual(there.copies);
  const byName = (entities: { name: string }[]) => entities.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const entities = back.entities.map((each) => ({ ...flip(each), onlyForms: flip(each.onlyForms) }));
  expect(byName(entities)).toEqual(byName(there.entities));
});

test('an article set against itself agrees with itself', async () => {
  const pair = await ask(post, post);
  expect(pair.entities.every(({ a, b }) => a.length === b.length)).toBe(true);
  expect(pair.copies).toHaveLength(4);
});

test('claims on one event card are joined by it, and with whom is no more offered; what a person said of them is known', async () => {
  const both = [claims.get('a At least 14')!, claims.get('b The [Reef')!];
  createCluster(made.corpus, made.sara, { title: 'Jetty', claims: both });
  createRelation(made.corpus, made.sara, { from: both[1]!, to: both[0]!, kind: 'contradicts', note: '' });
  const { joins, alone } = await ask();
  expect(joins).toMatchObject([{ cards: [{ title: 'Jetty' }], conflicts: [], contradicts: true }]);
  expect(alone.a).toHaveLength(2);
  expect(alone.b).toHaveLength(1);
});

test('a word that was rejected does not contradict any more', async () => {
  const relation = made.corpus.read.prepare<[], string>('SELECT uid FROM relation').pluck().get()!;
  const subject = { annotation: undefined, relation };
  createReview(made.corpus, made.person('Omar'), { ...subject, decision: 'rejected', reason: 'no', comment: '' });
  expect((await ask()).joins).toMatchObject([{ contradicts: false }]);
});
