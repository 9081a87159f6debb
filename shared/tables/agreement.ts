import {
  Hollow,
  type Agreement,
  type AgreementBy,
  type AgreementGroup,
  type AgreementRow,
  type Coefficient,
  type CoderWork,
  type GammaRow,
} from '../domain/agreement.ts';
import { agreementWords as words } from '../messages/en/agreement.ts';
import type { Cell, Column, Table } from './table.ts';

/** What to begin with first. */
const FIGURES = [
  ['uAlpha', (row) => row.uAlpha],
  ['uAlphaBoundary', (row) => row.uAlphaBoundary],
  ['cuAlpha', (row) => row.cuAlpha],
  ['alpha', (row) => row.alpha],
  ['alphaTokens', (row) => row.alphaTokens],
  ['kappa', (row) => row.kappa],
  ['f1Exact', (row) => row.f1.exact],
  ['f1Boundary', (row) => row.f1.boundary],
  ['f1Overlap', (row) => row.f1.overlap],
  ['f1Characters', (row) => row.f1.characters],
] as const satisfies readonly (readonly [keyof typeof words.columns, (row: AgreementRow) => Coefficient])[];

/** What a row is of, in words. */
export const toRowLabel = ({ label, labels }: Pick<AgreementRow, 'label' | 'labels'>): string =>
  label ?? words.together(labels);

/** The γ of a row; undefined where it was not asked for. */
export const findGamma = (gammas: readonly GammaRow[], row: Pick<AgreementRow, 'labels' | 'label' | 'coders'>) =>
  gammas.find(
    (gamma) =>
      gamma.label === row.label &&
      gamma.labels.join('\n') === row.labels.join('\n') &&
      gamma.coders.join('\n') === row.coders.join('\n'),
  );

/** A row's figures with their names, in the order of the columns. */
export const listFigures = (
  row: AgreementRow,
  gamma: GammaRow | undefined,
): { name: string; figure: Coefficient }[] => [
  ...FIGURES.map(([name, of]) => ({ name: words.columns[name], figure: of(row) })),
  ...(gamma ? [{ name: words.columns.gamma, figure: gamma.gamma }] : []),
];

/** Why figures of a row are undefined; those with one reason together. */
export const listUndefined = (row: AgreementRow, gamma: GammaRow | undefined): { names: string[]; because: string }[] =>
  [...Map.groupBy(listFigures(row, gamma), ({ figure }) => figure.undefinedBecause)].flatMap(([because, figures]) =>
    because === null ? [] : [{ names: figures.map(({ name }) => name), because }],
  );

/** What makes rows hollow, and which; in the order of `Hollow`. */
export const listHollow = (rows: readonly AgreementRow[]): { hollow: Hollow; rows: AgreementRow[] }[] =>
  Hollow.options.flatMap((hollow) => {
    const such = rows.filter((row) => row.hollow.includes(hollow));
    return such.length === 0 ? [] : [{ hollow, rows: such }];
  });

/** What each of all coders made of each label, in the order of the rows of its table. */
export const listWork = ({ coders, rows }: Agreement): { row: AgreementRow; work: CoderWork }[] =>
  rows
    .filter((row) => row.coders.length === coders.length && row.label !== null)
    .flatMap((row) => row.made.map((work) => ({ row, work })));

/** What each of all coders made, label by label, and how it began. */
export function toWorkTable(agreement: Agreement): Table {
  const { title, note, coder, byHand, suggestion, propagation, import: imported, ...numbers } = words.work;
  return {
    name: 'agreement-work',
    title,
    note,
    columns: [
      { title: words.columns.label, kind: 'text' },
      { title: coder, kind: 'text' },
      { title: words.columns.annotations, kind: 'count' },
      ...[byHand, suggestion, propagation, imported].map((name): Column => ({ title: name, kind: 'percent' })),
      ...Object.values(numbers).map((name): Column => ({ title: name, kind: 'count' })),
    ],
    rows: listWork(agreement).map(({ row, work }): Cell[] => [
      toRowLabel(row),
      work.coder,
      work.annotations,
      ...(['hand', 'suggestion', 'propagation', 'import'] as const).map((origin) =>
        work.annotations === 0 ? null : (work.origins[origin] ?? 0) / work.annotations,
      ),
      work.united,
      work.severalSpans,
      work.clashing,
    ]),
  };
}

/** What a group is of, as its column holds it. */
export const toGroupCell = ({ outlet, from }: Pick<AgreementGroup, 'outlet' | 'from'>): string =>
  from ?? outlet ?? words.noOutlet;

/** The same by outlet or time, a row for each group and label; `bounds`: with both ends of each interval. */
export function toGroupsTable(
  groups: readonly AgreementGroup[],
  by: AgreementBy,
  { bounds = false }: { bounds?: boolean } = {},
): Table {
  const unsaid = { coders: [], method: { resamples: 0, seed: 0, boilerplate: null } };
  const { columns } = toAgreementTable({ ...unsaid, rows: [] }, [], { bounds });
  const withoutCoders = <T>(cells: readonly T[]): T[] => cells.filter((_, n) => n !== 1); // always all of them
  return {
    name: `agreement-by-${by}`,
    title: words.by[by],
    note: by === 'outlet' ? '' : words.byTimeNote,
    columns: [{ title: words.groupedBy[by], kind: by === 'outlet' ? 'theirs' : 'date' }, ...withoutCoders(columns)],
    rows: groups.flatMap((group) =>
      toAgreementTable({ ...unsaid, rows: group.rows }, [], { bounds }).rows.map((cells): Cell[] => [
        toGroupCell(group),
        ...withoutCoders(cells),
      ]),
    ),
  };
}

/** How far people agree, a row for each label and set of coders; `bounds`: with both ends of each interval. */
export function toAgreementTable(
  { rows, method }: Agreement,
  gammas: readonly GammaRow[] = [],
  { bounds = false }: { bounds?: boolean } = {},
): Table {
  const names = [...FIGURES.map(([name]) => words.columns[name]), ...(gammas.length > 0 ? [words.columns.gamma] : [])];
  const [first] = gammas;
  const samples = gammas.flatMap((gamma) => (gamma.method.samples === 0 ? [] : [gamma.method.samples]));
  return {
    name: 'agreement',
    title: words.title,
    note: [
      words.note(method),
      ...(first
        ? [words.gammaNote(first.method, samples.length === 0 ? [0, 0] : [Math.min(...samples), Math.max(...samples)])]
        : []),
    ].join(' '),
    columns: [
      { title: words.columns.label, kind: 'text' },
      { title: words.columns.coders, kind: 'text' },
      { title: words.columns.articles, kind: 'count' },
      { title: words.columns.annotations, kind: 'count' },
      ...names.flatMap((name): Column[] => [
        { title: name, kind: 'number' },
        ...(bounds
          ? [words.columns.low(name), words.columns.high(name)].map((title): Column => ({ title, kind: 'number' }))
          : []),
      ]),
      { title: words.columns.hollow, kind: 'text' },
    ],
    rows: rows.map((row): Cell[] => [
      toRowLabel(row),
      row.coders.join(', '),
      row.articles,
      row.made.reduce((sum, { annotations }) => sum + annotations, 0),
      ...listFigures(row, findGamma(gammas, row)).flatMap(({ figure }): Cell[] =>
        bounds ? [figure.value, figure.low, figure.high] : [figure.value],
      ),
      row.hollow.map((hollow) => words.hollow[hollow]).join(', '),
    ]),
  };
}
