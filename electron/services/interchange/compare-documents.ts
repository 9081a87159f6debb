import type { Annotation } from '#shared/domain/annotation';
import type { ArticleId } from '#shared/domain/ids';
import { interchangeMessages as words } from '#shared/messages/en/interchange';
import { listOfArticles } from '../../corpus/repositories/annotation-repository.ts';
import { listDatasetRelations } from '../../corpus/repositories/dataset-repository.ts';
import { anchor } from '../../formats/anchor.ts';
import { fileOfText, type Left } from '../../formats/found.ts';
import type { Job } from '../job.ts';
import { compareAnnotations } from './compare-annotations.ts';
import { RelationComparer } from './compare-relations.ts';
import { ArticleMatcher, type ArticleOfDocument, type PlacedDocument } from './match-documents.ts';
import type { Reading } from './reading.ts';
import { readAll } from './survey.ts';
import type { ComparedDocument, HereOf, ComparedRelations } from './compared.ts';

/** What was found out while all documents were gone through. `far`: relations that lead to other documents. */
export type Whole = { far: ComparedRelations; withoutText: number };

const AT_ONCE = 50;

/**
 * Goes through files and compares each document with what is here; `use` is given some at a time, and then what could be compared
 * only once all were read. `sourceOf` gives the SHA-256 of a file. Errors: format-invalid, cancelled.
 */
export async function compareDocuments(
  reading: Reading,
  sourceOf: (file: string) => string,
  use: (documents: ComparedDocument[]) => void | Promise<void>,
  job: Job,
): Promise<Whole> {
  const { surveyed } = reading;
  const matcher = new ArticleMatcher(reading.db);
  const comparer = new RelationComparer(reading);
  const places = new Map<string, number>();
  let withoutText = 0;
  let waiting: { placed: PlacedDocument; article: ArticleOfDocument }[] = [];
  const useWaiting = async () => {
    const here = readHere(reading, waiting);
    const compared = waiting.map((each) => compareDocument(reading, comparer, each, here));
    waiting = [];
    if (compared.length > 0) await use(compared);
  };
  for await (const found of readAll(reading, surveyed.unit, job, surveyed.documents)) {
    if ('refused' in found) noteRefused(reading, found.refused);
    if (!('document' in found)) continue;
    const { document } = found;
    const textFile = fileOfText(document);
    const n = places.get(textFile) ?? 0;
    places.set(textFile, n + 1);
    for (const left of document.left) noteLeft(reading, document.file, left);
    const placed = { document, n };
    const article = matcher.match(placed, () => sourceOf(textFile));
    if (article) waiting.push({ placed, article });
    else {
      withoutText += 1;
      reading.note({
        kind: 'without-text',
        file: document.file,
        place: document.name,
        what: words.withoutText(document.annotations.length),
        quote: document.title ?? '',
        count: 1,
      });
    }
    if (waiting.length === AT_ONCE) await useWaiting();
  }
  await useWaiting();
  return { far: comparer.finish(), withoutText };
}

function noteRefused({ note }: Reading, refused: { file: string; line: number | null; reason: string }): void {
  const { file, line, reason } = refused;
  note({ kind: 'refused', file, place: line === null ? '' : words.line(line), what: reason, quote: '', count: 1 });
}

const noteLeft = ({ note }: Reading, file: string, { what, place, quote, count }: Left): void =>
  note({ kind: 'left', file, place, what, quote, count });

function readHere({ db }: Reading, documents: readonly { article: ArticleOfDocument }[]): HereOf {
  const uids = documents.filter(({ article }) => article.isHere).map(({ article }) => article.uid);
  if (uids.length === 0) return { all: new Map(), results: new Map(), relations: new Map() };
  const of = ({ article }: Annotation): ArticleId => article;
  return {
    all: Map.groupBy([...listOfArticles(db, uids, 'own'), ...listOfArticles(db, uids, 'settled')], of),
    results: Map.groupBy(listOfArticles(db, uids, 'result'), of),
    relations: Map.groupBy(listDatasetRelations(db, uids), ({ article }) => article),
  };
}

function compareDocument(
  reading: Reading,
  comparer: RelationComparer,
  { placed, article }: { placed: PlacedDocument; article: ArticleOfDocument },
  here: HereOf,
): ComparedDocument {
  const { document } = placed;
  const anchored = anchor({ ...document, text: article.text }, reading.surveyed.unit, document.text ?? article.text);
  for (const { annotation, why } of anchored.unplaced)
    reading.note({
      kind: 'unplaced',
      file: document.file,
      place: annotation.place,
      what: `${annotation.label}: ${words.unplaced[why]}`,
      quote: annotation.quote?.text ?? annotation.spans.map(({ quote }) => quote ?? '').join(' … '),
      count: 1,
    });
  for (const { annotation, spans, how } of anchored.placed)
    if (how !== 'as-said')
      reading.note({
        kind: 'moved',
        file: document.file,
        place: annotation.place,
        what: `${annotation.label}: ${words.moved[how]}`,
        quote: spans.map(({ quote }) => quote).join(' … '),
        count: 1,
      });
  const { annotations, deleted, lost } = compareAnnotations(reading, { placed, article, anchored, here });
  const relations = comparer.compare(document, { article, annotations, here, lost });
  const how = (each: 'by-quote' | 'widened') => anchored.placed.filter((one) => one.how === each).length;
  return {
    placed,
    article,
    annotations,
    deleted,
    relations,
    placing: {
      annotations: document.annotations.length,
      quoted: anchored.quoted,
      agree: anchored.agree,
      moved: how('by-quote'),
      widened: how('widened'),
      unplaced: anchored.unplaced.length,
    },
  };
}
