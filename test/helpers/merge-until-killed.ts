import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { inspectCorpus } from '../../electron/services/inspect-corpus.ts';
import { ensureAnnotator } from '../../electron/services/join.ts';
import { mergeCorpora } from '../../electron/services/merge/merge-corpora.ts';

// A process of its own that merges one copy into another, and says what it is about whenever it says so. It goes no further once it has
// said the last argument, where one is given: a merge may be over before a kill arrives.
const [path, other, last] = process.argv.slice(2) as [string, string, string?];
const environment = { now: () => new Date(), newUid: () => v7(), door: 'a test that is killed', version: '0.0.0' };
const corpus = openCorpus(path, 'write', environment);
function say(what: string): void {
  writeSync(1, `${JSON.stringify({ what })}\n`);
  if (what === last) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
const job = { report: ({ what }: { what: string }) => say(what), isCancelled: () => false };
const check = (file: string, how: 'whole') => Promise.resolve(inspectCorpus(file, how));
const request = { path: other, otherCorpus: false, sameNames: false, choices: {} };
await mergeCorpora(corpus, ensureAnnotator(corpus, 'Sara'), request, { check }, job);
say('all');
corpus.close();
