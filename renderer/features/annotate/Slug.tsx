import { useMemo } from 'react';
import type { Article } from '#shared/domain/article';
import { annotateMessages } from '#shared/messages/en/annotate';
import { dateWords, hashWords } from '#shared/messages/en/ui';
import { countWords } from '#shared/text/words';

/** What an article is, in one line above it. */
export function Slug({ article }: { article: Article }) {
  const { text, outlet, date, sha256, importedAt } = article;
  const words = useMemo(() => countWords(text), [text]);
  return (
    <div className="slug">
      <b className="trunc">{outlet === null ? annotateMessages.outletUnknown : <bdi>{outlet}</bdi>}</b>
      {date !== null && (
        <>
          <span className="dot" />
          <span dir="ltr">{dateWords(date)}</span>
        </>
      )}
      <span className="dot" />
      <span dir="ltr">{annotateMessages.words(words)}</span>
      <span className="dot" />
      <span dir="ltr" title={sha256}>
        {annotateMessages.sha(hashWords(sha256, 2))}
      </span>
      <span className="dot wide" />
      <span className="wide" dir="ltr">
        {annotateMessages.imported(dateWords(importedAt.slice(0, 10)))}
      </span>
    </div>
  );
}
