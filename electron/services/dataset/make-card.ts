import type { DatasetChoice } from '#shared/domain/dataset';
import type { Agreement } from '#shared/domain/agreement';
import { toArticleFilter } from '#shared/domain/filter';
import { datasetCard, whoseWords, type AgreementFigures } from '#shared/messages/en/dataset';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { listHeads, toFingerprint } from '../../corpus/journal/chain.ts';
import { countSettled } from '../../corpus/repositories/adjudication-repository.ts';
import { nameAnnotators } from './name-annotators.ts';
import type { OpenDataset } from './open-dataset.ts';
import type { Tally } from './tally.ts';

export type DatasetFile = { name: string; sizeBytes: number; sha256: string | null };

export type CardFigures = {
  tally: Tally;
  files: DatasetFile[];
  contentFingerprint: string | null;
  agreement: Agreement | null;
};

/** The figures of all coders together: of the labels that exclude one another, and of each. */
const listFigures = ({ rows }: Agreement): AgreementFigures[] =>
  rows
    .filter(({ coders }) => coders.length === Math.max(...rows.map((row) => row.coders.length)))
    .map(({ label, labels, coders, articles, uAlpha, f1, kappa }) => ({
      name: label ?? labels.join(', '),
      coders: coders.length,
      articles,
      uAlpha,
      f1: f1.exact,
      kappa,
    }));

const byCount = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));

/**
 * The dataset's README.md, with what its format puts before it. The same corpus and choices give the same bytes.
 *
 * `contentFingerprint` and `agreement`: null where they are worked out when the dataset is written.
 */
export function makeCard(
  db: ReadDb,
  { format, choice, corpus, parts }: OpenDataset,
  { tally, files, contentFingerprint, agreement }: CardFigures,
): string {
  const journal = statement<[], { rows: number }>(db, 'SELECT max(id) AS rows FROM journal').get()!;
  const { title, description, licence, date, version } = corpus;
  const card = datasetCard({
    title,
    description,
    licence,
    format: format.name,
    articles: tally.articles,
    outlets: byCount(tally.byOutlet),
    labels: byCount(tally.byLabel),
    annotations: tally.annotations,
    relations: tally.relations,
    annotators: [...tally.annotators].sort(),
    checked: tally.checked,
    checkedBy: choice.checkedBy,
    checkedOnly: choice.checkedOnly,
    settled: countSettled(db, toArticleFilter(choice.filter)),
    agreement: agreement && listFigures(agreement),
    linked: tally.linked,
    linkedByRule: tally.linkedByRule,
    links: choice.links,
    losses: [...tally.losses.values()].map(({ what, count }) => [what, count]),
    whose: whoseWords[choice.filter.layer ?? 'result'],
    unit: choice.options.unit ?? format.units[0] ?? null,
    text: choice.text,
    split: choice.split && {
      ...choice.split,
      articles: parts.map(({ dataset, tally: { articles } }) => [dataset.part ?? '', articles]),
    },
    filter: describeFilter(choice, nameAnnotators(db, choice.names)),
    files,
    contentFingerprint,
    fingerprint: toFingerprint(listHeads(db)),
    rows: journal.rows,
    date: date.slice(0, 10) || 'none',
    version,
  });
  const head = format.frontMatter?.({
    dataset: parts[0]!.dataset,
    files: files.map(({ name }) => name),
    parts: parts.flatMap(({ dataset, tally: own }) => (dataset.part && own.articles > 0 ? [dataset.part] : [])),
    articles: tally.articles,
    annotations: tally.annotations,
    languages: [...tally.languages].sort(),
  });
  return head === undefined ? card : `${head}${card}`;
}

/** What was chosen, with people by the names that they have in the dataset. */
const describeFilter = ({ filter }: DatasetChoice, nameOf: (annotator: string) => string) => {
  const named = filter.annotators ? { ...filter, annotators: filter.annotators.map(nameOf) } : filter;
  const given = Object.entries(named).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? 'everything'
    : given.map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`).join('; ');
};
