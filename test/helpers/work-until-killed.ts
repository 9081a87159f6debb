import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { Handle } from '#shared/domain/ids';
import { ReadOptions } from '#shared/domain/import';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { importArticles } from '../../electron/services/import-articles.ts';
import { ensureAnnotator } from '../../electron/services/join.ts';

// A process of its own that tags and imports without end, and says each thing once it has been acknowledged.
/** As many as `kill-while-working` counts on. */
const PAGES_EACH = 10;
const [path, pages] = process.argv.slice(2) as [string, string];
const environment = { now: () => new Date(), newUid: () => v7(), door: 'a test that is killed', version: '0.0.0' };
const corpus = openCorpus(path, 'write', environment);
const annotator = ensureAnnotator(corpus, 'Omar');
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);
const article = corpus.read.prepare('SELECT uid FROM article ORDER BY id').pluck().get() as string;
const job = { report: () => {}, isCancelled: () => false };
const requests = readdirSync(pages).map((name) => {
  return { path: join(pages, name), name, choice: { handle: Handle.parse(name) } };
});

for (let n = 0; ; n += 1) {
  if (n % 12 === 5 && requests.length > 0) {
    const options = ReadOptions.parse({ outlet: `Outlet ${n}`, split: 'never' });
    const { articles } = await importArticles(corpus, annotator, requests.splice(0, PAGES_EACH), options, job);
    say({ imported: articles.map(({ uid }) => uid) });
  }
  const { uid } = createAnnotation(corpus, annotator, { article, label: 'claim', spans: [{ start: n % 40, end: 43 }] });
  say({ tagged: uid });
}
