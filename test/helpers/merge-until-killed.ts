import { v7 } from 'uuid';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { inspectCorpus } from '../../electron/services/inspect-corpus.ts';
import { ensureAnnotator } from '../../electron/services/join.ts';
import { mergeCorpora } from '../../electron/services/merge/merge-corpora.ts';

// A process of its own that merges one copy into another, and says what it is about whenever it says so.
const [path, other] = process.argv.slice(2) as [string, string];
const environment = { now: () => new Date(), newUid: () => v7(), door: 'a test that is killed', version: '0.0.0' };
const corpus = openCorpus(path, 'write', environment);
const say = (what: string) => process.stdout.write(`${JSON.stringify({ what })}\n`);
const job = { report: ({ what }: { what: string }) => void say(what), isCancelled: () => false };
const check = (file: string, how: 'whole') => Promise.resolve(inspectCorpus(file, how));
const request = { path: other, otherCorpus: false, sameNames: false, choices: {} };
await mergeCorpora(corpus, ensureAnnotator(corpus, 'Sara'), request, { check }, job);
say('all');
corpus.close();
