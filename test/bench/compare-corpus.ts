import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { builtInAttributes } from '#shared/messages/en/built-ins';
import { deriveUid } from '../../electron/corpus/derive-uid.ts';
import { countAgain } from '../../electron/corpus/derived/stale-articles.ts';
import type { ValueRecord } from '../../electron/corpus/model/kinds.ts';
import { openCorpus, type Corpus } from '../../electron/corpus/open-corpus.ts';
import { CLAIM, claimAttributes } from '../../electron/corpus/repositories/claim-values.ts';
import { writeStep } from '../../electron/services/write-step.ts';
import { environment } from './corpus/build-corpus.ts';
import { findCorpus } from './corpus/find-corpus.ts';
import { createRandom, type Random } from './corpus/random.ts';

/** Raised when claims are laid otherwise, so that files which lie there are not used any more. */
const VERSION = 1;
/** One claim in so many says on whose word it stands; one in so many, apart from these, counts something. */
const [ATTRIBUTED, COUNTING] = [5, 5];
/** One event card for so many articles, each with 2 to 8 claims of one day. */
const ARTICLES_A_CARD = 20;
const CLAIMS_A_STEP = 5000;

/** `actor` and `name`: of an actor that is named in the claim; null where there is none. Unit of offsets: UTF-16, half-open. */
type Claim = {
  uid: string;
  article: string;
  date: number;
  quote: string;
  start: number;
  actor: string | null;
  name: string | null;
  nameStart: number;
};

/**
 * The corpus of so many articles with what people say of its claims: speakers with their verbs, figures, places, and event cards. Made
 * where it does not lie in the system's folder for temporary files yet.
 */
export function findClaimedCorpus(articles: number): string {
  const base = findCorpus(articles);
  const path = base.replace(/\.galley$/u, `-claimed-v${VERSION}.galley`);
  if (existsSync(path)) return path;
  const draft = base.replace(/\.galley$/u, `-draft-${process.pid}.galley`);
  try {
    copyFileSync(base, draft);
    const corpus = openCorpus(draft, 'write', environment);
    try {
      layClaims(corpus, articles);
    } finally {
      corpus.close();
    }
    renameSync(draft, path);
  } finally {
    for (const part of ['', '-wal', '-shm', '-lock']) rmSync(draft + part, { force: true });
  }
  return path;
}

/** Through the door of every write; only the wait for the disk is left out. */
function layClaims(corpus: Corpus, articles: number): void {
  const { db } = corpus.writer!;
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -200000');
  const random = createRandom(20_261_126);
  const claims = listClaims(corpus);
  const places = corpus.read
    .prepare<[string], string>(
      'SELECT uid FROM entity WHERE label_id = (SELECT id FROM label WHERE uid = ?) ORDER BY id',
    )
    .pluck()
    .all(deriveUid('label', 'location'));
  const ada = corpus.read.prepare<[], string>('SELECT uid FROM annotator ORDER BY id LIMIT 1').pluck().get()!;
  for (let from = 0; from < claims.length; from += CLAIMS_A_STEP) {
    process.stderr.write(`  saying what claims say: ${from} of ${claims.length}\n`);
    writeStep(corpus, ada, 'change tag', (step) => {
      for (const claim of claims.slice(from, from + CLAIMS_A_STEP)) {
        const values = [...attribute(claim, random), ...count(places, random)];
        if (values.length > 0) step.update('annotation', claim.uid, { values });
      }
    });
  }
  layCards(corpus, ada, { claims, cards: Math.round(articles / ARTICLES_A_CARD), random });
  while (db.transaction(() => countAgain(db)).immediate() > 0);
}

/** In order of the days of their articles. */
const listClaims = ({ read }: Corpus): Claim[] =>
  read
    .prepare<[string, string], Claim>(
      `SELECT c.uid, a.uid AS article, a.year * 10000 + a.month * 100 + a.day AS date, s.quote, s.start_offset AS start,
         e.uid AS actor, m.quote AS name, coalesce(min(m.start_offset), 0) AS nameStart
       FROM annotation c JOIN article a ON a.id = c.article_id JOIN annotation_span s ON s.annotation_id = c.id
         LEFT JOIN (annotation n JOIN entity e ON e.id = n.entity_id JOIN annotation_span m ON m.annotation_id = n.id)
           ON n.article_id = c.article_id AND n.annotator_id = c.annotator_id
             AND n.label_id = (SELECT id FROM label WHERE uid = ?) AND m.start_offset BETWEEN s.start_offset AND s.end_offset - 1
       WHERE c.label_id = (SELECT id FROM label WHERE uid = ?) GROUP BY c.id ORDER BY date, c.id`,
    )
    .all(deriveUid('label', 'actor'), CLAIM);

const noValue = {
  text: null,
  number: null,
  entity: null,
  article: null,
  start_offset: null,
  end_offset: null,
  quote: null,
};
const VOICE = deriveUid('attribute', 'claim', 'voice');
const units = builtInAttributes.claim[2].fields[1].options;

/** On whose word: an actor of the claim, else somebody without a name. The shortest word stands for the verb: there are some hundreds. */
function attribute({ article, quote, start, actor, name, nameStart }: Claim, random: Random): ValueRecord[] {
  if (random.below(ATTRIBUTED) > 0) return [];
  const item = { ...noValue, path: '0' };
  const toSpan = (words: string, at: number) => ({
    article,
    start_offset: at,
    end_offset: at + words.length,
    quote: words,
  });
  const words = quote.split(' ');
  // Han has no blanks
  const verb = words.length === 1 ? quote.slice(0, 2) : words.reduce((a, b) => (b.length < a.length ? b : a));
  const verbStart = start + (words.length === 1 ? 0 : ` ${quote} `.indexOf(` ${verb} `));
  return [
    actor === null
      ? { ...item, attribute: claimAttributes.who, text: 'unnamed' }
      : { ...item, attribute: claimAttributes.who, entity: actor },
    ...(name === null ? [] : [{ ...item, attribute: claimAttributes.words, ...toSpan(name, nameStart) }]),
    { ...item, attribute: claimAttributes.verb, ...toSpan(verb, verbStart) },
    { ...noValue, path: '', attribute: VOICE, text: random.pick(['quoted', 'paraphrased']) },
  ];
}

/** So many of something, and where. */
function count(places: readonly string[], random: Random): ValueRecord[] {
  if (random.below(COUNTING) > 0) return [];
  const item = { ...noValue, path: '0' };
  const min = 1 + random.zipf(200);
  return [
    { ...item, attribute: claimAttributes.unit, text: units[random.zipf(units.length)]! },
    { ...item, attribute: claimAttributes.min, number: min },
    { ...item, attribute: claimAttributes.max, number: min + random.below(3) },
    ...(random.below(2) === 0
      ? [{ ...item, attribute: claimAttributes.ofWhom, text: random.pick(['civilians', 'fighters', 'children']) }]
      : []),
    { ...noValue, path: '', attribute: claimAttributes.place, entity: places[random.zipf(places.length)]! },
  ];
}

/** Claims of one day, or of days next to one another, of whatever outlets. */
function layCards(
  corpus: Corpus,
  annotator: string,
  { claims, cards, random }: { claims: readonly Claim[]; cards: number; random: Random },
): void {
  writeStep(corpus, annotator, 'change cluster', (step) => {
    for (let n = 0; n < cards; n += 1) {
      const first = random.below(claims.length);
      const { date } = claims[first]!;
      const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
      const cluster = environment.newUid();
      step.insert('cluster', cluster, { title: `Event ${n + 1}`, year, month, day, entity: null, note: '' });
      const near = Array.from({ length: 2 + random.below(7) }, () =>
        Math.min(claims.length - 1, first + random.below(60)),
      );
      for (const at of new Set(near)) {
        const annotation = claims[at]!.uid;
        step.insert('cluster_member', deriveUid('cluster_member', cluster, annotation), { cluster, annotation });
      }
    }
  });
}
