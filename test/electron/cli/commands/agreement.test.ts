import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgreementGroup, AgreementRow, Coefficient } from '#shared/domain/agreement';
import { createTestCorpus, type TestCorpus } from '../../../helpers/corpus.ts';
import { importCoded, toWords } from '../../../helpers/coded-articles.ts';
import { createCommandLine } from '../../../helpers/galley.ts';

type Row = AgreementRow & { gamma: (Coefficient & { samples: number }) | null };

const { folder, galley, json, remove } = createCommandLine();
let made: TestCorpus;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  for (const from of [0, 100])
    await importCoded(made, toWords(12, from), {
      Sara: [
        ['actor', [0, 4]],
        ['location', [10, 14]],
      ],
      Omar: [
        ['actor', [0, 9]],
        ['location', [10, 14]],
      ],
      Lina: [['actor', [0, 4]]],
    });
  made.corpus.close();
  copyFileSync(made.path, join(folder, 'war.galley'));
});
afterAll(() => {
  made.remove();
  remove();
});

test('agreement gives a row for each label, for those that exclude one another together, of all coders and each pair', async () => {
  const rows = await json<Row[]>('agreement');
  expect(rows.map(({ label, coders }) => `${label} ${coders.join('+')}`).slice(0, 5)).toEqual([
    'null Lina+Omar+Sara',
    'actor Lina+Omar+Sara',
    'location Lina+Omar+Sara',
    'claim Lina+Omar+Sara',
    'null Lina+Omar',
  ]);
  const keys = [
    'label',
    'coders',
    'alpha',
    'alphaTokens',
    'uAlpha',
    'uAlphaBoundary',
    'cuAlpha',
    'kappa',
    'f1',
    'gamma',
  ];
  for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(keys));
  const ofTwo = rows.find(({ label, coders }) => label === 'location' && coders.join() === 'Omar,Sara')!;
  expect(ofTwo.f1).toEqual({
    exact: { value: 1, low: 1, high: 1, n: 4, undefinedBecause: null },
    boundary: { value: 1, low: 1, high: 1, n: 4, undefinedBecause: null },
    overlap: { value: 1, low: 1, high: 1, n: 4, undefinedBecause: null },
    characters: { value: 1, low: 1, high: 1, n: 4, undefinedBecause: null },
  });
  expect(ofTwo.gamma).toMatchObject({ value: 1, n: 4, undefinedBecause: null });
  expect(rows.find(({ label }) => label === 'claim')!.kappa).toMatchObject({
    value: null,
    low: null,
    undefinedBecause: expect.any(String),
  });
});

test('coders are chosen with commas, in their order, and labels by name; one alone is a wrong use', async () => {
  const rows = await json<Row[]>('agreement', '--coders', 'Sara, Omar', '--label', 'actor', '--no-gamma');
  expect(rows).toMatchObject([
    { label: 'actor', coders: ['Sara', 'Omar'], articles: 2, f1: { exact: { value: 0 } }, gamma: null },
  ]);
  expect((await galley(['agreement', '--corpus', 'war.galley', '--coders', 'Sara'])).status).toBe(2);
});

test('people read a table, why a figure is undefined and what makes it hollow; the same by week', async () => {
  const { stdout, status } = await galley(['agreement', '--corpus', 'war.galley', '--coders', 'Sara,Omar']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^label +coders +articles +annotations +uα /u);
  expect(stdout).toMatch(/actor or location +Sara, Omar +2 +8/u);
  expect(stdout).toContain('nobody marked anything');
  expect(stdout).toContain('Fewer than 5 articles');
  const weeks = await json<AgreementGroup[]>('agreement', '--by', 'week', '--label', 'location');
  expect(weeks).toMatchObject([{ outlet: null, from: '2025-12-29', articles: 2, rows: [{ label: 'location' }] }]);
});
