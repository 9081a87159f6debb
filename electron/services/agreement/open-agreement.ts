import type { Origin } from '#shared/domain/annotation';
import type { Agreed } from '#shared/domain/agreement';
import type { ArticleFilter } from '#shared/domain/filter';
import { agreementWords as words } from '#shared/messages/en/agreement';
import { listWordStarts } from '#shared/text/words';
import type { ReadDb } from '../../corpus/connection.ts';
import {
  listAgreedTexts,
  listOwnSpans,
  mapArticleUids,
  type OwnSpan,
} from '../../corpus/repositories/agreement-annotations.ts';
import {
  getCoderId,
  listCoderArticles,
  listCoders,
  type Coder,
  type CoderArticle,
} from '../../corpus/repositories/agreement-work.ts';
import { getPersonUid } from '../../corpus/repositories/person-repository.ts';
import type { Unit } from '../../statistics/continuum.ts';
import { readDataVersion } from '../compare/follow-table.ts';
import { createPacer, type Job } from '../job.ts';

/** An annotation of a coder; ids are those of rows, `label` too until rows are made of labels. */
export type Made = Unit & { annotation: number; origin: Origin };

/** An article that two or more of the coders have finished; by the coder's place in `OpenAgreement.coders`. */
export type FinishedArticle = {
  id: number;
  uid: string;
  title: string;
  outlet: string | null;
  date: number;
  length: number;
  boilerplate: number;
  wordStarts: Uint32Array;
  hasFinished: boolean[];
  isBlind: boolean[];
  made: Made[][];
};

export type OpenAgreement = {
  db: ReadDb;
  job: Job;
  coders: Coder[];
  /** In order of uid, which is the same in every copy of the corpus. */
  articles: FinishedArticle[];
  /** What each coder has to do with any article that is meant, finished or not; by article. */
  work: Map<number, CoderArticle[]>;
};

/** So many articles are read before the clock is looked at. */
const AT_ONCE = 50;

type Kept = { moment: string; key: string; open: Omit<OpenAgreement, 'job'> };
const kept = new WeakMap<ReadDb, Kept>();

/**
 * What coders have made of the articles that they have finished; as it was read before where nobody has written since.
 *
 * Errors: those of the filter, person-unknown, cancelled.
 */
export async function openAgreement(
  db: ReadDb,
  agreed: Pick<Agreed, 'articles' | 'coders'>,
  job: Job,
): Promise<OpenAgreement> {
  const moment = readDataVersion(db);
  const key = JSON.stringify([agreed.articles, agreed.coders]);
  const known = kept.get(db);
  if (known?.moment === moment && known.key === key) return { ...known.open, job };
  const open = await readAgreement(db, agreed, job);
  if (readDataVersion(db) === moment) kept.set(db, { moment, key, open });
  return { ...open, job };
}

async function readAgreement(
  db: ReadDb,
  { articles: filter, coders: named }: { articles: ArticleFilter; coders?: string[] | undefined },
  job: Job,
): Promise<Omit<OpenAgreement, 'job'>> {
  const all = listCoderArticles(db, filter);
  const coders = pickCoders(db, all, named);
  const place = new Map(coders.map(({ id }, n) => [id, n]));
  const work = Map.groupBy(
    all.filter(({ coder }) => place.has(coder)),
    ({ article }) => article,
  );
  const finished = [...work].filter(([, own]) => own.filter(({ isDone }) => isDone).length > 1).map(([id]) => id);
  const uids = mapArticleUids(db, finished);
  const ids = finished.sort((a, b) => (uids.get(a)! < uids.get(b)! ? -1 : 1));
  const breathe = createPacer(job);
  const articles: FinishedArticle[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const slice = ids.slice(from, from + AT_ONCE);
    const spans = Map.groupBy(listOwnSpans(db, slice, [...place.keys()]), ({ article }) => article);
    for (const { text, ...article } of listAgreedTexts(db, slice)) {
      const made = toMade(spans.get(article.id) ?? []);
      const own = work.get(article.id)!;
      const ofEach = (is: (each: CoderArticle) => boolean) =>
        coders.map(({ id }) => own.some((each) => each.coder === id && is(each)));
      articles.push({
        ...article,
        length: text.length,
        wordStarts: findWordStarts(db, article.id, text),
        hasFinished: ofEach(({ isDone }) => isDone),
        isBlind: ofEach(({ isBlind }) => isBlind),
        made: coders.map(({ id }) => made.get(id) ?? []),
      });
    }
    job.report({ done: Math.min(from + AT_ONCE, ids.length), total: ids.length, what: words.progress.reading });
    await breathe();
  }
  return { db, coders, articles, work };
}

/** Those who are named, in that order; else all who have finished what another has finished too, by name. */
function pickCoders(db: ReadDb, all: readonly CoderArticle[], named: readonly string[] | undefined): Coder[] {
  const known = listCoders(db);
  if (named) {
    const ids = new Set(named.map((name) => getCoderId(db, getPersonUid(db, name))));
    return [...ids].map((id) => known.find((coder) => coder.id === id)!);
  }
  const done = Map.groupBy(
    all.filter(({ isDone }) => isDone),
    ({ article }) => article,
  );
  const shared = new Set(
    [...done.values()].filter(({ length }) => length > 1).flatMap((own) => own.map(({ coder }) => coder)),
  );
  return known.filter(({ id }) => shared.has(id));
}

/** Annotations by coder, in reading order. */
function toMade(spans: readonly OwnSpan[]): Map<number, Made[]> {
  const made = new Map<number, Made[]>();
  let last: { annotation: number; spans: { start: number; end: number }[] } | undefined;
  for (const { coder, annotation, label, origin, start, end } of spans) {
    if (last?.annotation === annotation) {
      last.spans.push({ start, end });
      continue;
    }
    last = { annotation, spans: [{ start, end }] };
    const own = made.get(coder) ?? [];
    if (own.length === 0) made.set(coder, own);
    own.push({ annotation, label, origin, spans: last.spans });
  }
  return made;
}

/** A text never changes, and finding its words costs most of all that is read. */
const wordStarts = new WeakMap<ReadDb, Map<number, Uint32Array>>();
/** Of so many articles; four bytes a word. */
const MOST_KEPT = 5000;

function findWordStarts(db: ReadDb, article: number, text: string): Uint32Array {
  let known = wordStarts.get(db);
  if (!known || known.size >= MOST_KEPT) wordStarts.set(db, (known = new Map<number, Uint32Array>()));
  let starts = known.get(article);
  if (!starts) known.set(article, (starts = listWordStarts(text)));
  return starts;
}
