import { expect, test } from 'vitest';
import type { Agreement, AgreementRow, GammaRow } from '#shared/domain/agreement';
import { listHollow, listUndefined, toAgreementTable, toGroupsTable, toWorkTable } from '#shared/tables/agreement';

const figure = (value: number | null) => ({
  value,
  low: value === null ? null : value - 0.1,
  high: value === null ? null : value + 0.1,
  n: 10,
  undefinedBecause: value === null ? 'nobody marked anything' : null,
});
const row: AgreementRow = {
  label: null,
  labels: ['actor', 'location'],
  coders: ['Sara', 'Omar'],
  articles: 12,
  blind: 12,
  unfinished: 0,
  made: ['Sara', 'Omar'].map((coder) => ({
    coder,
    annotations: 4,
    origins: { hand: 4 },
    united: 0,
    severalSpans: 0,
    clashing: 0,
  })),
  alpha: figure(0.7),
  alphaTokens: figure(0.71),
  uAlpha: figure(0.72),
  uAlphaBoundary: figure(0.73),
  cuAlpha: figure(null),
  kappa: figure(0.74),
  f1: { exact: figure(0.75), boundary: figure(0.76), overlap: figure(0.77), characters: figure(0.78) },
  hollow: ['few-units'],
};
const agreement: Agreement = { coders: [], rows: [row], method: { resamples: 1000, seed: 1, boilerplate: 0.1 } };
const gamma: GammaRow = {
  ...{ label: null, labels: row.labels, coders: row.coders, gamma: figure(0.5), observed: 1, expected: 2 },
  method: { a: 1, b: 1, sampler: 'moved', samples: 30, seed: 7, precision: 0.02 },
};

test('a row says its labels, coders and figures, and what makes them hollow; what is undefined stays empty', () => {
  const { columns, rows, note } = toAgreementTable(agreement);
  expect(rows).toEqual([
    [
      'actor or location',
      'Sara, Omar',
      12,
      8,
      0.72,
      0.73,
      null,
      0.7,
      0.71,
      0.74,
      0.75,
      0.76,
      0.77,
      0.78,
      'few annotations',
    ],
  ]);
  expect(columns).toHaveLength(rows[0]!.length);
  expect(note).toContain('10 % of the text is boilerplate');
});

test('γ stands beside them where it was asked for, and both ends of intervals where these are', () => {
  const { columns, rows, note } = toAgreementTable(agreement, [gamma], { bounds: true });
  expect(columns).toHaveLength(rows[0]!.length);
  const at = columns.findIndex(({ title }) => title === 'γ');
  expect(rows[0]!.slice(at, at + 3)).toEqual([0.5, 0.4, 0.6]);
  expect(note).toContain('30 random continua, seed 7');
});

test('what each coder made says in which shares it was found by hand or not; nothing has no shares', () => {
  const work = { united: 0, severalSpans: 1, clashing: 0 };
  const made = [
    { coder: 'Sara', annotations: 4, origins: { hand: 1, suggestion: 3 }, ...work },
    { coder: 'Omar', annotations: 0, origins: {}, ...work },
  ];
  const coders = [] as Agreement['coders'];
  const { rows } = toWorkTable({ ...agreement, coders, rows: [{ ...row, label: 'actor', coders: [], made }] });
  expect(rows).toEqual([
    ['actor', 'Sara', 4, 0.25, 0.75, 0, 0, 0, 1, 0],
    ['actor', 'Omar', 0, null, null, null, null, 0, 1, 0],
  ]);
});

test('by outlet or time each group has the same rows, without coders, who are always all', () => {
  const group = { outlet: null, from: null, articles: 12, rows: [row] };
  const { columns, rows } = toGroupsTable([group, { ...group, outlet: 'بريد الميناء' }], 'outlet');
  expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
    ['outlet not known', 'actor or location', 12, 8],
    ['بريد الميناء', 'actor or location', 12, 8],
  ]);
  expect(columns.map(({ title }) => title).slice(0, 5)).toEqual(['outlet', 'label', 'articles', 'annotations', 'uα']);
  const [week] = toGroupsTable([{ ...group, from: '2026-01-05' }], 'week', { bounds: true }).rows;
  expect(week!.slice(0, 2).concat(week!.slice(4, 7))).toEqual(['2026-01-05', 'actor or location', 0.72, 0.62, 0.82]);
});

test('what is undefined or hollow is listed with its reason', () => {
  expect(listUndefined(row, gamma)).toEqual([{ names: ['cuα'], because: 'nobody marked anything' }]);
  expect(listHollow([row, { ...row, hollow: [] }])).toEqual([{ hollow: 'few-units', rows: [row] }]);
});
