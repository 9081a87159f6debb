import type { Annotation } from '#shared/domain/annotation';
import type { FormatName, LinkChoice, Loss } from '#shared/domain/dataset';
import { toArticleFilter, type AnnotationFilter } from '#shared/domain/filter';
import { ArticleId } from '#shared/domain/ids';
import { datasetCard, whoseWords } from '#shared/messages/en/dataset';
import { statement, type ReadDb } from '../corpus/connection.ts';
import { listHeads, toFingerprint } from '../corpus/journal/chain.ts';
import { listOfArticle } from '../corpus/repositories/annotation-repository.ts';
import { listEntityIds } from '../corpus/repositories/resolve-entity.ts';
import { getArticle, getArticleText, listArticleUids } from '../corpus/repositories/article-repository.ts';
import type { DatasetArticle } from '../formats/format.ts';
import { formats } from '../formats/formats.ts';
import { computeContentFingerprint } from './content-fingerprint.ts';

/** `links`: whether the entities that a rule linked are named too, or only those that people did. */
export type DatasetChoice = { format: FormatName; filter: AnnotationFilter; links?: LinkChoice };

export type DatasetFile = { name: string; sizeBytes: number; sha256: string | null };

/** What goes into a dataset, counted while it goes. */
export type Tally = {
  articles: number;
  annotations: number;
  unchecked: number;
  linked: number;
  linkedByRule: number;
  byOutlet: Map<string, number>;
  byLabel: Map<string, number>;
  annotators: Set<string>;
  /** Before labels and annotators are chosen among. */
  offered: { labels: Map<string, number>; annotators: Map<string, number> };
  losses: Loss[];
  /** Annotations whose words do not stand at their offsets any more, by uid. */
  mismatches: string[];
};

export const createTally = (): Tally => ({
  articles: 0,
  annotations: 0,
  unchecked: 0,
  linked: 0,
  linkedByRule: 0,
  byOutlet: new Map(),
  byLabel: new Map(),
  annotators: new Set(),
  offered: { labels: new Map(), annotators: new Map() },
  losses: [],
  mismatches: [],
});

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * The articles that a filter means, in order of uid, with the annotations of its layer (those that count, where it names
 * none) that pass it. Errors: article-unknown, uid-ambiguous.
 */
export function* iterateDataset(
  db: ReadDb,
  { filter, format, links = 'all' }: DatasetChoice,
  tally: Tally,
): Generator<DatasetArticle> {
  const labels = filter.labels?.map((label) => label.toLowerCase());
  const entities = filter.entities ? listEntityUids(db, filter.entities) : null;
  for (const uid of listArticleUids(db, toArticleFilter(filter))) {
    const article = getArticle(db, uid);
    const annotations = listOfArticle(db, uid, filter.layer ?? 'result').filter(
      ({ label, annotator, state, entityUid }) => {
        add(tally.offered.labels, label);
        add(tally.offered.annotators, annotator);
        return (
          (labels?.includes(label.toLowerCase()) ?? true) &&
          (filter.annotators?.includes(annotator) ?? true) &&
          (filter.annotationStates?.includes(state) ?? true) &&
          (entities === null || (entityUid !== null && entities.has(entityUid)))
        );
      },
    );
    const textOf = (other: string) => getArticleText(db, ArticleId.parse(other));
    const item = { article, annotations: annotations.map((each) => chooseLink(tally, each, links)), textOf };
    count(tally, item);
    tally.losses.push(...formats[format].listLosses(item));
    yield item;
  }
}

/** The entities that are named, and those merged into them, by uid. */
const listEntityUids = (db: ReadDb, refs: readonly string[]): Set<string> =>
  new Set(
    statement<[string], { uid: string }>(db, 'SELECT uid FROM entity WHERE id IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify(listEntityIds(db, refs)))
      .map(({ uid }) => uid),
  );

/** Counts a link; one by rule is left out where only those by people are wanted. */
function chooseLink(tally: Tally, annotation: Annotation, links: LinkChoice): Annotation {
  if (annotation.entityUid === null) return annotation;
  const byRule = annotation.entityLink === 'rule';
  if (byRule) tally.linkedByRule += 1;
  if (byRule && links === 'person') return { ...annotation, entity: null, entityUid: null, entityLink: null };
  tally.linked += 1;
  return annotation;
}

function count(tally: Tally, { article, annotations }: DatasetArticle): void {
  tally.articles += 1;
  add(tally.byOutlet, article.outlet ?? 'unknown');
  for (const { uid, label, annotator, state, spans } of annotations) {
    tally.annotations += 1;
    add(tally.byLabel, label);
    tally.annotators.add(annotator);
    if (state === 'unchecked') tally.unchecked += 1;
    if (spans.some(({ start, end, quote }) => article.text.slice(start, end) !== quote)) tally.mismatches.push(uid);
  }
}

const byCount = (counts: Map<string, number>) => [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));

/** The dataset's README.md. Complexity: one pass over all model rows, for the content fingerprint. */
export function makeCard(
  db: ReadDb,
  {
    format,
    filter,
    links = 'all',
    tally,
    files,
    version,
  }: DatasetChoice & { tally: Tally; files: DatasetFile[]; version: string },
): string {
  const corpus = statement<[], { title: string; description: string; licence: string }>(
    db,
    'SELECT title, description, licence FROM corpus',
  ).get()!;
  const journal = statement<[], { rows: number }>(db, 'SELECT max(id) AS rows FROM journal').get()!;
  const newest = statement<[], { at: string }>(db, 'SELECT at FROM step ORDER BY id DESC LIMIT 1').get();
  const losses = Map.groupBy(tally.losses, ({ what }) => what);
  return datasetCard({
    ...corpus,
    articles: tally.articles,
    outlets: byCount(tally.byOutlet),
    labels: byCount(tally.byLabel),
    annotations: tally.annotations,
    annotators: [...tally.annotators].sort(),
    unchecked: tally.unchecked,
    linked: tally.linked,
    linkedByRule: tally.linkedByRule,
    links,
    losses: [...losses].map(([what, each]) => [what, each.length]),
    whose: whoseWords[filter.layer ?? 'result'],
    unit: formats[format].unit,
    filter: describeFilter(filter),
    files,
    contentFingerprint: computeContentFingerprint(db),
    fingerprint: toFingerprint(listHeads(db)),
    rows: journal.rows,
    date: newest?.at.slice(0, 10) ?? 'none',
    version,
    isTable: format === 'csv',
  });
}

const describeFilter = (filter: AnnotationFilter) => {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined);
  return parts.length === 0
    ? 'everything'
    : parts.map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`).join('; ');
};
