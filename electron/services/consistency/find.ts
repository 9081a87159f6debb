import type { Annotation } from '#shared/domain/annotation';
import { ConsistencyRule, type Finding, type Findings } from '#shared/domain/consistency';
import type { ArticleFilter } from '#shared/domain/filter';

import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { foldForm } from '#shared/text/fold';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { getArticleText, listArticleUids } from '../../corpus/repositories/article-repository.ts';
import { CLAIM } from '../../corpus/repositories/claim-values.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { listBlindUids } from '../../corpus/repositories/assignment-repository.ts';
import { listExemptions, mapAliasLabels } from '../../corpus/repositories/consistency-repository.ts';
import { listDatasetAnnotations } from '../../corpus/repositories/dataset-annotations.ts';
import { createPacer, type Job } from '../job.ts';
import { FormLabels } from './form-labels.ts';
import { quoteOf, toFound, type Found } from './found.ts';
import { trimEdges } from './loose-edge.ts';
import { findNearCopies } from './near-copies.ts';

const AT_ONCE = 200;
/** Unit: UTF-16, on each side. */
const CONTEXT = 60;

export type Asked = {
  filter: ArticleFilter;
  rules: readonly ConsistencyRule[];
  onlyExempt: boolean;
  limit: number;
};

/**
 * Goes through what counts, article by article. `reader`: who is at the keyboard, by uid. Complexity: all annotations of the articles that
 * are meant, once.
 *
 * Errors: those of `consistency:find`.
 */
export async function findInconsistencies(
  db: ReadDb,
  reader: string | null,
  { filter, rules, onlyExempt, limit }: Asked,
  job: Job,
): Promise<Findings> {
  const blind = new Set<string>(listBlindUids(db, reader));
  const uids = listArticleUids(db, filter).filter((uid) => !blind.has(uid));
  const exempt = listExemptions(db);
  const codebook = getCodebook(db);
  const excluded = new Map(codebook.labels.map(({ name, excludes }) => [name, new Set(excludes)]));
  const aliases = mapAliasLabels(db);
  const claim = codebook.labels.find(({ uid }) => uid === CLAIM)?.name;
  const forms = new FormLabels(excluded);
  const isAsked = new Set(rules);
  const found: Found[] = [];
  const breathe = createPacer(job);
  const tags = new Map<string, string[]>();
  let annotations = 0;
  for (let from = 0; from < uids.length; from += AT_ONCE) {
    const slice = uids.slice(from, from + AT_ONCE);
    const all = listDatasetAnnotations(db, slice, 'result');
    annotations += all.length;
    const seen = new Set<string>();
    for (const each of all) {
      const folded = foldForm(quoteOf(each));
      if (isAsked.has('form-labels')) forms.add(each, folded);
      if (isAsked.has('near-copies')) push(tags, each.article, `${each.label} ${folded}`);
      for (const one of checkOne(each, { folded, seen, aliases, claim, excluded }))
        if (isAsked.has(one.rule)) found.push(one);
    }
    job.report({ done: from, total: uids.length, what: words.progress });
    await breathe();
  }
  if (isAsked.has('form-labels')) for (const each of forms.list()) found.push(each);
  if (isAsked.has('near-copies')) found.push(...(await findNearCopies(db, uids, tags, breathe)));

  const isExempt = ({ rule, subject }: Found) => exempt.has(`${rule} ${subject}`);
  const open = found.filter((each) => !isExempt(each));
  const counts = Object.fromEntries(
    ConsistencyRule.options.map((rule) => [rule, open.filter((each) => each.rule === rule).length]),
  ) as Findings['counts'];
  const listed = (onlyExempt ? found.filter(isExempt) : open).sort(byPlace);
  const shown = ConsistencyRule.options.flatMap((rule) => listed.filter((each) => each.rule === rule).slice(0, limit));
  return {
    annotations,
    counts,
    exempt: found.length - open.length,
    findings: shown.map((each) => toFinding(db, each, isExempt(each))),
  };
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

type Known = {
  folded: string;
  /** Of the same slice, by who tagged which words as what. */
  seen: Set<string>;
  aliases: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the built-in label of claims is called. */
  claim: string | undefined;
  excluded: ReadonlyMap<string, ReadonlySet<string>>;
};

/** What one annotation says by itself. */
function* checkOne(each: Annotation, { folded, seen, aliases, claim, excluded }: Known): Generator<Found> {
  const { label, spans, attributes, article, annotator } = each;
  const under = aliases.get(folded);
  const other = [...(under ?? [])].find((name) => excluded.get(label)?.has(name));
  if (under && other !== undefined && !under.has(label))
    yield toFound(each, { rule: 'alias-label', what: words.what.aliasLabel(other), fix: { label: other } });
  if (label === claim && attributes['attribution'] === undefined && attributes['voice'] !== 'own')
    yield toFound(each, { rule: 'claim-speaker', what: words.what.claimSpeaker, fix: null });
  const trimmed = spans.length === 1 ? trimEdges(spans[0]!.quote) : null;
  if (trimmed) {
    const { start, quote } = spans[0]!;
    yield toFound(each, {
      rule: 'loose-edge',
      what: words.what.looseEdge(quote.slice(trimmed.start, trimmed.end)),
      fix: { start: start + trimmed.start, end: start + trimmed.end },
    });
  }
  const key = JSON.stringify([article, annotator, label, spans.map(({ start, end }) => [start, end])]);
  if (seen.has(key)) yield toFound(each, { rule: 'tagged-twice', what: words.what.taggedTwice, fix: { remove: true } });
  seen.add(key);
}

const order = new Map(ConsistencyRule.options.map((rule, n) => [rule, n]));
const byPlace = (a: Found, b: Found) =>
  order.get(a.rule)! - order.get(b.rule)! ||
  (a.article < b.article ? -1 : a.article > b.article ? 1 : a.start - b.start);

function toFinding(db: ReadDb, found: Found, isExempt: boolean): Finding {
  const { end } = found;
  const text = getArticleText(db, found.article);
  const title = statement<[string], string>(db, 'SELECT title FROM article WHERE uid = ?').pluck().get(found.article)!;
  return {
    ...found,
    title,
    before: text.slice(Math.max(0, found.start - CONTEXT), found.start),
    quote: text.slice(found.start, end),
    after: text.slice(end, end + CONTEXT),
    isExempt,
  };
}
