import { basename } from 'node:path';
import { v7 } from 'uuid';
import { Handle } from '#shared/domain/ids';
import { ReadOptions } from '#shared/domain/import';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { importArticles } from '../../electron/services/import-articles.ts';
import { ensureAnnotator } from '../../electron/services/join.ts';

// A process of its own that imports one table, and says how many bytes of it have been read whenever it says so.
const [path, table] = process.argv.slice(2) as [string, string];
const environment = { now: () => new Date(), newUid: () => v7(), door: 'a test that is killed', version: '0.0.0' };
const corpus = openCorpus(path, 'write', environment);
const name = basename(table);
const request = { path: table, name, choice: { handle: Handle.parse(name) } };
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);
const job = { report: ({ done }: { done: number }) => void say({ done }), isCancelled: () => false };
await importArticles(corpus, ensureAnnotator(corpus, 'Omar'), [request], ReadOptions.parse({}), job);
say({ done: 'all' });
corpus.close();
