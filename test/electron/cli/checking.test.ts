import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { DealReport, WorkProgress } from '#shared/domain/work';
import type { Assignment } from '#shared/domain/assignment';
import type { DecisionOnWork } from '#shared/domain/decision';
import type { ClusterDetails } from '#shared/domain/cluster';
import type { Findings } from '#shared/domain/consistency';
import type { ImportReport } from '#shared/domain/import';
import type { Person } from '#shared/domain/person';
import type { Relation } from '#shared/domain/relation';
import type { Review } from '#shared/domain/review';
import { SAMPLE_TEXT } from '../../helpers/corpus.ts';
import { createCommandLine } from '../../helpers/galley.ts';

// One after the other: each stands on what the ones before have made.
const { folder, galley, json, remove } = createCommandLine();
writeFileSync(join(folder, 'page.txt'), SAMPLE_TEXT);
afterAll(remove);

let article: string;
let claims: string[];

test('relate links two annotations, and relations lists them for programs and for people', async () => {
  const report = await json<ImportReport>('import', 'page.txt');
  article = report.articles[0]!.uid;
  const tag = (label: string, start: number, end: number) =>
    json<Annotation>('annotate', article, '--label', label, '--start', String(start), '--end', String(end));
  claims = [(await tag('claim', 0, 45)).uid, (await tag('claim', 47, 60)).uid];
  const relation = await json<Relation>('relate', claims[0]!, claims[1]!, '--kind', 'contradicts', '--note', 'n');
  expect(relation).toMatchObject({ kind: 'contradicts', from: { annotation: claims[0] }, note: 'n' });
  expect(await json<Relation[]>('relations', '--article', article.slice(0, 8))).toEqual([relation]);
  const { stdout } = await galley(['relations', '--corpus', 'war.galley']);
  expect(stdout).toMatch(/contradicts[\s\S]*1 relation\n$/u);
});

test('clusters makes a card, puts claims on it and shows it', async () => {
  const made = await json<ClusterDetails>('clusters', '--new', 'Vote', '--date', '2019-01', '--claim', claims[0]!);
  expect(made).toMatchObject({ title: 'Vote', date: '2019-01', claims: 1 });
  const changed = await json<ClusterDetails>('clusters', made.uid, '--title', 'Ferry vote', '--claim', claims[1]!);
  expect(changed).toMatchObject({ title: 'Ferry vote', claims: 2 });
  const { stdout } = await galley(['clusters', made.uid.slice(0, 12), '--corpus', 'war.galley']);
  expect(stdout).toMatch(/^Ferry vote · 2019-01\n/u);
  expect(await json('clusters', '--query', 'ferry')).toMatchObject([{ uid: made.uid }]);
});

test('review decides on another’s annotation, which shows in its state and in the filter', async () => {
  const correction = ['--decision', 'corrected', '--reason', 'edge', '--start', '0', '--end', '15'];
  const review = await json<Review>('review', claims[0]!, ...correction, '--annotator', 'Omar');
  expect(review).toMatchObject({ checker: 'Omar', annotator: 'Sara', decision: 'corrected' });
  expect(await json<Annotation[]>('annotations', '--state', 'corrected', '--layer', 'own')).toMatchObject([
    { uid: claims[0], correctedBy: review.correction },
  ]);
  expect(await json<Review[]>('reviews', '--by', 'Omar')).toEqual([review]);
  expect(
    await json<Annotation[]>('annotations', '--layer', 'result', '--state', 'in review', 'corrected'),
  ).toMatchObject([{ uid: review.correction, spans: [{ start: 0, end: 15 }] }]);
  const refused = await galley(['review', claims[1]!, '--decision', 'rejected', '--corpus', 'war.galley']);
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('your own work')]);
  const halved = await galley([
    'review',
    claims[1]!,
    '--decision',
    'corrected',
    '--start',
    '1',
    '--corpus',
    'war.galley',
  ]);
  expect(halved.status).toBe(2);
});

test('decisions lists what others decided on one’s work, by reason too, for programs and for people', async () => {
  const all = await json<DecisionOnWork[]>('decisions', '--of', 'Sara');
  expect(all.map(({ by, decision, reason }) => [by, decision, reason])).toEqual([['Omar', 'corrected', 'edge']]);
  expect(all[0]).toMatchObject({ annotation: { uid: claims[0] }, stands: [{ spans: [{ start: 0, end: 15 }] }] });
  expect(await json('decisions', '--of', 'Sara', '--by', 'Omar', '--reason', 'taste')).toEqual([]);
  const { stdout } = await galley(['decisions', '--of', 'Sara', '--unanswered', '--corpus', 'war.galley']);
  expect(stdout).toMatch(/corrected[\s\S]*1 decision\n$/u);
  const { uid } = (await json<Relation[]>('relations', '--article', article))[0]!;
  await json('review', uid, '--relation', '--decision', 'rejected', '--reason', 'two events', '--annotator', 'Omar');
  expect(await json('decisions', '--of', 'Sara', '--relations')).toMatchObject([{ relation: { kind: 'contradicts' } }]);
  const { stdout: of } = await galley(['decisions', '--of', 'Sara', '--relations', '--corpus', 'war.galley']);
  expect(of).toMatch(/rejected +two events +contradicts: “Harbour council v…” ↔ “[^”]+” .*1 decision\n$/su);
  expect(await json('decisions', '--of', 'Sara', '--outdated')).toEqual([]);
});

test('people are listed, added and renamed; assign gives them articles', async () => {
  expect(await json<Person[]>('people', '--add', 'Lina')).toMatchObject([{ name: 'Lina' }, { name: 'Omar' }, {}]);
  expect(await json<Person[]>('people', 'Lina', '--name', 'Lina Haddad', '--initials', 'LH')).toMatchObject([
    { name: 'Lina Haddad', initials: 'LH' },
    {},
    {},
  ]);
  const assigned = [{ article, annotator: 'Lina Haddad', blind: true, state: null }];
  expect(await json<Assignment[]>('assign', article, '--to', 'Lina Haddad', '--blind')).toMatchObject(assigned);
  expect(await json<Assignment[]>('assign')).toMatchObject(assigned);
  expect(await json<Assignment[]>('assign', article, '--from', 'Lina Haddad')).toEqual([]);
});

test('assign deals articles out as previewed, and work says how far they are', async () => {
  const choice = ['assign', '--deal', 'double', '--share', '100', '--to', 'Omar', 'Sara'];
  const report = await json<DealReport>(...choice, '--dry-run');
  expect(report).toMatchObject({ articles: 1, shared: 1, changed: 2 });
  expect(await json<DealReport>(...choice)).toEqual(report);
  const { people } = await json<WorkProgress>('work');
  expect(people).toMatchObject([
    { person: 'Omar', assigned: 1, shared: 1 },
    { person: 'Sara', assigned: 1, shared: 1 },
  ]);
});

test('consistency lists what does not fit together, and mends of a rule what can be mended', async () => {
  const start = SAMPLE_TEXT.indexOf('Morrow ');
  const [from, to] = [start, start + 'Morrow '.length].map(String);
  await json('annotate', article, '--label', 'location', '--start', from!, '--end', to!);
  const ofEdges = ['consistency', '--rule', 'loose-edge'];
  const { findings, counts } = await json<Findings>(...ofEdges);
  expect(findings).toMatchObject([{ rule: 'loose-edge', quote: 'Morrow ', fix: { spans: [{ start }] } }]);
  expect(counts['loose-edge']).toBe(1);
  expect((await galley([...ofEdges, '--fix-all', '--corpus', 'war.galley'])).stdout).toBe('1 annotation changed\n');
  expect((await galley([...ofEdges, '--corpus', 'war.galley'])).stdout).toMatch(/^Nothing/u);
});

test('a correction can mean an entity that it makes', async () => {
  const { uid } = await json<Annotation>('annotate', article, '--label', 'actor', '--start', '0', '--end', '15');
  const args = ['review', uid, '--decision', 'corrected', '--reason', 'who', '--annotator', 'Omar'];
  const review = await json<Review>(...args, '--new-entity', 'Council of the harbour');
  expect(
    await json<Annotation[]>('annotations', '--layer', 'result', '--entity', 'Council of the harbour'),
  ).toMatchObject([{ uid: review.correction, label: 'actor', spans: [{ start: 0, end: 15 }] }]);
  const both = await galley([...args, '--entity', 'A', '--new-entity', 'B', '--corpus', 'war.galley']);
  expect([both.status, both.stderr]).toEqual([2, expect.stringContaining('--entity')]);
});
