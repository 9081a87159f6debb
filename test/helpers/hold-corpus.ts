import { v7 } from 'uuid';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { addLabel } from '../../electron/services/codebook.ts';
import { ensureAnnotator } from '../../electron/services/join.ts';

// A process of its own that opens a corpus for writing, commits one label where it may, says so, and stays until it is killed.
const environment = { now: () => new Date(), newUid: () => v7(), door: 'another test', version: '0.0.0' };
const corpus = openCorpus(process.argv[2]!, 'write', environment);
if (corpus.mode === 'write')
  addLabel(corpus, ensureAnnotator(corpus, 'Omar'), { name: 'held', key: null, excludes: [] });
process.stdout.write(`${JSON.stringify({ mode: corpus.mode, holder: corpus.holder?.door ?? null })}\n`);
setInterval(() => corpus.mode, 1000);
