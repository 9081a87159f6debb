import { Buffer } from 'node:buffer';
import { v7 } from 'uuid';
import { listOutdated, rebuildTable } from '../../../electron/corpus/derived/all-derived.ts';
import { countStaleWords } from '../../../electron/corpus/derived/article-words.ts';
import { countAgain } from '../../../electron/corpus/derived/stale-articles.ts';
import { deriveUid } from '../../../electron/corpus/derive-uid.ts';
import { sha256Hex } from '../../../electron/corpus/journal/hash.ts';
import type { Records } from '../../../electron/corpus/model/kinds.ts';
import { openCorpus, type Corpus } from '../../../electron/corpus/open-corpus.ts';
import { keepSource, keepText } from '../../../electron/corpus/repositories/source-repository.ts';
import { keepCodebookVersion } from '../../../electron/services/codebook.ts';
import { createCorpus } from '../../../electron/services/create-corpus.ts';
import { insertAlias } from '../../../electron/services/entities/entity-aliases.ts';
import { continueStep, openStep, writeStep } from '../../../electron/services/write-step.ts';
import { makeArticle, makeEntities, makeOutlets, type BenchArticle, type BenchEntity } from './make-article.ts';
import { createRandom, type Random } from './random.ts';
import { makeVocabulary } from './vocabulary.ts';

export const environment = { now: () => new Date(), newUid: () => v7(), door: 'bench', version: '0' };

/** Articles that are stored in one transaction, from one source. */
const SLICE = 1000;
const PEOPLE = ['Ada', 'Basma', 'Cyril', 'Dina', 'Emre'];

type Built = { people: string[]; outlets: string[]; entities: string[] };

type Tagged = { uid: string; mentions: BenchArticle['mentions']; quotes: string[] };

/**
 * Makes a corpus of so many articles of 400 words with ten annotations each, and a tenth as many entities. Of twenty articles
 * one has no annotations, one has two people's, and six are done.
 *
 * All goes through the door of every write, so that journal and derived tables are as people's work makes them; only the wait
 * for the disk is left out, and annotations come a slice of articles at a time.
 */
export function buildCorpus(path: string, articles: number, report: (done: number) => void): void {
  const random = createRandom(20_261_125);
  createCorpus(path, PEOPLE[0]!, environment);
  const corpus = openCorpus(path, 'write', environment);
  try {
    const { db } = corpus.writer!;
    db.pragma('synchronous = OFF');
    db.pragma('cache_size = -200000');
    for (const derived of listOutdated(db)) Array.from(rebuildTable(db, derived)); // they follow from here on
    const outlets = makeOutlets(random);
    const entities = makeEntities(random, Math.max(10, Math.round(articles / 10)));
    const built = addNames(corpus, outlets, entities);
    const vocabulary = makeVocabulary(random);
    const make = () => makeArticle(random, vocabulary, entities, outlets);
    const tagged = addArticles(corpus, built, articles, make, (done) => report(Math.round(done / 2)));
    for (let done = 0; done < articles; done += SLICE) {
      tagSlice(corpus, built, tagged.slice(done, done + SLICE), done / SLICE, random);
      report(Math.round((articles + done) / 2));
    }
    while (db.transaction(() => countAgain(db)).immediate() > 0);
    while (db.transaction(() => countStaleWords(db)).immediate() > 0);
  } finally {
    corpus.close();
  }
}

/** Imports articles as one step, a slice in a transaction; each slice is a source of its own. */
function addArticles(
  corpus: Corpus,
  built: Built,
  articles: number,
  make: () => BenchArticle,
  report: (done: number) => void,
): Tagged[] {
  const step = openStep(corpus, built.people[0]!, 'import');
  const batch = environment.newUid();
  continueStep(corpus, step, (writer) => writer.insert('batch', batch, { step: step.uid, state: 'open' }));
  const made: Tagged[] = [];
  while (made.length < articles) {
    const slice = Array.from({ length: Math.min(SLICE, articles - made.length) }, make);
    const bytes = Buffer.from(slice.map(({ text }) => JSON.stringify({ text })).join('\n'));
    const source = { sha256: sha256Hex(bytes), name: `slice ${made.length / SLICE}.jsonl` };
    continueStep(corpus, step, (writer) => {
      keepSource(writer.db, { ...source, mediaType: 'application/jsonl', bytes, encoding: 'utf-8', strayBytes: [] });
      slice.forEach((article, n) => {
        const text = sha256Hex(article.text);
        keepText(writer.db, text, article.text);
        const uid = deriveUid('article', source.sha256, 'row', n, n + 1);
        const outlet = built.outlets[article.outlet]!;
        writer.insert('article', uid, toRecord(article, { source, text, n, batch, outlet }));
        const quotes = article.mentions.map(({ start, end }) => article.text.slice(start, end));
        made.push({ uid, mentions: article.mentions, quotes });
      });
    });
    report(made.length);
  }
  continueStep(corpus, step, (writer) => writer.update('batch', batch, { state: 'published' }));
  return made;
}

/** One step by each of two people: annotations, and which articles are done. */
function tagSlice(corpus: Corpus, built: Built, slice: Tagged[], which: number, random: Random): void {
  const [first, second] = [which, which + 1].map((n) => built.people[n % PEOPLE.length]!) as [string, string];
  for (const annotator of [first, second]) {
    writeStep(corpus, annotator, 'tag many', (writer) => {
      const codebookVersion = keepCodebookVersion(writer);
      slice.forEach(({ uid, mentions, quotes }, n) => {
        const isOwn = annotator === first ? n % 20 !== 0 : n % 20 === 1;
        if (!isOwn) return;
        mentions.forEach((mention, place) => {
          const names = { article: uid, annotator, codebookVersion };
          writer.insert(
            'annotation',
            environment.newUid(),
            toAnnotation(mention, quotes[place]!, names, built, random),
          );
        });
        if (annotator === first && n % 20 > 13)
          writer.insert('article_work', deriveUid('article_work', uid, annotator), {
            article: uid,
            annotator,
            state: 'done',
          });
      });
    });
  }
}

function addNames(corpus: Corpus, outlets: { name: string }[], entities: BenchEntity[]): Built {
  const people = PEOPLE.map((name, n) => {
    if (n === 0) return corpus.read.prepare<[], string>('SELECT uid FROM annotator').pluck().get()!;
    const uid = environment.newUid();
    writeStep(corpus, uid, 'join', (step) =>
      step.insert('annotator', uid, { name, initials: name.slice(0, 1), colour: null }),
    );
    return uid;
  });
  return writeStep(corpus, people[0]!, 'add entity', (step) => ({
    people,
    outlets: outlets.map(({ name }) => {
      const uid = environment.newUid();
      step.insert('outlet', uid, { name, entity: null, merged_into: null, batch: null, aliases: [] });
      return uid;
    }),
    entities: entities.map(({ label, forms }) => {
      const uid = environment.newUid();
      step.insert('entity', uid, {
        label: deriveUid('label', label),
        kind: null,
        name: forms[0]!.form,
        description: '',
        latitude: null,
        longitude: null,
        merged_into: null,
        batch: null,
        refs: [],
      });
      for (const { form } of forms) insertAlias(step, environment.newUid, uid, { form });
      return uid;
    }),
  }));
}

function toRecord(
  { title, date, blocks }: BenchArticle,
  {
    n,
    text,
    source,
    batch,
    outlet,
  }: { n: number; text: string; source: { sha256: string; name: string }; batch: string; outlet: string },
): Records['article'] {
  return {
    text,
    source: source.sha256,
    source_name: source.name,
    encoding: 'utf-8',
    place: 'row',
    place_start: n,
    place_end: n + 1,
    outlet,
    title,
    byline: null,
    date_written: null,
    ...date,
    language: null,
    address: null,
    version_of: null,
    batch,
    meta: [],
    blocks: blocks.map(({ kind, start, end }) => ({
      kind,
      start_offset: start,
      end_offset: end,
      repeat_of: null,
      found_by: 'table',
    })),
  };
}

function toAnnotation(
  { label, start, end, entity }: BenchArticle['mentions'][number],
  quote: string,
  { article, annotator, codebookVersion }: { article: string; annotator: string; codebookVersion: string },
  { entities }: Built,
  random: Random,
): Records['annotation'] {
  return {
    article,
    label: deriveUid('label', label),
    annotator,
    layer: 'own',
    origin: 'hand',
    origin_reference: null,
    revises: null,
    codebook_version: codebookVersion,
    note: '',
    entity: entity === null ? null : entities[entity]!,
    entity_link: entity === null ? null : random.below(10) < 7 ? 'rule' : 'person',
    batch: null,
    values: [],
    spans: [{ start_offset: start, end_offset: end, quote }],
  };
}
