import type { Loss, LossGroup, LossKind } from '#shared/domain/dataset';
import type { QuotedSpan } from '#shared/domain/span';
import { isEntityValue, type AttributeValue } from '#shared/domain/attribute';
import type { DatasetArticle } from '../../formats/format.ts';

/** So many losses of one sort are named one by one. */
const NAMED = 10_000;

type Sort = { kind: LossKind; what: string; kept: string; count: number; named: Loss[] };

/** What goes into a dataset, counted while it goes. */
export type Tally = {
  articles: number;
  annotations: number;
  relations: number;
  checked: number;
  linked: number;
  linkedByRule: number;
  byOutlet: Map<string, number>;
  byLabel: Map<string, number>;
  annotators: Set<string>;
  languages: Set<string>;
  /** Before labels and annotators are chosen among. */
  offered: { labels: Map<string, number>; annotators: Map<string, number> };
  losses: Map<string, Sort>;
  /** Annotations whose words do not stand at their offsets any more, by uid. */
  mismatches: string[];
  /** Articles whose text has not the hash any more that it was kept under, by uid. */
  changed: string[];
  /** Entities that are named, and members of event cards by uid of card. */
  entities: Set<string>;
  members: Map<string, string[]>;
};

export const createTally = (): Tally => ({
  articles: 0,
  annotations: 0,
  relations: 0,
  checked: 0,
  linked: 0,
  linkedByRule: 0,
  byOutlet: new Map(),
  byLabel: new Map(),
  annotators: new Set(),
  languages: new Set(),
  offered: { labels: new Map(), annotators: new Map() },
  losses: new Map(),
  mismatches: [],
  changed: [],
  entities: new Set(),
  members: new Map(),
});

/** One more of a key. */
export const addOne = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Counts one article as it goes into a dataset. */
export function countArticle(tally: Tally, { article, annotations, relations }: DatasetArticle): void {
  tally.articles += 1;
  tally.relations += relations.length;
  addOne(tally.byOutlet, article.outlet ?? 'unknown');
  if (article.language !== null) tally.languages.add(article.language);
  for (const { annotator } of relations) tally.annotators.add(annotator);
  for (const annotation of annotations) {
    const { uid, label, annotator, spans, entityUid } = annotation;
    tally.annotations += 1;
    addOne(tally.byLabel, label);
    tally.annotators.add(annotator);
    if (!spans.every((span) => standsIn(article.text, span))) tally.mismatches.push(uid);
    if (entityUid !== null) tally.entities.add(entityUid);
    for (const value of Object.values(annotation.attributes)) addEntities(tally, value);
  }
}

const standsIn = (text: string, { start, end, quote }: QuotedSpan) =>
  quote.length === end - start && text.startsWith(quote, start);

function addEntities(tally: Tally, value: AttributeValue): void {
  if (typeof value !== 'object') return;
  if (!Array.isArray(value) && isEntityValue(value)) tally.entities.add(value.entity);
  else for (const part of Object.values(value)) addEntities(tally, part);
}

export function addLosses(tally: Tally, losses: readonly Loss[]): void {
  for (const loss of losses) {
    const { kind, what, kept } = loss;
    const key = `${kind} ${what}`;
    const sort = tally.losses.get(key) ?? { kind, what, kept, count: 0, named: [] };
    sort.count += 1;
    if (sort.named.length < NAMED) sort.named.push(loss);
    tally.losses.set(key, sort);
  }
}

/** Losses of one sort together, the most first; `first` holds so many of each. */
export const listLossGroups = (tally: Tally, first: number): LossGroup[] =>
  [...tally.losses.values()]
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1))
    .map(({ named, ...sort }) => ({ ...sort, first: named.slice(0, first) }));

/** What several parts come to together. */
export function sumTallies(parts: readonly Tally[]): Tally {
  const sum = createTally();
  for (const part of parts) {
    for (const name of ['articles', 'annotations', 'relations', 'checked', 'linked', 'linkedByRule'] as const)
      sum[name] += part[name];
    for (const name of ['byOutlet', 'byLabel'] as const) addCounts(sum[name], part[name]);
    for (const name of ['labels', 'annotators'] as const) addCounts(sum.offered[name], part.offered[name]);
    for (const name of ['annotators', 'languages', 'entities'] as const)
      for (const each of part[name]) sum[name].add(each);
    for (const [cluster, members] of part.members)
      sum.members.set(cluster, [...(sum.members.get(cluster) ?? []), ...members]);
    sum.mismatches.push(...part.mismatches);
    sum.changed.push(...part.changed);
    for (const [key, sort] of part.losses) {
      const known = sum.losses.get(key) ?? { ...sort, count: 0, named: [] };
      known.count += sort.count;
      known.named.push(...sort.named.slice(0, NAMED - known.named.length));
      sum.losses.set(key, known);
    }
  }
  return sum;
}

const addCounts = (sum: Map<string, number>, counts: ReadonlyMap<string, number>) => {
  for (const [key, n] of counts) sum.set(key, (sum.get(key) ?? 0) + n);
};
