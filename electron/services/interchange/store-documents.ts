import { interchangeMessages as words } from '#shared/messages/en/interchange';
import type { ArticleField } from '#shared/domain/import-table';
import type { Block } from '#shared/domain/block';
import { createUnitMap } from '#shared/text/offset-units';
import { fileOfText, type FoundDocument } from '../../formats/found.ts';
import { toArticle } from '../../formats/table/to-article.ts';
import { statOfSource } from './source-of-files.ts';
import { storeFiles, type ArticleToStore } from '../import/store-article.ts';
import { createPacer, type Breathe, type Job } from '../job.ts';
import { continueStep, type StepWriter } from '../write-step.ts';
import { isTaken, takesNew, type AnnotationImport } from './import-run.ts';
import { findMissingNames, isNothing, makeNames } from './make-names.ts';
import { listNewAnnotations, readAtHand, storeAnnotation } from './store-annotations.ts';
import { ensureRelationPeople, storeRelation } from './store-relations.ts';
import type { ComparedDocument } from './compared.ts';

/** So long a transaction goes on, which a tag by hand has to wait for, and its commit besides. Unit: ms. */
const A_SLICE = 20;
/** So many annotations or relations are stored before the clock is looked at again. */
const A_LOOK = 25;

/** Stores what is new of documents into the import's batch, and keeps for its end what changes what is here. */
export async function storeDocuments(
  run: AnnotationImport,
  documents: readonly ComparedDocument[],
  job: Job,
): Promise<void> {
  for (const { placed, article } of documents)
    if (placed.document.uid !== null) run.articles.set(placed.document.uid, article.uid);
  for (const document of documents) keepForTheEnd(run, document);
  const breathe = createPacer(job);
  const missing = findMissingNames(run, documents);
  if (!isNothing(missing)) {
    begin(run);
    continueStep(run.corpus, run.step, (step) => makeNames(run, step, missing));
  }
  await storeNewArticles(run, documents, breathe);
  const fresh = documents.flatMap((document) => listNewAnnotations(run, document));
  await storeInSlices(run, fresh, breathe, (step) => {
    const atHand = readAtHand(step);
    return (each) => storeAnnotation(run, step, each, atHand);
  });
  await storeNewRelations(
    run,
    documents.flatMap(({ relations }) => relations.relations),
    breathe,
  );
}

/** Relations that are new and taken. */
export async function storeNewRelations(
  run: AnnotationImport,
  relations: readonly ComparedDocument['relations']['relations'][number][],
  breathe: Breathe,
): Promise<void> {
  const fresh = relations.filter(({ status, key }) => status === 'new' && isTaken(run, 'new', key));
  ensureRelationPeople(run, fresh);
  await storeInSlices(run, fresh, breathe, (step) => (each) => storeRelation(run, step, each));
}

/** Stores items in transactions of a moment each; `openStore` gives what stores one of them. */
async function storeInSlices<T>(
  run: AnnotationImport,
  items: readonly T[],
  breathe: Breathe,
  openStore: (step: StepWriter) => (item: T) => void,
): Promise<void> {
  for (let done = 0; done < items.length;) {
    begin(run);
    const storeSome = (step: StepWriter): number => {
      const store = openStore(step);
      const end = performance.now() + A_SLICE;
      let at = done;
      do for (const item of items.slice(at, (at += A_LOOK))) store(item);
      while (at < items.length && performance.now() < end);
      return at;
    };
    done = continueStep(run.corpus, run.step, storeSome, { isSeen: false });
    await breathe();
  }
}

/** The batch stands before all that is put into it; does nothing where it is there. */
export function begin({ corpus, step, batch }: AnnotationImport): void {
  if (step.id === null)
    continueStep(corpus, step, (writer) => writer.insert('batch', batch, { step: step.uid, state: 'open' }));
}

function keepForTheEnd(
  run: AnnotationImport,
  { placed, article, annotations, deleted, relations }: ComparedDocument,
): void {
  const { file } = placed.document;
  for (const compared of annotations) {
    if (compared.status === 'same') run.report.annotations.same += 1;
    else if (compared.status === 'changed' && isTaken(run, 'changed', compared.key))
      run.changed.push({ compared, file, article });
  }
  for (const { uid } of deleted) if (isTaken(run, 'deleted', uid)) run.deleted.push(uid);
  for (const each of relations.relations) {
    if (each.status === 'same') run.report.relations.same += 1;
    else if (each.status === 'changed' && isTaken(run, 'changed', each.key)) run.changedRelations.push(each);
  }
  for (const { relation } of relations.deleted)
    if (isTaken(run, 'deleted', relation.uid)) run.deletedRelations.push(relation.uid);
}

/** So many articles come in one transaction, for which a tag waits; fewer where they are long. */
const ARTICLES_AT_ONCE = 20;
/** Unit: UTF-16 code units. */
const TEXT_AT_ONCE = 100_000;

type ArticleOfFile = { file: string; article: ArticleToStore };

async function storeNewArticles(
  run: AnnotationImport,
  documents: readonly ComparedDocument[],
  breathe: Breathe,
): Promise<void> {
  run.report.articles.here += documents.filter(({ article }) => article.isHere).length;
  const fresh = documents.filter(
    ({ article, annotations }) =>
      !article.isHere && (takesNew(run) || annotations.some(({ key }) => isTaken(run, 'new', key))),
  );
  const articles = fresh.flatMap((document) => {
    const file = fileOfText(document.placed.document);
    return toStored(run, document).map((article) => ({ file, article }));
  });
  for (const some of cutArticles(articles)) {
    begin(run);
    const files = [...Map.groupBy(some, ({ file }) => file)];
    const stored = storeFiles(
      run,
      files.map(([file, own]) => ({ source: statOfSource(run, file), articles: own.map(({ article }) => article) })),
    );
    run.report.articles.imported += stored.filter(({ status }) => status === 'imported').length;
    for (const [file] of files) run.sources.add(file);
    await breathe();
  }
}

/** What comes in one transaction each. */
function* cutArticles(articles: readonly ArticleOfFile[]): Generator<ArticleOfFile[]> {
  let some: ArticleOfFile[] = [];
  let length = 0;
  for (const each of articles) {
    some.push(each);
    length += each.article.text.length;
    if (some.length < ARTICLES_AT_ONCE && length < TEXT_AT_ONCE) continue;
    yield some;
    [some, length] = [[], 0];
  }
  if (some.length > 0) yield some;
}

const FIELDS: readonly ArticleField[] = ['text', 'title', 'outlet', 'date', 'language', 'address', 'byline'];
/** A name that no key of metadata has. */
const toColumn = (field: ArticleField) => `\0${field}`;

/** As a row of a table would be: what the document does not say is read off its text where it has no title either. */
function toStored(run: AnnotationImport, { placed: { document, n }, article }: ComparedDocument): ArticleToStore[] {
  const said = (name: string) => document.meta.find(({ key }) => key === name)?.value;
  const meta = document.meta.filter(({ key }) => key !== 'byline' && key !== 'date written');
  const { text, title, outlet, date, language, address } = document;
  const own = [text, title, outlet, date, language, address, said('byline')];
  const cells = [...own, ...meta.map(({ value }) => value)];
  // what else is known may be called as a field is: it is that one where the document itself says none
  const fields = new Map<string, ArticleField>(FIELDS.map((field) => [toColumn(field), field]));
  for (const [at, field] of FIELDS.entries()) if (own[at] == null && field !== 'text') fields.set(field, field);
  const found = toArticle(
    { n, cells: cells.map((cell) => cell ?? undefined), marks: [], fault: null },
    {
      columns: [...FIELDS.map(toColumn), ...meta.map(({ key }) => key)],
      fields,
      dateOrder: null,
    },
  );
  const blocks = toBlocks(run, document, article.text);
  if (found)
    return [
      {
        ...found,
        uid: article.uid,
        sha256: article.sha256,
        dateWritten: said('date written') ?? found.dateWritten,
        blocks: blocks ?? found.blocks,
        meta: found.meta.map((each) => ({
          ...each,
          foundBy: meta.find(({ key }) => key === each.key)?.foundBy ?? each.foundBy,
        })),
      },
    ];
  const where = { file: document.file, place: document.name, quote: title ?? '' };
  run.notes.add({ kind: 'left', ...where, what: words.emptyText, count: 1 });
  return [];
}

/** The document's own blocks, where they stand in order on its text. */
function toBlocks({ reading }: AnnotationImport, { blocks, unit }: FoundDocument, text: string): Block[] | undefined {
  if (!blocks) return undefined;
  const { toUtf16 } = createUnitMap(text, unit ?? reading.surveyed.unit);
  const placed = blocks.map((block) => ({ ...block, start: toUtf16(block.start), end: toUtf16(block.end) }));
  const isRight = placed.every(
    ({ start, end, repeatOf }, n) =>
      start < end && end <= text.length && start >= (placed[n - 1]?.end ?? 0) && (repeatOf === null || repeatOf < n),
  );
  return isRight ? placed : undefined;
}
