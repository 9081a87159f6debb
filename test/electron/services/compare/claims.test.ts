import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClaimComparison, ClaimConflict } from '#shared/domain/claim-comparison';
import type { Compared, SideName } from '#shared/domain/comparison';
import type { ArticleFilter } from '#shared/domain/filter';
import { toClaimTables, toSlotsTable, toVersionsTable } from '#shared/tables/claims';
import { listEventSlots } from '#shared/text/claim-slots';
import { compareClaims } from '../../../../electron/services/compare/claims.ts';
import { listProposedEvents } from '../../../../electron/services/compare/proposed-events.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
import { createRelation, removeRelations } from '../../../../electron/services/relations.ts';
import { createReview, removeReview } from '../../../../electron/services/reviews.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { importJettyStory, type JettyStory } from '../../../helpers/jetty-story.ts';

const post = { outlets: ['Harbour Post'] };
const wire = { outlets: ['Meridian Wire'] };

let made: TestCorpus;
let story: JettyStory;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  story = await importJettyStory(made);
});
afterAll(() => made.remove());

const ask = (a: ArticleFilter, b: ArticleFilter, asked: Partial<Compared> = {}) =>
  compareClaims(made.corpus.read, { a, b, checkedOnly: false, ...asked }, noJob);

test('events are listed by whether the sides differ, agree, or one has it alone', async () => {
  const { events, totals } = await ask(post, wire);
  expect(events.map(({ title, group }) => `${group}: ${title}`)).toEqual([
    'conflict: Jetty blast',
    'agreed: Deliveries resume',
    'onlyA: Hospital dark',
    'onlyB: Boats sunk',
  ]);
  expect(totals).toEqual({ conflict: 1, agreed: 1, onlyA: 1, onlyB: 1 });
});

test('a version says on whose word it stands, what it counts, where, when, by whom, and what checking came to', async () => {
  const [blast] = (await ask(post, wire)).events;
  expect(blast).toMatchObject({ date: '2024-03-12', place: 'Murayn' });
  const [authority, , guard] = blast!.versions;
  expect(authority).toMatchObject({
    side: 'a',
    outlet: 'Harbour Post',
    date: '2024-03-12',
    speakers: [{ kind: 'named', name: 'Harbour Authority', words: 'the Harbour Authority', verb: 'said' }],
    figures: [{ unit: 'killed', min: 14, max: null, ofWhom: '' }],
    eventDate: '2024-03-12',
    place: { name: 'Murayn' },
    perpetrators: [{ name: 'Reef Front' }],
    verdict: 'contested',
    state: 'unchecked',
  });
  expect(guard!.speakers.map(({ name, verb }) => [name, verb])).toEqual([
    ['Coast Guard', 'said'],
    ['Harbour Authority', 'citing'],
  ]);
});

test('conflicts are questions; those within a side come after those between the sides', async () => {
  const [blast] = (await ask(post, wire)).events;
  expect(blast!.conflicts.map(({ question }) => question)).toEqual([
    'How many: killed? The ranges do not meet: A (Harbour Authority) says 14 or more, B (Coast Guard) says 9 (sailors).',
    'How many: killed? The ranges do not meet: A (a surgeon, unnamed) says 11 (sailors), B (Coast Guard) says 9 (sailors).',
    'How many: killed? The ranges do not meet: A (Harbour Authority) says 14 or more, A (a surgeon, unnamed) says 11 (sailors).',
    'Who did it? A (Harbour Authority) says Reef Front, B (Coast Guard) says Coast Guard.',
  ]);
  expect(listEventSlots(blast!).map(({ slot, sign }) => [slot.unit || slot.kind, sign])).toEqual([
    ['killed', 'apart'],
    ['perpetrator', 'apart'],
    ['place', 'same'],
    ['date', 'same'],
  ]);
});

test('of the claims of a side it is said how many stand on cards, and on nobody’s word or the outlet’s own', async () => {
  const { claims } = await ask(post, { outlets: ['Nobody'] });
  expect(claims.a).toEqual({ claims: 6, onCards: 4, unattributed: 2, outlet: 1, share: 0.5 });
  expect(claims.b).toEqual({ claims: 0, onCards: 0, unattributed: 0, outlet: 0, share: null });
});

test('what does not count is on no side of an event', async () => {
  expect((await ask(post, wire, { checkedOnly: true })).events).toEqual([]);
  const omar = made.person('Omar');
  const { uid } = createReview(made.corpus, omar, {
    annotation: story.wire.claims[0]!,
    decision: 'rejected',
    reason: 'not said',
    comment: '',
  });
  expect((await ask(post, wire)).events.map(({ title, group }) => `${group}: ${title}`)[1]).toBe('onlyA: Jetty blast');
  removeReview(made.corpus, omar, uid);
});

test('a person’s word that two versions contradict each other puts their event among those in conflict', async () => {
  const [from, to] = [story.post.claims[3]!, story.wire.claims[1]!];
  const { uid } = createRelation(made.corpus, made.sara, { from, to, kind: 'contradicts', note: '' });
  const event = (await ask(post, wire)).events.find(({ title }) => title === 'Deliveries resume');
  expect(event).toMatchObject({
    group: 'conflict',
    relations: [{ uid, kind: 'contradicts', from, to, annotator: 'Sara' }],
    conflicts: [{ slot: { kind: 'word' }, one: { side: 'a' }, other: { side: 'b' } }],
  });
  removeRelations(made.corpus, made.sara, [uid], false);
});

const mirrored = ({ one, other, ...conflict }: ClaimConflict): object => {
  const flip = <T extends { side: SideName }>(end: T) => ({ ...end, side: end.side === 'a' ? 'b' : 'a' });
  const [first, second] = one.side === other.side ? [one, other] : [other, one];
  return { ...conflict, one: flip(first), other: flip(second), question: '', hint: '' };
};

test('swapped sides mirror everything', async () => {
  const [there, back] = [await ask(post, wire), await ask(wire, post)];
  expect(back.claims).toEqual({ a: there.claims.b, b: there.claims.a });
  const groups = { conflict: 'conflict', agreed: 'agreed', onlyA: 'onlyB', onlyB: 'onlyA' } as const;
  const order = ({ title }: { title: string }) => title;
  expect(back.events.map(order).toSorted()).toEqual(there.events.map(order).toSorted());
  for (const event of there.events) {
    const other = back.events.find(({ title }) => title === event.title)!;
    expect(other.group).toBe(groups[event.group]);
    expect(other.conflicts.map((each) => ({ ...each, question: '', hint: '' }))).toEqual(event.conflicts.map(mirrored));
    expect(other.shared).toEqual(event.shared);
  }
});

test('the same articles on both sides agree in everything that they say', async () => {
  const { events } = await ask(wire, wire);
  expect(events.map(({ group }) => group)).toEqual(['agreed', 'agreed', 'agreed']);
});

test('the tables hold what was found, in plain words', async () => {
  const found: ClaimComparison = await ask(post, wire);
  const tables = [...toClaimTables(found), toSlotsTable(found.events[0]!)];
  for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  const [shares, events, conflicts, versions, slots] = tables;
  expect(shares!.rows[0]).toEqual(['A', 6, 4, 2, 2, 1, 0.5]);
  expect(events!.rows[0]!.slice(0, 7)).toEqual(['Jetty blast', 'In conflict', '2024-03-12', 'Murayn', 2, 1, 4]);
  expect(conflicts!.rows[0]!.slice(0, 8)).toEqual([
    'Jetty blast',
    'killed',
    '≠',
    'A',
    '14 or more',
    'B',
    '9 (sailors)',
    5,
  ]);
  expect(conflicts!.rows[2]![2]).toBe('≠ within A');
  expect(versions!.rows.map((row) => row[4])).toContain('Coast Guard, citing Harbour Authority');
  expect(slots!.rows[0]).toEqual(['killed', '14 or more; 11 (sailors)', '9 (sailors)', '≠ differs']);
  const figures = toVersionsTable(found.events, { kind: 'figure', what: '', unit: 'killed' });
  expect(figures.rows.map((row) => [row[1], row[7], row[8]])).toEqual([
    ['A', 14, null],
    ['A', 11, 11],
    ['B', 9, 9],
  ]);
});

test('claims on no card that share days, a place and a kind of figure are proposed to a person', async () => {
  const [proposed, ...others] = await listProposedEvents(
    made.corpus.read,
    { a: post, b: wire, checkedOnly: false },
    noJob,
  );
  expect(proposed).toMatchObject({
    card: null,
    claims: [
      { side: 'a', claim: story.post.claims[5] },
      { side: 'b', claim: story.wire.claims[3] },
    ],
    shares: ['Ras Ilun', 'boats'],
    days: 1,
  });
  expect(others).toEqual([]);
});

test('who was merged into another is no other', async () => {
  mergeEntities(made.corpus, made.sara, 'Reef Front', 'Coast Guard');
  const [blast] = (await ask(post, wire)).events;
  expect(blast!.conflicts.map(({ slot }) => slot.kind)).toEqual(['figure', 'figure', 'figure']);
});
