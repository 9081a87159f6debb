import { Buffer } from 'node:buffer';
import { deriveUid } from '../../electron/corpus/derive-uid.ts';
import { sha256Hex } from '../../electron/corpus/journal/hash.ts';
import type { Corpus } from '../../electron/corpus/open-corpus.ts';
import { keepSource, keepText } from '../../electron/corpus/repositories/source-repository.ts';
import { insertAlias } from '../../electron/services/entities/entity-aliases.ts';
import { listSuggestions } from '../../electron/services/suggestions/list-suggestions.ts';
import { writeStep } from '../../electron/services/write-step.ts';
import { environment } from './corpus/build-corpus.ts';
import { LARGE } from './corpus/find-corpus.ts';
import { createRandom, type Random } from './corpus/random.ts';
import { makeName } from './corpus/vocabulary.ts';
import { toQuantile, toRow, type Row } from './row.ts';
import { timeEach } from './time.ts';
import { withCopy } from './with-copy.ts';

const ALIASES = 10_000;
/** Unit: UTF-16. */
const LENGTH = 20_000;
const ROUNDS = 30;
/** What all of them may take to be added: 0.2 ms each. Unit: ms. */
const ADDING = 2000;
/** Until the engine has compiled the finders; the first of them are told apart. */
const WARMING = 20;

/** A sentence of the news with names in it, some of which the corpus knows. */
const sentences: readonly ((name: () => string, n: number) => string)[] = [
  (name, n) => `${name()} said on Monday that at least ${n} fighters of ${name()} were killed near ${name()}.`,
  (name) => `“We will not leave ${name()},” a spokesman for ${name()} told reporters in the town.`,
  (name, n) => `According to ${name()}, the shelling destroyed ${n} houses and a school in the north of ${name()}.`,
  () => 'The road had been closed for most of the week, and the few who went along it did so by night.',
  (name) => `Troops that are backed by ${name()} moved towards ${name()} early in the morning.`,
  (name, n) => `${name()} denied the report; it put the number of wounded at between ${n} and ${n + 10}.`,
];

function makeText(random: Random, names: readonly string[]): string {
  const name = () => (random.below(3) === 0 ? makeName(random, 'latin') : random.pick(names));
  let text = '';
  while (text.length < LENGTH) {
    const paragraph = Array.from({ length: 4 }, () => random.pick(sentences)(name, 2 + random.below(90))).join(' ');
    text += `${paragraph}\n\n`;
  }
  return text;
}

/** An article of 20 kB, and 10,000 aliases, one in thirty of which stands in it. */
function addArticleAndAliases({ environment: { newUid }, ...corpus }: Corpus): string {
  const random = createRandom(5);
  const annotator = corpus.read.prepare<[], string>('SELECT uid FROM annotator LIMIT 1').pluck().get()!;
  const names = Array.from({ length: ALIASES }, () => makeName(random, 'latin'));
  const text = makeText(random, names.slice(0, ALIASES / 30));
  const bytes = Buffer.from(text);
  const sha256 = sha256Hex(bytes);
  const uid = deriveUid('article', sha256, 'range', 0, text.length);
  writeStep({ environment, ...corpus }, annotator, 'import', (step) => {
    keepSource(step.db, { sha256, name: 'a', mediaType: 'text/plain', bytes, encoding: 'utf-8', strayBytes: [] });
    keepText(step.db, sha256Hex(text), text);
    step.insert('article', uid, toArticle(text, sha256));
    for (const name of names) {
      const entity = newUid();
      const label = deriveUid('label', random.below(2) === 0 ? 'actor' : 'location');
      step.insert('entity', entity, { ...noEntity, label, name });
      insertAlias(step, newUid, entity, { form: name });
    }
  });
  return uid;
}

const noEntity = {
  kind: null,
  description: '',
  latitude: null,
  longitude: null,
  merged_into: null,
  batch: null,
  refs: [],
};

const toArticle = (text: string, source: string) => ({
  text: sha256Hex(text),
  source,
  source_name: 'a',
  encoding: 'utf-8',
  place: 'range' as const,
  place_start: 0,
  place_end: text.length,
  outlet: null,
  title: 'A',
  byline: null,
  date_written: null,
  year: 2019,
  month: 1,
  day: 16,
  language: 'en',
  address: null,
  version_of: null,
  batch: null,
  meta: [],
  blocks: Array.from(text.matchAll(/[^\n]+/gu), ({ 0: words, index }) => ({
    kind: 'paragraph' as const,
    start_offset: index,
    end_offset: index + words.length,
    repeat_of: null,
    found_by: 'table',
  })),
});

/** What is suggested for an article, from the call to the list, in the thread of long reads. */
export async function runSuggestBench(): Promise<Row[]> {
  let adding = 0;
  const all = await withCopy(LARGE, (corpus) => {
    const from = performance.now();
    const article = addArticleAndAliases(corpus);
    adding = performance.now() - from;
    return timeEach(
      Array.from({ length: WARMING + ROUNDS }, (_, n) => n),
      () => listSuggestions(corpus.read, article, 'Ada'),
    );
  });
  const [first, ...warming] = all.slice(0, WARMING);
  const times = all.slice(WARMING);
  const size = `20 kB, ${ALIASES} aliases, ${LARGE} articles`;
  return [
    toRow({ name: 'entities with an alias each added in one step', size, value: adding, unit: 'ms', reach: ADDING }),
    toRow({ name: 'suggestions: first call, which unpacks the gazetteer', size, value: first!, unit: 'ms' }),
    toRow({
      name: `suggestions: the next ${warming.length}, median`,
      size,
      value: toQuantile(warming, 0.5),
      unit: 'ms',
    }),
    toRow({ name: 'suggestions of an article, p50', size, value: toQuantile(times, 0.5), unit: 'ms', reach: 50 }),
    toRow({ name: 'suggestions of an article, p95', size, value: toQuantile(times, 0.95), unit: 'ms', reach: 50 }),
  ];
}
