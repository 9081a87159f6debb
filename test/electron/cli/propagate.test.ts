import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Output } from '#shared/api/contract';
import type { Annotation } from '#shared/domain/annotation';
import type { ArticleSummary } from '#shared/domain/article';
import type { PropagationRule } from '#shared/domain/propagation';
import { createCommandLine } from '../../helpers/galley.ts';

const { folder, galley, json, remove } = createCommandLine();
type Found = Output<'propagations:find'> & { applied?: Output<'propagations:apply'> };
let source: string;

beforeAll(async () => {
  writeFileSync(join(folder, 'one.txt'), 'Morrow lies south. In Morrow it rains.\n');
  writeFileSync(join(folder, 'two.txt'), 'Nobody lives in Morrow or in MORROW.\n');
  await json('import', 'one.txt', 'two.txt', '--outlet', 'Morrow Times', '--split', 'never');
  const [article] = (await json<ArticleSummary[]>('articles')).filter(({ title }) => title.includes('south'));
  source = (await json<Annotation>('annotate', article!.uid, '--label', 'location', '--start', '0', '--end', '6')).uid;
});
afterAll(remove);

const corpus = ['--corpus', 'war.galley'];

test('--dry-run lists the places of a scope and tags none', async () => {
  const { hits, applied } = await json<Found>('propagate', source, '--scope', 'outlet', '--dry-run');
  expect(hits.map(({ match }) => match).sort()).toEqual(['MORROW', 'Morrow', 'Morrow']);
  expect(applied).toBeUndefined();
  const { hits: inCase } = await json<Found>('propagate', source, '--scope', 'corpus', '--match-case', '--dry-run');
  expect(inCase).toHaveLength(2);
  expect(await json<Annotation[]>('annotations')).toHaveLength(1);
});

test('propagate tags them as one step and keeps the rule, which can be retired', async () => {
  const { stdout } = await galley(['propagate', source, '--scope', 'corpus', '--keep-rule', ...corpus]);
  const lines = stdout.trim().split('\n');
  expect(lines[0]).toContain('[Morrow]');
  expect(lines.slice(3)).toEqual([
    '3 places in 2 articles',
    '“Morrow” tagged as location in 3 places',
    expect.stringContaining('rule is kept'),
  ]);
  expect(await json<Annotation[]>('annotations')).toHaveLength(4);
  const [rule] = await json<PropagationRule[]>('rules');
  expect(await json('rules', '--retire', rule!.uid)).toMatchObject([{ retired: true, forms: ['Morrow'] }]);
  expect((await galley(['rules', ...corpus])).stdout).toContain('retired');
  await galley(['undo', ...corpus]);
  await galley(['undo', ...corpus]);
  expect(await json<Annotation[]>('annotations')).toHaveLength(1);
});

test.each([
  [['propagate', '00000000-0000', '--dry-run'], 1, 'no annotation'],
  [['rules', '--restore', '00000000-0000'], 1, 'no kept rule'],
  [['rules', '--restore', 'a', '--retire', 'b'], 2, 'one of'],
])('%j ends with %i and one sentence', async (args, status, sentence) => {
  const run = await galley([...args, ...corpus]);
  expect([run.status, run.stderr.trim().split('\n')]).toEqual([status, [expect.stringContaining(sentence)]]);
});
