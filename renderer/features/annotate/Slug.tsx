import { useMemo, type ReactNode } from 'react';
import type { Article } from '#shared/domain/article';
import { annotateMessages } from '#shared/messages/en/annotate';
import { dateWords, hashWords } from '#shared/messages/en/ui';
import { countWords } from '#shared/text/words';

/** What an article is, in one line above it. */
export function Slug({ article, mark }: { article: Article; mark?: ReactNode }) {
  const { text, outlet, date, sha256, importedAt } = article;
  const words = useMemo(() => countWords(text), [text]);
  return (
    <div className="slug">
      {mark}
      <b className="trunc">{outlet === null ? annotateMessages.outletUnknown : <bdi>{outlet}</bdi>}</b>
      {date !== null && <Fact>{dateWords(date)}</Fact>}
      <Fact>{annotateMessages.words(words)}</Fact>
      <Fact title={sha256}>{annotateMessages.sha(hashWords(sha256, 2))}</Fact>
      <Fact>{annotateMessages.imported(dateWords(importedAt.slice(0, 10)))}</Fact>
    </div>
  );
}

/** Behind its dot, which goes out of sight with it. */
function Fact({ title, children }: { title?: string; children: string }) {
  return (
    <span className="dot">
      <span dir="ltr" title={title}>
        {children}
      </span>
    </span>
  );
}
