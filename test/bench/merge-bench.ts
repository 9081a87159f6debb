import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Records } from '../../electron/corpus/model/kinds.ts';
import { openCorpus, type Corpus } from '../../electron/corpus/open-corpus.ts';
import { keepCodebookVersion } from '../../electron/services/codebook.ts';
import { inspectCorpus } from '../../electron/services/inspect-corpus.ts';
import { mergeCorpora } from '../../electron/services/merge/merge-corpora.ts';
import { undo } from '../../electron/services/undo.ts';
import { writeStep } from '../../electron/services/write-step.ts';
import { environment } from './corpus/build-corpus.ts';
import { copyCorpus, LARGE } from './corpus/find-corpus.ts';
import { toRow, type Row } from './row.ts';
import { withFolder } from './with-copy.ts';

const ARTICLES = Math.min(10_000, LARGE);
const NEWS = ARTICLES * 10;
const TAGS_A_STEP = 1000;
const quiet = { report: () => {}, isCancelled: () => false };
const check = (path: string, how: 'whole') => Promise.resolve(inspectCorpus(path, how));

type Place = { article: string; quote: string };

/** Tags the beginning of each article ten times over, in steps of a thousand. */
function tagMuch(corpus: Corpus): void {
  const places = corpus.read
    .prepare<[number], Place>(
      `SELECT a.uid AS article, substr(x.text, 1, 10) AS quote
       FROM article a JOIN article_text x ON x.id = a.text_id LIMIT ?`,
    )
    .all(ARTICLES);
  const label = corpus.read.prepare<[], string>('SELECT uid FROM label ORDER BY position LIMIT 1').pluck().get()!;
  const annotator = corpus.read.prepare<[], string>('SELECT uid FROM annotator LIMIT 1').pluck().get()!;
  for (let done = 0; done < NEWS; done += TAGS_A_STEP) {
    writeStep(corpus, annotator, 'tag many', (step) => {
      const common = {
        label,
        annotator,
        layer: 'own',
        origin: 'hand',
        origin_reference: null,
        revises: null,
        codebook_version: keepCodebookVersion(step),
        note: '',
        entity: null,
        entity_link: null,
        batch: null,
        values: [],
      } as const satisfies Partial<Records['annotation']>;
      for (let n = done; n < done + TAGS_A_STEP; n += 1) {
        const { article, quote } = places[n % places.length]!;
        const spans = [{ start_offset: 0, end_offset: quote.length, quote }];
        step.insert('annotation', environment.newUid(), { ...common, article, spans });
      }
    });
  }
}

function copyInto(folder: string, name: string): string {
  const own = join(folder, name);
  mkdirSync(own);
  return copyCorpus(ARTICLES, own);
}

/** Another copy with as many new tags as both had before, taken over and taken back. */
export async function runMergeBench(): Promise<Row[]> {
  const [merged, again, undone] = await withFolder(async (folder) => {
    const theirs = copyInto(folder, 'theirs');
    const copy = openCorpus(theirs, 'write', environment);
    tagMuch(copy);
    copy.close();
    const mine = openCorpus(copyInto(folder, 'mine'), 'write', environment);
    const annotator = mine.read.prepare<[], string>('SELECT uid FROM annotator LIMIT 1').pluck().get()!;
    const request = { path: theirs, otherCorpus: false, sameNames: false, choices: {} };
    const took = async (act: () => unknown) => {
      const from = performance.now();
      await act();
      return (performance.now() - from) / 1000;
    };
    try {
      const merge = () => mergeCorpora(mine, annotator, request, { check }, quiet);
      return [await took(merge), await took(merge), await took(() => undo(mine, annotator, false))];
    } finally {
      mine.close();
    }
  });
  const size = `${NEWS} new tags, ${ARTICLES} articles`;
  return [
    toRow({ name: 'merge: another copy', size, value: merged, unit: 's', reach: 60 }),
    toRow({ name: 'merge: the same copy again', size, value: again, unit: 's', reach: 60 }),
    toRow({ name: 'merge: undone', size, value: undone, unit: 's', reach: 10 }),
  ];
}
