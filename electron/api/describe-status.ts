import { basename, dirname } from 'node:path';
import type { CorpusStatus } from '#shared/domain/corpus';
import { listHeads, toFingerprint } from '../corpus/journal/chain.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { countArticles } from '../corpus/repositories/article-repository.ts';
import { getCorpusRow } from '../corpus/repositories/corpus-repository.ts';
import { findPackage } from '../corpus/repositories/package-repository.ts';
import { describeHolder } from '../services/write-step.ts';

type Around = Pick<CorpusStatus, 'annotator' | 'asOf'>;

/** What is told of an open corpus; `present` is the same as it is now, where `shown` is how it was. */
export function describeStatus({ read, mode }: Corpus, present: Corpus, { annotator, asOf }: Around): CorpusStatus {
  const { holder, path } = present;
  const row = getCorpusRow(read);
  return {
    uid: row?.uid ?? '',
    title: row?.title ?? basename(path),
    file: basename(path),
    folder: dirname(path),
    mode,
    holder: holder ? describeHolder(holder) : null,
    annotator,
    articles: countArticles(read),
    fingerprint: toFingerprint(listHeads(read)),
    asOf,
    package: findPackage(read) ?? null,
  };
}
